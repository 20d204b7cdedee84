import { expect, test } from "vitest"
import type { Place } from "../../src/model/problem.ts"
import { sayPlace } from "../../src/ui/sayPlace.ts"
import { LANGUAGES } from "../../src/words/languages.ts"
import { loadReadingWords } from "../../src/words/reading.ts"

const digits = String

async function said(lang: string, place: Place): Promise<string> {
  const words = (await LANGUAGES.find(({ tag }) => tag === lang)!.load())(digits)
  return sayPlace(place, await loadReadingWords(lang, digits), (await words.more()).comma, digits)
}

test.each([
  [{ row: 3, pointer: "/when" }, "row 3, date", "الصف 3، التاريخ"],
  [{ row: 3, column: "Where" }, "row 3, column Where", "الصف 3، العمود Where"],
  [{ line: 1, column: 106 }, "line 1, column 106", "السطر 1، العمود 106"],
  [{ file: "a.csv", row: 6 }, "a.csv, row 6", "a.csv، الصف 6"],
  [{ row: 2, pointer: "/odd" }, "row 2, odd", "الصف 2، odd"],
  [{ pointer: "/events/1/when" }, "/events/1/when", "/events/1/when"],
  [{ pointer: "" }, "/", "/"],
  [{}, "", ""],
])("the place %j of a problem is said as people point at it", async (place, english, arabic) => {
  expect([await said("en", place), await said("ar", place)]).toEqual([english, arabic])
})

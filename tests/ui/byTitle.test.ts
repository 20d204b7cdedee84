import * as fc from "fast-check"
import { expect, test } from "vitest"
import { byTitle } from "../../src/ui/byTitle.ts"

const word = fc.constantFrom(
  "Lavrov",
  "Kerry",
  "lavrov",
  "Élan",
  "كيري",
  "لقاء",
  "2",
  "10",
  "007",
  "strike-2",
  "",
)
const title = fc.array(word, { maxLength: 12 }).map(words => words.join(" "))

function sorted(titles: readonly string[], lang: string, down: boolean): number[] {
  const work = byTitle(Uint32Array.from(titles.keys()), row => titles[row], lang, down)
  let step = work.next()
  while (!step.done) step = work.next()
  return [...step.value]
}

const wordsOf = (text: string) => text.match(/\d+|[^\s\d]+/g) ?? []

/** Word by word, a number before a word and by its value, by comparing titles two by two. */
function naive(titles: readonly string[], lang: string, down: boolean): number[] {
  const collator = new Intl.Collator(lang, { numeric: true })
  const compare = (a: string, b: string) => {
    const [one, other] = [wordsOf(a), wordsOf(b)]
    for (let i = 0; i < Math.min(one.length, other.length); i++) {
      const [x, y] = [one[i], other[i]]
      const isNumber = [x, y].map(text => /^\d/.test(text))
      if (isNumber[0] !== isNumber[1]) return isNumber[0] ? -1 : 1
      const order = isNumber[0] ? Number(x) - Number(y) : collator.compare(x, y)
      if (order !== 0) return order
    }
    return one.length - other.length
  }
  const sign = down ? -1 : 1
  return [...titles.keys()].toSorted((a, b) => sign * compare(titles[a], titles[b]) || a - b)
}

test("titles stand word by word in the order of the language, numbers by value, equal ones in the order of time", () => {
  fc.assert(
    fc.property(fc.array(title), fc.constantFrom("en", "ar"), fc.boolean(), (titles, lang, down) => {
      expect(sorted(titles, lang, down)).toEqual(naive(titles, lang, down))
    }),
    {
      numRuns: 300,
      examples: [[["strike-2 strike-2 strike-2 a b c d", "lavrov  Kerry", "lavrov Kerry"], "en", true]],
    },
  )
})

test("titles that begin alike for long are told apart by their ends", () => {
  const long = "The ministers of seven states meet once more in Lausanne"
  const titles = [`${long} on Monday`, `${long} on Friday`, long, `${long} on Friday`, "A strike"]
  expect(sorted(titles, "en", false)).toEqual([4, 2, 1, 3, 0])
  expect(sorted(titles, "en", true)).toEqual([0, 1, 3, 2, 4])
})

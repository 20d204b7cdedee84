import { expect, test } from "vitest"
import { captionsOf } from "../../src/figure/captions.ts"
import { reportOf } from "../../src/figure/report.ts"
import { sceneOfView, type View } from "../../src/figure/view.ts"
import { checkDocument } from "../../src/model/check.ts"
import { memoryEngine } from "../../src/query/memory.ts"
import { INITIAL_STATE } from "../../src/state/state.ts"
import { buildTable } from "../../src/table/build.ts"
import { dateLocale } from "../../src/words/dates-locale.ts"
import { negotiate } from "../../src/words/languages.ts"
import { loadSharingWords } from "../../src/words/sharing.ts"

const MADE = { at: 0, address: null }

/** A picture's captions and a report of events of `actors` actors and `types` types, each actor in two of them. */
async function said(actors: number, types: number, lang = "en") {
  const count = Math.max(actors, types) * 2
  const events = Array.from({ length: count }, (_, i) => ({
    id: `e${i}`,
    when: `2016-${String((i % 12) + 1).padStart(2, "0")}`,
    title: `Event ${i}`,
    actors: [`Actor ${i % actors}`],
    type: `type ${i % types}`,
  }))
  const table = buildTable(checkDocument({ dateline: 1, title: "Many", lang: "en", events }).document)
  const words = await (await negotiate(lang, []).language.load())(String).more()
  const sharing = await loadSharingWords(lang, String)
  const selected = memoryEngine(table).select(INITIAL_STATE.selection)
  const view: View = { table, state: INITIAL_STATE, selected, words, lang, locale: dateLocale(lang) }
  const { shown } = sceneOfView(view, 1200, text => text.length * 7, 14)
  return {
    captions: captionsOf(view, shown, MADE, sharing),
    counts: Object.fromEntries(
      reportOf(view, MADE, sharing).counts.map(({ facet, values }) => [facet, values]),
    ),
  }
}

test("a picture says of how many types its legend is, and of how many actors its lanes", async () => {
  const { captions } = await said(37, 12)
  expect(captions.legend.map(({ name }) => name)).toEqual([
    ...Array.from({ length: 7 }, (_, i) => `type ${i}`),
    "and 5 more types",
  ])
  expect(captions.legend.at(-1)!.slot).toBe(-1)
  expect(captions.lines).toContain("Actors: 10 of 37 in lanes of their own")
})

test("where a picture shows all, it says nothing of what it leaves out", async () => {
  const { captions } = await said(10, 7)
  expect(captions.legend).toHaveLength(7)
  expect(captions.lines).toHaveLength(1)
})

test("a single type without a colour of its own is named", async () => {
  const { captions } = await said(3, 8)
  expect(captions.legend.at(-1)).toEqual({ name: "type 7", slot: -1 })
})

test("a report's counts say how many values they leave out", async () => {
  const { counts } = await said(37, 7)
  expect(counts["Actors"]).toMatch(/^Actor 0 \(2 events\) · .* · Actor 5 \(2 events\) · and 31 more$/)
  expect(counts["Types"]!.split(" · ")).toHaveLength(7)
  expect(counts["Types"]).not.toContain("more")
})

test("it is said in Arabic too", async () => {
  const { captions, counts } = await said(37, 10, "ar")
  expect(captions.legend.at(-1)!.name).toBe("و3 أنواع أخرى")
  expect(captions.lines).toContain("الأطراف: 10 من 37 في مسارات خاصة بها")
  expect(counts["الأطراف"]).toMatch(/ · وغيرها \(31\)$/)
})

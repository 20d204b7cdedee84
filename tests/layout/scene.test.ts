import * as fc from "fast-check"
import { expect, test } from "vitest"
import { typeColours } from "../../src/figure/typeColours.ts"
import { layoutColumn } from "../../src/layout/column.ts"
import { chooseLanes, type LaneField } from "../../src/layout/lanes.ts"
import type { Scene } from "../../src/layout/scene.ts"
import { layoutTimeline, type ViewOptions } from "../../src/layout/timeline.ts"
import { loadTable } from "../../src/load/table.ts"
import type { EventRecord } from "../../src/model/document.ts"
import { memoryEngine } from "../../src/query/memory.ts"
import { EMPTY_SELECTION } from "../../src/query/selection.ts"
import { eventOf } from "../../src/table/event.ts"
import { tableOf } from "../../src/table/parts.ts"
import type { Table } from "../../src/table/table.ts"
import { instantOf } from "../../src/time/instant.ts"
import { serving } from "../load/serving.ts"

/** What a line of a file says, whichever its format. */
interface Line {
  readonly id: string
  readonly title: string
  readonly when: string
  readonly actors: readonly string[]
  readonly places: readonly string[]
  readonly type: string
  readonly status: EventRecord["status"]
}

const WHENS = [
  "2016-10-15",
  "2016-10-15/2016-10-17",
  "2016-11-17/2016-11-23",
  "2016-11-16T09:30Z",
  "2016-11",
  "2016~",
  "2016-11-16/..",
  "/2016-11-16",
  "",
]
const lineOf: fc.Arbitrary<Omit<Line, "id">> = fc.record({
  title: fc.constantFrom("Meeting", "لقاء في لوزان", "Strike", 'Talks, "private"'),
  when: fc.oneof(
    fc.constantFrom(...WHENS),
    fc.integer({ min: 1, max: 30 }).map(day => `2016-11-${String(day).padStart(2, "0")}`),
  ),
  actors: fc.subarray(["Lavrov", "Kerry", "كيري", "Putin", "Navy"]),
  places: fc.subarray(["Homs", "حلب", "Idlib"]),
  type: fc.constantFrom("meeting", "strike", "summit"),
  status: fc.constantFrom<EventRecord["status"]>("occurred", "planned", "claimed", "denied"),
})

/** As formats write them: how a line looks, and what stands above the lines. */
const KINDS = {
  csv: {
    head: "id,title,when,actors,places,type,status\n",
    write: ({ id, title, when, actors, places, type, status }: Line) =>
      [id, `"${title.replaceAll('"', '""')}"`, when, actors.join(";"), places.join(";"), type, status].join(),
  },
  jsonl: {
    head: "",
    write: ({ when, ...line }: Line) => JSON.stringify({ ...line, ...(when && { when }) }),
  },
}
type Kind = keyof typeof KINDS

const given = fc.record({
  lines: fc
    .array(lineOf, { minLength: 1, maxLength: 150, size: "max" })
    .map(lines => lines.map((line, i): Line => ({ id: `e${i}`, ...line }))),
  order: fc.infiniteStream(fc.nat()),
  sizes: fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1 }),
  field: fc.constantFrom<LaneField>("actor", "place", "type", "status", "none"),
  chosen: fc.constantFrom<readonly string[]>([], ["Lavrov"], ["كيري", "Navy"]),
  dim: fc.boolean(),
  along: fc.constantFrom(30, 333.3, 1200),
  days: fc.constantFrom(3, 40, 4000),
  open: fc.nat(),
})
type Given = typeof given extends fc.Arbitrary<infer T> ? T : never

/** The lines in an order of chance: each swaps with one before it (Fisher and Yates). */
function shuffled(lines: readonly Line[], order: Iterator<number>): Line[] {
  const all = [...lines]
  for (let i = all.length - 1; i > 0; i--) {
    const other = order.next().value! % (i + 1)
    ;[all[i], all[other]] = [all[other], all[i]]
  }
  return all
}

async function tableFrom(lines: readonly Line[], kind: Kind, sizes: readonly number[]): Promise<Table> {
  const { head, write } = KINDS[kind]
  const bytes = new TextEncoder().encode(head + lines.map(line => `${write(line)}\n`).join(""))
  const { parts } = await loadTable({ url: `http://x/file.${kind}` }, { fetch: serving(bytes, sizes) })
  return tableOf(parts)
}

/** The two scenes of one view over a table: lanes side by side, and the column of a phone. */
function scenesOf(table: Table, { field, chosen, dim, along, days, open }: Given): Scene[] {
  const facets = { ...EMPTY_SELECTION.facets, actor: { include: chosen, exclude: [] } }
  const selected = memoryEngine(table).select({ ...EMPTY_SELECTION, facets })
  const middle = instantOf({ year: 2016, month: 11, day: 16 })
  const name = (code: number) => (field === "none" || code < 0 ? "" : table.facets[field].values.ids[code])
  const lanes = chooseLanes(table, selected, field, { pins: [], most: 3, sort: "importance", name })
  const view: ViewOptions = {
    table,
    selected,
    domain: [middle - days * 43_200_000, middle + days * 43_200_000],
    along,
    dim,
    title: row => Object.values(eventOf(table, row).title)[0],
    measure: (text, size) => text.length * size * 0.53,
    labelSize: 14,
    colourOf: typeColours(table),
    ticks: [],
    periods: [],
    foremost: [table.rowOf(`e${open % table.length}`)],
  }
  return [layoutTimeline({ ...view, field, lanes, room: 300 }), layoutColumn({ ...view, across: 390 })]
}

test.each<Kind>(["csv", "jsonl"])(
  "the scene is the same in whatever order the rows of a file stand and in whatever pieces it comes: %s",
  async kind => {
    let marks = 0
    let labels = 0
    let bins = 0
    await fc.assert(
      fc.asyncProperty(given, async one => {
        const table = await tableFrom(one.lines, kind, [65_536])
        const other = await tableFrom(shuffled(one.lines, one.order), kind, one.sizes)
        expect(other.length).toBe(one.lines.length)
        const scenes = scenesOf(table, one)
        expect(scenesOf(other, one)).toEqual(scenes)
        for (const scene of scenes) {
          marks += scene.marks.length
          labels += scene.labels.length
          bins += scene.bins.length
        }
      }),
      { numRuns: 60 },
    )
    // All that a scene can hold was compared.
    expect(Math.min(marks, labels, bins)).toBeGreaterThan(0)
  },
)

import { bench, describe } from "vitest"
import { memoryEngine } from "../../src/query/memory.ts"
import { readAddress } from "../../src/state/address.ts"
import { buildTable } from "../../src/table/build.ts"
import { generate } from "./generate.ts"

/** `npm run bench` goes to 10⁵; `npm run bench -- --full` to 10⁶. */
const SIZES = process.env.FULL ? [1_000, 100_000, 1_000_000] : [1_000, 100_000]

for (const size of SIZES) {
  describe(`${size} events`, () => {
    const document = generate(size)
    const table = buildTable(document)
    const engine = memoryEngine(table)
    const asked = ["actor=a1", "actor=a2", "place=p3", "type=t1&actor=a1", ""].map(
      q => readAddress(q).selection,
    )
    let i = 0
    bench("build the table", () => void buildTable(document), { iterations: 2, warmupIterations: 0, time: 0 })
    bench("choose a value: filter and all counts", () => void engine.select(asked[i++ % asked.length]!))
    const searches = ["ministry", "وزارة", "fleet 7", "actor 12"].map(
      q => readAddress(`q=${encodeURIComponent(q)}`).selection,
    )
    bench("a letter typed into search", () => void engine.select(searches[i++ % searches.length]!))
    const times = ["from=2012", "to=2015-06", "from=2013&range=must"].map(q => readAddress(q).selection)
    bench("a time filter", () => void engine.select(times[i++ % times.length]!))
  })
}

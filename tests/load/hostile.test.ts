import { gzipSync } from "node:zlib"
import { zipSync } from "fflate"
import { expect, it } from "vitest"
import { LoadFailure } from "../../src/load/failure.ts"
import { load } from "../../src/load/load.ts"
import { failures as arabic } from "../../src/words/failures-ar.ts"
import { failures as english } from "../../src/words/failures-en.ts"

const read = (content: string | Uint8Array, name = "events.csv", limit?: number) =>
  load({ file: new File([content as BlobPart], name) }, { limit })

/** The code of a failure, for which there are words in both languages. */
async function failureOf(content: string | Uint8Array, name: string, limit?: number): Promise<string> {
  const error: unknown = await read(content, name, limit).catch((failure: unknown) => failure)
  if (!(error instanceof LoadFailure)) throw new Error("It was read", { cause: error })
  for (const words of [english, arabic])
    expect(words[error.code]!.every(sentence => sentence.length > 5)).toBe(true)
  return error.code
}

const LONG = "x".repeat(5_000_000)

it.each([
  ["as it is", `title,date\n${LONG.repeat(10)},2016\nb,2017\n`, "long-cell"],
  ["in quotes", `title,date\n"${LONG}",2016\nb,2017\n`, "unclosed-quote"],
  ["after a quote that is never closed", `title,date\n"${LONG},2016\nb,2017\n`, "unclosed-quote"],
])("a cell of 5 to 50 MB %s is cut off and said once, and the row after it stands", async (_, text, code) => {
  const { document, problems } = await read(text)
  expect(document.events.at(-1)!.title).toEqual({ und: "b" })
  expect(problems.map(({ code, where }) => [code, where.row])).toEqual([[code, 2]])
})

const row = (cell: (i: number) => string) => Array.from({ length: 10_000 }, (_, i) => cell(i)).join(",")

it("10,000 columns are a table like any other", async () => {
  const header = row(i => ["title", "date", "__proto__", "constructor"][i] ?? `c${i}`)
  const rows = Array.from({ length: 50 }, (_, n) => row(i => (i === 1 ? "2016" : `${n}/${i}`)))
  const { document } = await read([header, ...rows].join("\n"))
  expect(document.events.length).toBe(50)
  expect(Object.prototype).not.toHaveProperty("0/2")
})

it("line ends of three kinds and NULs in one file are line ends and nothing", async () => {
  const { document, problems } = await read("title,date\r\n\0a\0,2016\nb,2017\rc,\0\x32018\r\n\0\n")
  expect(document.events.map(({ title, when }) => [title["und"], when])).toEqual([
    ["a", "2016"],
    ["b", "2017"],
    ["c", "2018"],
  ])
  expect(problems).toEqual([])
})

it("what unpacks to far more than it is, is refused while it unpacks", async () => {
  const zeros = new Uint8Array(100_000_000)
  expect(await failureOf(Uint8Array.from(gzipSync(zeros)), "bomb.csv.gz", 10_000_000)).toBe("too-large")
  expect(await failureOf(zipSync({ "bomb.csv": zeros }), "bomb.zip", 10_000_000)).toBe("too-large")
})

it("a file that is cut off, locked or of nothing fails by its name", async () => {
  expect(await failureOf("PAR1", "x.parquet")).toBe("damaged-file")
  expect(await failureOf(Uint8Array.from(Buffer.from("ARROW1\0\0\0")), "x.arrow")).toBe("damaged-file")
  expect(await failureOf("", "x.csv")).toBe("no-events")
})

it("thousands of columns of one name, or of values in one cell, cost what their number costs and no more", async () => {
  const width = 8_000
  const actors = (n: number) => Array.from({ length: width }, (_, i) => `${n}/${i % (width - n)}`)
  const wide = [0, 1, 2, 3].map(n => ["t", "2016", ...actors(n)].join(",")).join("\n")
  const { document } = await read(`title,date,${"actor,".repeat(width - 1)}actor\n${wide}\n`)
  expect(document.events.map(event => event.actors.length)).toEqual([0, 1, 2, 3].map(n => width - n))
  expect(document.actors.size).toBe(4 * width - 6)

  const deep = await read(
    `title,date,actors\nt,2016,${Array.from({ length: 100_000 }, (_, i) => `a${i}`).join(";")}\n`,
  )
  expect(deep.document.events[0].actors.length).toBe(100_000)
})

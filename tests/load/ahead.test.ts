import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { afterEach, beforeEach, expect, test } from "vitest"
import { answering } from "../../src/load/answer.ts"
import { nameFor, wantedBy, type FromReader, type ToReader, type Wanted } from "../../src/load/messages.ts"

/** A host that notes what it is asked for and how much of it was fetched, and answers as soon as `answer` is called. */
const asked: string[] = []
let gone = 0
let waiting: (() => void)[] = []
let serve: (response: ServerResponse) => void
const host = createServer((request: IncomingMessage, response) => {
  asked.push(request.url!)
  response.on("close", () => (gone += response.writableEnded ? 0 : 1))
  waiting.push(() => serve(response))
})
const answer = () => waiting.splice(0).forEach(go => go())
let base = ""

beforeEach(async () => {
  serve = response => response.end("id,title,when\na,One,2020\nb,Two,2021\n")
  await new Promise<void>(done => host.listen(0, "127.0.0.1", done))
  base = `http://127.0.0.1:${(host.address() as AddressInfo).port}/page/`
})
afterEach(async () => {
  answer()
  asked.splice(0)
  waiting = []
  gone = 0
  host.closeAllConnections()
  await new Promise(done => host.close(done))
})

const wanted = (url: string, format: string | null = null): Wanted => ({
  source: { url, base },
  format,
  map: null,
})

/** A reader in this thread that reads a file ahead, and all that it has said. */
function reader(ahead: Wanted) {
  const said: FromReader[] = []
  const hear = answering(message => void said.push(message), wantedBy(nameFor(ahead)))
  return { hear, said, kinds: () => said.map(({ type }) => type).filter(type => type !== "progress") }
}
const read = (file: Wanted): ToReader => ({ type: "read", wanted: file })
const turns = () => new Promise(resolve => setTimeout(resolve, 100))

test("a file read ahead is asked for once, and nothing is said of it before the page asks", async () => {
  const { hear, said, kinds } = reader(wanted("a.csv"))
  await expect.poll(() => asked).toEqual(["/page/a.csv"])
  answer()
  await turns()
  expect(said).toEqual([])
  hear(read(wanted("a.csv")))
  await expect.poll(kinds).toEqual(["done"])
  expect(said.at(-1)).toMatchObject({ report: { read: 2 } })
  expect(asked).toEqual(["/page/a.csv"])
})

test("where the page wants another file the one ahead is given up and never spoken of", async () => {
  const { hear, said, kinds } = reader(wanted("a.csv"))
  await expect.poll(() => asked).toEqual(["/page/a.csv"])
  hear(read(wanted("b.csv")))
  await expect.poll(() => asked).toEqual(["/page/a.csv", "/page/b.csv"])
  await expect.poll(() => gone).toBe(1)
  answer()
  await expect.poll(kinds).toEqual(["done"])
  await turns()
  expect(kinds()).toEqual(["done"])
  expect(said.at(-1)).toMatchObject({ report: { read: 2 } })
})

test("the same file read otherwise is read anew", async () => {
  serve = response => response.end("id,title,when\na,One,2020\n")
  const { hear, said, kinds } = reader(wanted("a"))
  await expect.poll(() => asked.length).toBe(1)
  hear(read(wanted("a", "csv")))
  await expect.poll(() => asked.length).toBe(2)
  await expect.poll(() => gone).toBe(1)
  answer()
  await expect.poll(kinds).toEqual(["done"])
  expect(said.at(-1)).toMatchObject({ report: { format: "csv", read: 1 } })
})

test("why a file read ahead could not be had is said once the page asks", async () => {
  serve = response => response.writeHead(404).end()
  const { hear, said, kinds } = reader(wanted("a.csv"))
  await expect.poll(() => asked.length).toBe(1)
  answer()
  await turns()
  expect(said).toEqual([])
  hear(read(wanted("a.csv")))
  await expect.poll(kinds).toEqual(["failed"])
  expect(said.at(-1)).toMatchObject({ code: "not-found", facts: { status: 404 } })
})

test("a stop ends what was read ahead", async () => {
  const { hear, said, kinds } = reader(wanted("a.csv"))
  await expect.poll(() => asked.length).toBe(1)
  hear(read(wanted("a.csv")))
  hear({ type: "stop" })
  await expect.poll(() => gone).toBe(1)
  await expect.poll(kinds).toEqual(["failed"])
  expect(said.at(-1)).toMatchObject({ code: "aborted" })
})

test("of a large file that nobody asks for no more is read than its beginning", async () => {
  const rows = 600_000
  let sent = 0
  serve = response => {
    response.writeHead(200, { "content-length": 14 + rows * 19 })
    response.write("id,title,when\n")
    let next = 0
    const more = () => {
      while (next < rows && response.write(`${String(next++).padStart(7)},Event,2020\n`)) sent = next
      if (next < rows) response.once("drain", more)
      else response.end()
    }
    more()
  }
  const { hear, kinds } = reader(wanted("large.csv"))
  await expect.poll(() => asked.length).toBe(1)
  answer()
  await expect.poll(() => sent).toBeGreaterThan(0)
  await expect.poll(async () => sent === (await turns(), sent), { timeout: 10_000 }).toBe(true)
  expect(sent).toBeLessThan(rows * 0.8)
  const before = sent
  await turns()
  expect(sent).toBe(before)
  hear(read(wanted("large.csv")))
  hear({ type: "drawn" })
  await expect.poll(() => kinds().at(-1), { timeout: 20_000 }).toBe("done")
  expect(kinds()[0]).toBe("table")
})

test("what is no address of a host is not asked for, and another file is found all the same", async () => {
  const { hear, kinds } = reader(wanted("local:1/a.csv"))
  hear(read(wanted("b.csv")))
  await expect.poll(() => asked).toEqual(["/page/b.csv"])
  answer()
  await expect.poll(kinds).toEqual(["done"])
})

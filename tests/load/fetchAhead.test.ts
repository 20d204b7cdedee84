import { createServer, type IncomingMessage } from "node:http"
import type { AddressInfo } from "node:net"
import { afterEach, beforeEach, expect, test } from "vitest"
import { fetchAhead } from "../../src/load/fetch.ts"

/** A host that notes what it is asked for, and answers as soon as `answer` is called. */
const asked: string[] = []
let left = 0
let waiting: (() => void)[] = []
const host = createServer((request: IncomingMessage, response) => {
  asked.push(request.url!)
  response.on("close", () => (left += response.writableEnded ? 0 : 1))
  waiting.push(() => response.end(request.url))
})
const answer = () => waiting.splice(0).forEach(go => go())
let base = ""

beforeEach(async () => {
  await new Promise<void>(done => host.listen(0, "127.0.0.1", done))
  base = `http://127.0.0.1:${(host.address() as AddressInfo).port}/page/`
})
afterEach(async () => {
  answer()
  asked.splice(0)
  waiting = []
  left = 0
  host.closeAllConnections()
  await new Promise(done => host.close(done))
})

test("what was asked for ahead is asked for once, and anew the second time", async () => {
  const fetch = fetchAhead("a.csv", base)
  await expect.poll(() => asked).toEqual(["/page/a.csv"])
  answer()
  expect(await (await fetch(`${base}a.csv`, {})).text()).toBe("/page/a.csv")
  const again = fetch(`${base}a.csv`, {})
  await expect.poll(() => asked.length).toBe(2)
  answer()
  expect(await (await again).text()).toBe("/page/a.csv")
})

test("where another file is wanted the one ahead is given up", async () => {
  const fetch = fetchAhead("a.csv", base)
  await expect.poll(() => asked).toEqual(["/page/a.csv"])
  const other = fetch(`${base}b.csv`, {})
  await expect.poll(() => asked).toEqual(["/page/a.csv", "/page/b.csv"])
  await expect.poll(() => left).toBe(1)
  answer()
  expect(await (await other).text()).toBe("/page/b.csv")
})

test("a stop ends what was asked for ahead", async () => {
  const fetch = fetchAhead("a.csv", base)
  await expect.poll(() => asked).toEqual(["/page/a.csv"])
  const stop = new AbortController()
  const wanted = fetch(`${base}a.csv`, { signal: stop.signal })
  stop.abort()
  await expect(wanted).rejects.toThrow()
  await expect.poll(() => left).toBe(1)
})

test("what is no address of a host is not asked for, and another file is found all the same", async () => {
  const fetch = fetchAhead("local:1/a.csv", base)
  const other = fetch(`${base}b.csv`, {})
  await expect.poll(() => asked).toEqual(["/page/b.csv"])
  answer()
  expect((await other).ok).toBe(true)
})

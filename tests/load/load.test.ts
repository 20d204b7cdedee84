import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { gzipSync } from "node:zlib"
import { afterAll, beforeAll, expect, test } from "vitest"
import { LoadFailure } from "../../src/load/failure.ts"
import { load } from "../../src/load/load.ts"
import type { LoadOptions, LoadSource, Progress } from "../../src/load/source.ts"

const DOCUMENT = JSON.stringify({
  events: [
    { id: "a", title: "One" },
    { id: "b", title: "Two" },
  ],
})
const GZIPPED = gzipSync(DOCUMENT)

const ANSWERS: Record<string, readonly [status: number, body: string | Uint8Array]> = {
  "/site/events.json": [200, DOCUMENT],
  "/site/lines": [200, '{"title":"One"}\n{"title":"Two"}\n'],
  "/events.json.gz": [200, GZIPPED],
  "/cut.json.gz": [200, GZIPPED.subarray(0, 40)],
  "/bomb.gz": [200, gzipSync(`[${" ".repeat(5_000_000)}]`)],
  "/page": [200, "<!DOCTYPE html><title>Sign in</title>"],
  "/fragment": [200, "  <html><body>"],
  "/table.csv": [200, "when;title\n2016;x"],
  "/picture.png": [200, Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])],
  "/empty.json": [200, ""],
  "/broken.json": [200, "{nothing"],
  "/latin.json": [200, Uint8Array.from([0x5b, 0x22, 0xe9, 0x22, 0x5d])],
  "/text.json": [200, '{"title": "no events"}'],
  "/private": [403, ""],
  "/sign-in": [401, ""],
  "/busy": [503, ""],
}

let server: Server
let origin = ""

beforeAll(async () => {
  server = createServer((request, response) => {
    // The head and one byte come at once, the rest never does.
    if (request.url === "/endless") return void response.writeHead(200).write("[")
    const [status, body] = ANSWERS[request.url ?? ""] ?? [404, "<!doctype html>Not found"]
    response.writeHead(status, { "content-length": Buffer.byteLength(body) }).end(body)
  })
  await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const at = (path: string): LoadSource => ({ url: path, base: `${origin}/site/index.html?lang=ar` })

async function failureOf(source: LoadSource, options?: LoadOptions): Promise<LoadFailure> {
  const error: unknown = await load(source, options).then(
    () => "loaded",
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(LoadFailure)
  return error as LoadFailure
}

test.each(["events.json", "./events.json", "/site/events.json", "../events.json.gz"])(
  "the address %s is found from the page's own address",
  async path => {
    const { document, format, problems } = await load(at(path))
    expect([document.events.map(event => event.id), format, problems]).toEqual([["a", "b"], "json", []])
  },
)

test("a file without a telling name is known by its beginning", async () => {
  expect(await load(at("lines"))).toMatchObject({ format: "jsonl", read: 2, leftOut: 0 })
})

test.each([
  ["/nowhere.json", "not-found", 404],
  ["/private", "forbidden", 403],
  ["/sign-in", "forbidden", 401],
  ["/busy", "server", 503],
  ["/page", "html-instead", null],
  ["/fragment", "html-instead", null],
  ["/picture.png", "unknown-format", null],
  ["/empty.json", "no-events", null],
  ["/text.json", "no-events", null],
  ["/broken.json", "bad-json", null],
  ["/latin.json", "bad-encoding", null],
  ["/cut.json.gz", "bad-archive", null],
  ["javascript:alert(1)", "not-found", null],
  ["file:///etc/passwd", "not-found", null],
  ["http://", "not-found", null],
])("%s fails as %s", async (path, code, status) => {
  expect(await failureOf(at(path))).toMatchObject({ code, status })
})

test("a server that cannot be reached, or forbids it, says both", async () => {
  expect((await failureOf({ url: "http://127.0.0.1:1/x.json" })).code).toBe("cors")
})

test("a file larger than the limit is refused, by what it announces, holds or unpacks to", async () => {
  expect(await failureOf(at("events.json"), { limit: 10 })).toMatchObject({ code: "too-large", limit: 10 })
  expect(await failureOf({ file: new Blob([DOCUMENT]) }, { limit: 10 })).toMatchObject({ code: "too-large" })
  expect(await failureOf(at("/bomb.gz"), { limit: 100_000 })).toMatchObject({ code: "too-large" })
})

test("a format that does not exist is named as such", async () => {
  expect((await failureOf(at("events.json"), { format: "docx" })).code).toBe("unknown-format")
})

test("a format that is named is believed", async () => {
  const { document, format } = await load({ text: '{"title":"x"}' }, { format: "jsonl" })
  expect([document.events.length, format]).toEqual([1, "jsonl"])
})

test("loading stops when it is told to, before, during and between", async () => {
  const stop = new AbortController()
  const waiting = failureOf(at("/endless"), { signal: stop.signal, onProgress: () => stop.abort("stopped") })
  expect((await waiting).code).toBe("aborted")
  expect((await failureOf(at("events.json"), { signal: stop.signal })).code).toBe("aborted")
  const later = new AbortController()
  const events = JSON.stringify(Array.from({ length: 50_000 }, (_, i) => ({ id: `e${i}`, title: "x" })))
  const working = failureOf(
    { text: events },
    { signal: later.signal, onProgress: p => p.events > 0 && later.abort() },
  )
  expect((await working).code).toBe("aborted")
})

test("files and text are read as addresses are", async () => {
  const file = new File([DOCUMENT], "events.json")
  expect((await load({ file })).document.events.length).toBe(2)
  expect((await load({ text: DOCUMENT })).bytes).toBe(DOCUMENT.length)
})

test("progress tells bytes that have come, of how many, and events", async () => {
  const heard: Progress[] = []
  await load(at("events.json"), { onProgress: progress => heard.push(progress) })
  expect(heard.at(-1)).toEqual({
    ...{ bytes: DOCUMENT.length, total: DOCUMENT.length, least: DOCUMENT.length },
    events: 2,
  })
})

test("lines that are no JSON count as left out", async () => {
  const loaded = await load({ text: '{"title":"x"}\n{"title":"y"}\n{oops\n7' })
  expect(loaded).toMatchObject({ read: 4, leftOut: 2 })
  expect(loaded.problems.map(problem => [problem.code, problem.where.line])).toEqual([
    ["bad-json", 3],
    ["not-an-object", 4],
  ])
})

test("the page gets its turn while a large file is checked", async () => {
  let turns = 0
  const timer = setInterval(() => (turns += 1), 1)
  await load({
    text: JSON.stringify(Array.from({ length: 50_000 }, (_, i) => ({ id: `e${i}`, title: "x" }))),
  })
  clearInterval(timer)
  expect(turns).toBeGreaterThan(1)
})

test("several files become one document, in which each is the source of its events", async () => {
  const { document, format, problems, read } = await load({
    files: [
      new File(
        ['{"title":"One","actors":{"a":{"name":"Ann"}},"events":[{"title":"x","actors":["a"]}]}'],
        "1.json",
      ),
      new File(['{"title":"y","actors":["Ann"]}\n{"title":"z","sources":["Report"]}'], "2.jsonl"),
      new File(["<svg></svg>"], "3.svg"),
    ],
  })
  expect(document.title).toEqual({ und: "One · 2" })
  expect(document.events.map(event => event.sources.map(({ id }) => id))).toEqual([
    ["1.json"],
    ["2.jsonl"],
    ["Report"],
  ])
  expect(document.events[1].actors).toEqual([{ id: "a", role: null }])
  expect([format, read]).toEqual(["json, jsonl", 3])
  expect(problems.map(({ code, where }) => [code, where.file])).toEqual([["file-failed", "3.svg"]])
})

test("several files none of which can be read fail as the first of them does", async () => {
  const files = [new File(["<!doctype html>"], "a.html"), new File([""], "b.json")]
  expect((await failureOf({ files })).code).toBe("html-instead")
})

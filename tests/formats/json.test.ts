import * as fc from "fast-check"
import { expect, test } from "vitest"
import type { Format } from "../../src/formats/format.ts"
import { sniffFormat } from "../../src/formats/index.ts"
import { json } from "../../src/formats/json.ts"
import { jsonl } from "../../src/formats/jsonl.ts"
import { salvageJson } from "../../src/formats/json-salvage.ts"
import { collectFaults } from "../../src/model/faults.ts"
import { ENGLISH_WANTED } from "../../src/model/wanted.ts"

const encode = (text: string) => new TextEncoder().encode(text)

/** Everything a format gives for a file that comes in pieces of `size` bytes. */
async function readAll(format: Format, file: string | Uint8Array, size = 3) {
  const bytes = typeof file === "string" ? encode(file) : file
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size)
  }
  const faults = collectFaults()
  const events: unknown[] = []
  const places: unknown[] = []
  let fields: unknown
  let lost = 0
  for await (const batch of format.read(pieces(), faults)) {
    fields ??= batch.fields
    lost += batch.lost ?? 0
    events.push(...batch.events)
    places.push(...batch.events.map((_, i) => batch.placeOf(i)))
  }
  const problems = faults.problems.map(({ code, severity, where }) => ({ code, severity, ...where }))
  return { events, places, fields, lost, problems }
}

test("a document and a bare list give their events, with pointers to them", async () => {
  expect(await readAll(json, '{"title":"T","events":[{"title":"لقاء"}]}')).toMatchObject({
    events: [{ title: "لقاء" }],
    places: [{ pointer: "/events/0" }],
    fields: { title: "T" },
  })
  expect((await readAll(json, '[{"title":"x"}]')).places).toEqual([{ pointer: "/0" }])
})

test.each([
  ["UTF-8 with a mark", [0xef, 0xbb, 0xbf, ...encode('[{"title":"ليما"}]')]],
  ["UTF-16, little end first", [0xff, 0xfe, ...utf16('[{"title":"ليما"}]')]],
])("%s is read", async (_, bytes) => {
  expect((await readAll(json, Uint8Array.from(bytes))).events).toEqual([{ title: "ليما" }])
})

function utf16(text: string): number[] {
  return [...text].flatMap(letter => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8])
}

test("bytes that are no text are fatal and say so", async () => {
  const windows1256 = Uint8Array.from([...encode('[{"title":"'), 0xe1, 0xed, 0xe3, 0xc7, ...encode('"}]')])
  expect((await readAll(json, windows1256)).problems).toEqual([{ code: "bad-encoding", severity: "fatal" }])
})

test.each([
  ["an empty file", "", "no-events"],
  ["a file of blanks", " \n ", "no-events"],
  ["a web page", "<!doctype html><title>Sign in</title>", "html-instead"],
  ["no JSON at all", "when;title", "bad-json"],
])("%s is fatal, at line and column", async (_, text, code) => {
  expect((await readAll(json, text)).problems).toEqual([{ code, severity: "fatal", line: 1, column: 1 }])
})

test("of a file cut in half, the whole events before the cut are read, and the place is named", async () => {
  const text = '{"title":"T",\n"events":[{"title":"one"},\n{"title":"two"},\n{"title":"thr'
  const { events, problems, fields } = await readAll(json, text)
  expect(events).toEqual([{ title: "one" }, { title: "two" }])
  expect(fields).toMatchObject({ title: "T" })
  expect(problems).toEqual([{ code: "bad-json", severity: "left-out", line: 4, column: 10 }])
})

test.each([
  ['{"a":1,}', 1, 8, "a name in double quotes"],
  ['{"a" 1}', 1, 6, "a colon"],
  ["[1\n2]", 2, 1, "a comma or ]"],
  ["[1,]", 1, 4, "a value"],
  ["{'a':1}", 1, 2, "a name in double quotes"],
  ['["a\nb"]', 1, 2, "text that ends with a double quote"],
  ["[01]", 1, 2, "a value"],
  ["[1]]", 1, 4, "the end of the text"],
  ["[NaN]", 1, 2, "a value"],
])("in %j the fault is at line %i, column %i: wanted %s", (text, line, column, expected) => {
  const { wanted, ...fault } = salvageJson(text).fault!
  expect(fault).toMatchObject({ line, column })
  expect(ENGLISH_WANTED.words[wanted]).toBe(expected)
})

test("sound JSON has no fault and the value that the engine reads", () => {
  fc.assert(
    fc.property(fc.json(), text => {
      expect(salvageJson(text)).toEqual({ value: JSON.parse(text), fault: null })
    }),
  )
})

test("JSON with one character taken out or put in gives a result, and a fault where the engine sees one", () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), fc.constantFrom("", "{", "]", '"', ",", "\\", "x"), (text, n, put) => {
      const at = n % (text.length + 1)
      const broken = text.slice(0, at) + put + text.slice(put === "" ? at + 1 : at)
      expect(salvageJson(broken).fault === null).toBe(isJson(broken))
    }),
  )
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

test("brackets a hundred thousand deep exhaust nothing", () => {
  expect(salvageJson("[".repeat(100_000)).fault).toMatchObject({ seen: { word: "file-end" } })
})

test("JSON Lines give an event a line; a bad line is named and costs no other", async () => {
  const text = '{"title":"one"}\r\n\n{"title":"two"\n{"title":"ثلاثة"}'
  expect(await readAll(jsonl, text)).toEqual({
    events: [{ title: "one" }, { title: "ثلاثة" }],
    places: [{ line: 1 }, { line: 4 }],
    fields: undefined,
    lost: 1,
    problems: [{ code: "bad-json", severity: "left-out", line: 3, column: 15 }],
  })
})

test("a first line with the version in it is the head of the document", async () => {
  const { fields, events } = await readAll(jsonl, '{"dateline":1,"lang":"ar"}\n{"title":"لقاء"}\n')
  expect([fields, events]).toEqual([{ dateline: 1, lang: "ar" }, [{ title: "لقاء" }]])
})

test.each([
  ['{"events":[]}', "a.json", "json"],
  ["  [ ]", "", "json"],
  ['{\n"title": "x"}', "data", "json"],
  ['{"title":"x"}\n{"title":"y"}', "data.txt", "jsonl"],
  ['{"title":"x"}\n{"title":"y"}', "wrong.json", "jsonl"],
  ['{"title":"x"}', "a.jsonl", "jsonl"],
  ["when;title", "a.json", "csv"],
  ["<!doctype html>", "a.json", "html"],
  ["", "a.json", null],
])("the file %j named %j is of the format %s", (text, name, format) => {
  expect(sniffFormat(encode(text), name)?.name ?? null).toBe(format)
})

test("any bytes can be sniffed and read", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array(), async bytes => {
      sniffFormat(bytes, "x.json")
      await readAll(json, bytes)
      await readAll(jsonl, bytes)
    }),
  )
})

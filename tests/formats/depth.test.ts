import { expect, test } from "vitest"
import { LoadFailure } from "../../src/load/failure.ts"
import { load } from "../../src/load/load.ts"

const DEPTH = 100_000
const lists = "[".repeat(DEPTH) + "]".repeat(DEPTH)
const objects = '{"a":'.repeat(DEPTH) + "1" + "}".repeat(DEPTH)
const page = '<script type="application/ld+json">{"@type":"Event","name":"x","startDate":"2016"}</script>'

/** Titles of the events, or the code of the failure; the codes of what was said. */
async function read(text: string, name: string) {
  const outcome = await load({ text, name }).catch((error: unknown) => error)
  if (outcome instanceof LoadFailure) return [outcome.code, outcome.problems.map(({ code }) => code)]
  const { document, problems, read: total, leftOut } = outcome as Awaited<ReturnType<typeof load>>
  expect(document.events.length).toBe(total - leftOut)
  return [document.events.map(({ title }) => title["und"]), problems.map(({ code }) => code)]
}

test.each([
  ["lists alone", "a.json", lists, [[], ["not-an-object"]]],
  ["objects alone", "a.json", objects, ["no-events", ["no-events", "unknown-field"]]],
  ["lists that nobody closes", "a.json", "[".repeat(DEPTH), ["bad-json", ["bad-json"]]],
  ["what is nearly JSON", "a.json", `[{name:'x',deep:${lists}}]`, ["bad-json", ["bad-json"]]],
  [
    "a field of a native event",
    "a.json",
    `{"events":[{"title":"x","when":"2016"},{"title":"y","summary":${objects}}]}`,
    [["x", "y"], ["not-text"]],
  ],
  [
    "a native event that breaks off",
    "a.json",
    `{"events":[{"title":"x","when":"2016"},{"title":"y","summary":${'{"a":'.repeat(DEPTH)}`,
    [["x"], ["bad-json"]],
  ],
  ["a field of any object", "a.json", `[{"name":"x","date":"2016-01-02","deep":${lists}}]`, [["x"], []]],
  ["a line", "a.jsonl", `{"name":"x","date":"2016-01-02","deep":${lists}}\n`, [["x"], []]],
  [
    "parts of an event of schema.org",
    "a.json",
    `{"@type":"Event","name":"x","startDate":"2016","subEvent":${'{"@type":"Event","name":"y","subEvent":'.repeat(DEPTH)}1${"}".repeat(DEPTH + 1)}`,
    [
      ["x", "y"],
      ["merged-rows", "too-deep"],
    ],
  ],
  [
    "coordinates and properties of a map",
    "a.geojson",
    `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"x","date":"2016","d":${objects}},"geometry":{"type":"Point","coordinates":${lists}}}]}`,
    [["x"], []],
  ],
  [
    "timespans, names and geometries of a place",
    "a.geojson",
    `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"title":"x"},"geometry":{"type":"GeometryCollection","geometries":${lists}},"when":{"timespans":${lists}},"names":${lists}}]}`,
    [["x"], []],
  ],
  [
    "arcs of a topology",
    "a.topojson",
    `{"type":"Topology","objects":{"a":{"type":"Polygon","arcs":${lists},"properties":{"name":"x","year":1999}}},"arcs":${lists}}`,
    [["x"], []],
  ],
  [
    "a value of Wikidata",
    "a.json",
    `{"results":{"bindings":[{"item":{"type":"uri","value":"http://www.wikidata.org/entity/Q1"},"itemLabel":{"value":"x"},"deep":${objects}}]}}`,
    [["x"], []],
  ],
  ["an item of vis-timeline", "a.json", `[{"start":"2016","content":"x","group":${lists}}]`, [["x"], []]],
  [
    "a slide of TimelineJS",
    "a.json",
    `{"events":[{"start_date":{"year":2016},"text":{"headline":"x"},"media":${objects}}]}`,
    [["x"], []],
  ],
  [
    "associations of TimeMap",
    "a.json",
    `{"associations":${lists},"events":[{"date":"2016-01-02","title":"x","description":"","associations":${lists}}]}`,
    [["x"], []],
  ],
  [
    "an event of SIMILE in XML",
    "a.xml",
    `<data><event start="2016" title="x"/>${"<b>t".repeat(DEPTH)}${"</b>".repeat(DEPTH)}</data>`,
    [["x"], ["too-deep"]],
  ],
  [
    "a web page below its data",
    "a.html",
    `<!doctype html>${page}${"<div>t".repeat(DEPTH)}`,
    [["x"], ["too-deep"]],
  ],
  [
    "a web page above its data",
    "a.html",
    `<!doctype html>${"<div>t".repeat(DEPTH)}${page}`,
    ["html-instead", ["too-deep", "html-instead"]],
  ],
])("a hundred thousand levels within %s cost no more than what is there", async (_, name, text, expected) => {
  expect(await read(text, name)).toEqual(expected)
})

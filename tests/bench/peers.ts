import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import type { Fixtures } from "../browser/server.ts"
import { rows } from "./files.ts"

const require = createRequire(import.meta.url)
const text = (path: string) => readFileSync(require.resolve(path), "utf8")

/** Pages that draw the same events with other libraries, and the floors that no reader of a file can go below. */
export function peerPages(sizes: readonly number[]): Fixtures {
  const pages: Record<string, string | { body: string; headers: Record<string, string> }> = {
    "/papaparse.js": text("papaparse/papaparse.min.js"),
    "/vis.js": text("vis-timeline/standalone/umd/vis-timeline-graph2d.min.js"),
    "/vis.css": text("vis-timeline/styles/vis-timeline-graph2d.min.css"),
    "/echarts.js": text("echarts/dist/echarts.min.js"),
    "/floor.html": page(""),
    "/floor.js": FLOOR,
  }
  for (const size of sizes) {
    const events = [...rows(size)].map(({ id, title, start, end, actors, type }) => [
      id,
      title,
      start,
      end,
      actors[0],
      type,
    ])
    pages[`/events-${size}.js`] = `window.EVENTS = ${JSON.stringify(events)}`
    pages[`/vis-${size}.html`] = page(
      `<link rel="stylesheet" href="/vis.css"><script src="/vis.js"></script><script src="/events-${size}.js"></script>
       <div id="box" style="width:1000px;height:600px"></div><script>${VIS}</script>`,
    )
    pages[`/echarts-${size}.html`] = page(
      `<script src="/echarts.js"></script><script src="/events-${size}.js"></script>
       <div id="box" style="width:1000px;height:600px"></div><script>${ECHARTS}</script>`,
    )
  }
  return pages
}

function page(body: string): string {
  return `<!doctype html><meta charset="utf-8"><title>Peer</title><link rel="icon" href="data:,">${body}`
}

/** Fetches a file and runs the fastest parser over it, in a worker. */
const FLOOR = `
importScripts("/papaparse.js")
onmessage = async ({ data: { address, kind } }) => {
  const start = performance.now()
  const response = await fetch(address)
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ""
  let rows = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    rest += value
    if (kind === "csv") {
      const parser = new Papa.Parser({ delimiter: ",", newline: "\\n" })
      const { data, meta } = parser.parse(rest, 0, true)
      rows += data.length
      rest = rest.slice(meta.cursor)
    } else {
      const lines = rest.split("\\n")
      rest = lines.pop()
      for (const line of lines) { JSON.parse(line); rows++ }
    }
  }
  postMessage({ rows, ms: performance.now() - start })
}`

/** vis-timeline as its examples set it up: a group for each of the ten most frequent actors, stacking as by default. */
const VIS = `
const counts = {}
for (const event of EVENTS) counts[event[4]] = (counts[event[4]] || 0) + 1
const busiest = Object.keys(counts).sort((a, b) => counts[b] - counts[a]).slice(0, 10)
const groups = busiest.map(id => ({ id, content: id }))
const items = new vis.DataSet(EVENTS.filter(e => busiest.includes(e[4])).map(([id, content, start, end, group, type]) =>
  ({ id, content, start, ...(end ? { end } : { type: "point" }), group, kind: type })))
let kind = null
const view = new vis.DataView(items, { filter: item => kind === null || item.kind === kind })
const settled = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))
const timeline = new vis.Timeline(document.getElementById("box"), view, groups, { height: 600 })
const changed = () => new Promise(done => timeline.once ? timeline.once("changed", done) : (function on() { timeline.on("changed", () => done()) })())
window.first = changed().then(settled)
window.filter = async () => {
  const from = performance.now()
  const next = changed()
  kind = kind === null ? "type 0" : null
  view.refresh()
  await Promise.race([next, new Promise(done => setTimeout(done, 20000))])
  return await settled() - from
}`

/** ECharts with a custom series of bars by time and lane. */
const ECHARTS = `
const counts = {}
for (const event of EVENTS) counts[event[4]] = (counts[event[4]] || 0) + 1
const busiest = Object.keys(counts).sort((a, b) => counts[b] - counts[a]).slice(0, 10)
const all = EVENTS.filter(e => busiest.includes(e[4])).map(e => [busiest.indexOf(e[4]), Date.parse(e[2]), Date.parse(e[3] || e[2]) + 864e5, e[5]])
const chart = echarts.init(document.getElementById("box"))
const option = data => ({
  animation: false,
  xAxis: { type: "time" },
  yAxis: { type: "category", data: busiest },
  dataZoom: [{ type: "inside" }],
  series: [{ type: "custom", encode: { x: [1, 2], y: 0 }, data, renderItem(_, api) {
    const from = api.coord([api.value(1), api.value(0)]), to = api.coord([api.value(2), api.value(0)])
    return { type: "rect", shape: { x: from[0], y: from[1] - 5, width: Math.max(2, to[0] - from[0]), height: 10 }, style: { fill: "#0b62a6" } }
  } }],
})
const settled = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))
const finished = () => new Promise(done => { const on = () => { chart.off("finished", on); done() }; chart.on("finished", on) })
chart.setOption(option(all))
window.first = finished().then(settled)
let some = false
window.filter = async () => {
  const from = performance.now()
  const next = finished()
  some = !some
  chart.setOption(option(some ? all.filter(one => one[3] === "type 0") : all))
  await Promise.race([next, new Promise(done => setTimeout(done, 20000))])
  return await settled() - from
}`

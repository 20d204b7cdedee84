import { readFileSync } from "node:fs"
import { draw, type Picture } from "./draw.ts"

const { events, ...document } = JSON.parse(readFileSync("data/report/report.json", "utf8"))

/** The report of 17 November 2016, by actor. */
export const report: Picture = { document, events, field: "actor", width: 1000, room: 560 }

export default draw(report)

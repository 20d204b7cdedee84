import { createWriteStream, existsSync, mkdirSync, renameSync } from "node:fs"
import { once } from "node:events"
import { formatIsoDay } from "../../src/time/instant.ts"
import { ACTORS, DAY, DAYS, FIRST, NAMES, PLACES, random, VERBS, zipf } from "./generate.ts"

const STATUSES = ["occurred", "ongoing", "announced", "planned", "possible", "claimed", "denied", "cancelled"]

/** Where generated files are kept from run to run. */
export const FOLDER = "tests/out/bench-data"

export interface Row {
  readonly id: string
  readonly title: string
  readonly start: string
  /** "" for a moment. */
  readonly end: string
  readonly actors: readonly string[]
  readonly place: string
  readonly type: string
  readonly status: string
  readonly source: string
}

/** The same rows for the same seed: ten years, bursty, 40 % moments, 1 to 4 actors of 500 and a place of 300 by Zipf. */
export function* rows(count: number, seed = 1): Generator<Row> {
  const next = random(seed)
  const bursts = Array.from({ length: 60 }, () => next() * DAYS)
  for (let i = 0; i < count; i++) {
    const burst = bursts[Math.floor(next() * bursts.length)]!
    const day = next() < 0.7 ? Math.min(DAYS - 1, Math.abs(burst + (next() - 0.5) * 20)) : next() * DAYS
    const begin = FIRST + Math.floor(day) * DAY
    const isMoment = next() < 0.4
    const actors = Array.from({ length: 1 + Math.floor(next() * 4) }, () => `Actor ${zipf(next, ACTORS)}`)
    yield {
      id: `e${i}`,
      title: `${NAMES[zipf(next, NAMES.length)]!} ${VERBS[zipf(next, VERBS.length)]!} ${i}`,
      start: formatIsoDay(begin),
      end: isMoment ? "" : formatIsoDay(begin + Math.ceil(next() * 20) * DAY),
      actors: [...new Set(actors)],
      place: `Place ${zipf(next, PLACES)}`,
      type: `type ${zipf(next, 8)}`,
      status: STATUSES[zipf(next, STATUSES.length)]!,
      source: `Source ${zipf(next, 20)}`,
    }
  }
}

/** A generated file of so many events, made where it is not there yet; gives its path. */
export async function fileOf(count: number, kind: "csv" | "ndjson"): Promise<string> {
  mkdirSync(FOLDER, { recursive: true })
  const path = `${FOLDER}/events-${count}.${kind}`
  if (existsSync(path)) return path
  const out = createWriteStream(`${path}.part`)
  let text = kind === "csv" ? "id,title,start,end,actors,places,type,status,source\n" : ""
  for (const row of rows(count)) {
    text += kind === "csv" ? csvLine(row) : jsonLine(row)
    if (text.length < 1_000_000) continue
    if (!out.write(text)) await once(out, "drain")
    text = ""
  }
  out.end(text)
  await once(out, "finish")
  renameSync(`${path}.part`, path)
  return path
}

function csvLine({ id, title, start, end, actors, place, type, status, source }: Row): string {
  return `${[id, title, start, end, actors.join(";"), place, type, status, source].join(",")}\n`
}

function jsonLine({ place, source, end, ...row }: Row): string {
  return `${JSON.stringify({ ...row, ...(end && { end }), places: [place], sources: [source] })}\n`
}

import type { Document, EventRecord } from "../../src/model/document.ts"
import { STATUSES } from "../../src/model/document.ts"
import { formatIsoDay, instantOf } from "../../src/time/instant.ts"

export const ACTORS = 500
export const PLACES = 300
export const DAYS = 3650
export const DAY = 86_400_000
export const FIRST = instantOf({ year: 2010 })
export const NAMES = ["Ministry", "Fleet", "Delegation", "Council", "وزارة", "وفد", "مجلس", "أسطول"]
export const VERBS = ["meets", "strikes", "announces", "visits", "يلتقي", "يعلن", "يزور", "يقصف"]

/** The same numbers in [0, 1) for the same seed, everywhere (mulberry32, public domain). */
export function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Rank by Zipf's law: the first is twice as frequent as the second. */
export function zipf(next: () => number, n: number): number {
  return Math.min(n - 1, Math.floor(Math.exp(next() * Math.log(n + 1))) - 1)
}

function named<Value>(prefix: string, n: number, value: (i: number) => Value): Map<string, Value> {
  return new Map(Array.from({ length: n }, (_, i) => [`${prefix}${i}`, value(i)]))
}

/** Deterministic events over ten years: bursty, 40 % moments, 1 to 4 actors of 500 and a place of 300, two scripts. */
export function generate(events: number, seed = 1): Document {
  const next = random(seed)
  const bursts = Array.from({ length: 60 }, () => next() * DAYS)
  const records: EventRecord[] = []
  for (let i = 0; i < events; i++) {
    const burst = bursts[Math.floor(next() * bursts.length)]!
    const day = next() < 0.7 ? Math.min(DAYS - 1, Math.abs(burst + (next() - 0.5) * 20)) : next() * DAYS
    const begin = FIRST + Math.floor(day) * DAY
    const moment = next() < 0.4
    const from = formatIsoDay(begin)
    const actors = new Set(Array.from({ length: 1 + Math.floor(next() * 4) }, () => `a${zipf(next, ACTORS)}`))
    records.push({
      id: `e${i}`,
      when: moment ? from : `${from}/${formatIsoDay(begin + Math.ceil(next() * 20) * DAY)}`,
      asOf: null,
      whenText: null,
      countedFrom: null,
      reported: from,
      title: {
        [i % 2 ? "ar" : "en"]: `${NAMES[zipf(next, NAMES.length)]} ${VERBS[zipf(next, VERBS.length)]} ${i}`,
      },
      summary: null,
      type: `t${zipf(next, 8)}`,
      status: STATUSES[zipf(next, STATUSES.length)]!,
      actors: [...actors].map(id => ({ id, role: null })),
      places: [{ id: `p${zipf(next, PLACES)}`, role: "venue" }],
      sources: [{ id: `s${zipf(next, 20)}`, at: null, says: null }],
      confidence: {},
      figures: {},
      media: [],
      tags: [],
      links: [],
    })
  }
  return {
    title: { en: `${events} generated events` },
    summary: null,
    lang: "en",
    actors: named("a", ACTORS, i => ({
      name: { en: `Actor ${i}`, ar: `الطرف ${i}` },
      kind: null,
      partOf: i > 20 ? [`a${i % 20}`] : [],
      note: null,
      url: null,
    })),
    places: named("p", PLACES, i => ({
      name: { en: `Place ${i}` },
      point: null,
      precision: null,
      within: i > 10 ? `p${i % 10}` : null,
    })),
    types: new Map(),
    tags: new Map(),
    sources: new Map(),
    periods: [],
    views: [],
    events: records,
  }
}

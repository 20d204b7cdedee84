import * as fc from "fast-check"
import { parseEdtf, type Edtf, type EdtfDate } from "../../src/time/edtf.ts"
import { spanOf } from "../../src/time/edtf-span.ts"

const two = (n: number) => String(n).padStart(2, "0")
/** Now and then a digit gives way to an X. */
const masked = (digits: fc.Arbitrary<string>) =>
  fc
    .tuple(digits, fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 4, maxLength: 4 }))
    .map(([text, dice]) => [...text].map((digit, at) => (dice[at] === 0 ? "X" : digit)).join(""))

const doubt = fc.integer({ min: 0, max: 3 })
const year = fc.oneof(
  { weight: 6, arbitrary: masked(fc.integer({ min: 0, max: 9999 }).map(n => String(n).padStart(4, "0"))) },
  { weight: 1, arbitrary: fc.integer({ min: 10_000, max: 1e11 }).map(n => `Y${n}`) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 0, max: 9 }))
      .map(([n, e]) => `Y${n}E${e}`),
  },
)

/** Dates of every shape; those that cannot be are sifted out. */
export const dates: fc.Arbitrary<EdtfDate> = fc
  .record({
    year,
    negative: fc.boolean(),
    significant: fc.option(fc.integer({ min: 1, max: 4 }), { freq: 6 }),
    level: fc.integer({ min: 0, max: 3 }),
    month: masked(fc.integer({ min: 1, max: 12 }).map(two)),
    season: fc.integer({ min: 21, max: 41 }).map(String),
    day: masked(fc.integer({ min: 1, max: 31 }).map(two)),
    doubts: fc.oneof(
      fc.constant([0, 0, 0] as const),
      doubt.map(d => [d, d, d] as const),
      fc.tuple(doubt, doubt, doubt),
    ),
  })
  .map(({ year, negative, significant, level, month, season, day, doubts }): EdtfDate => {
    const long = year.startsWith("Y")
    const [digits, exponent] = long ? year.slice(1).split("E") : [year]
    const estimated = digits!.includes("X") ? null : significant
    const alone = long || estimated !== null
    const shown = alone || level === 0 ? 0 : level === 3 ? 2 : 1
    return {
      kind: "date",
      year: {
        negative,
        digits: digits!,
        long,
        exponent: exponent === undefined ? null : Number(exponent),
        significant: estimated,
      },
      month: shown === 0 ? null : level === 2 ? season : month,
      day: shown === 2 ? day : null,
      time: null,
      doubts: [doubts[0], shown > 0 ? doubts[1] : 0, shown > 1 ? doubts[2] : 0],
    }
  })
  .filter(date => spanOf(date) !== null)

const times: fc.Arbitrary<EdtfDate> = fc
  .record({
    day: fc.integer({ min: 0, max: 40_000 }),
    hour: fc.integer({ min: 0, max: 23 }),
    parts: fc.integer({ min: 0, max: 3 }),
    minute: fc.integer({ min: 0, max: 59 }),
    second: fc.integer({ min: 0, max: 59 }),
    ms: fc.integer({ min: 0, max: 999 }),
    offset: fc.option(fc.integer({ min: -1439, max: 1439 })),
  })
  .map(({ day, hour, parts, minute, second, ms, offset }): EdtfDate => {
    const [y, m, d] = new Date(day * 86_400_000).toISOString().slice(0, 10).split("-") as [
      string,
      string,
      string,
    ]
    return {
      kind: "date",
      year: { negative: false, digits: y, long: false, exponent: null, significant: null },
      month: m,
      day: d,
      time: {
        hour,
        minute: parts > 0 ? minute : null,
        second: parts > 1 ? second : null,
        ms: parts > 2 ? ms : null,
        offset,
      },
      doubts: [0, 0, 0],
    }
  })

const single = fc.oneof({ weight: 4, arbitrary: dates }, { weight: 1, arbitrary: times })
const forwards = (a: EdtfDate, b: EdtfDate) =>
  spanOf(a)![0] < spanOf(b)![1] ? ([a, b] as const) : ([b, a] as const)

const intervals = fc.oneof(
  fc.tuple(single, single).map(([a, b]): Edtf => {
    const [begin, end] = forwards(a, b)
    return { kind: "interval", begin, end }
  }),
  fc
    .tuple(single, fc.constantFrom("open" as const, "unknown" as const), fc.boolean())
    .map(([date, end, first]): Edtf => ({
      kind: "interval",
      begin: first ? date : end,
      end: first ? end : date,
    })),
  fc.constantFrom(
    { kind: "interval", begin: "open", end: "open" } as const,
    { kind: "interval", begin: "unknown", end: "open" } as const,
    { kind: "interval", begin: "open", end: "unknown" } as const,
  ),
)

const middles = fc.oneof(
  dates,
  fc.tuple(dates, dates).map(([a, b]) => {
    const [from, to] = forwards(a, b)
    return { kind: "range", from, to } as const
  }),
)

const sets = fc
  .record({
    all: fc.boolean(),
    before: fc.option(dates),
    between: fc.array(middles, { minLength: 1, maxLength: 3 }),
    after: fc.option(dates),
  })
  .map(({ all, before, between, after }): Edtf => ({
    kind: "set",
    all,
    members: [
      ...(before ? [{ kind: "range", from: null, to: before } as const] : []),
      ...between,
      ...(after ? [{ kind: "range", from: after, to: null } as const] : []),
    ],
  }))

/** Values of all three levels. */
export const edtfs: fc.Arbitrary<Edtf> = fc.oneof(
  { weight: 3, arbitrary: single },
  { weight: 2, arbitrary: intervals },
  { weight: 2, arbitrary: sets },
)

/** The value of a text that must be EDTF. */
export function edtf(text: string): Edtf {
  const parsed = parseEdtf(text)
  if (!parsed.ok) throw new Error(`${text}: found ${parsed.found}, expected ${parsed.expected}`)
  return parsed.value
}

import type { Domain } from "../layout/scale.ts"
import { sayText } from "../model/sayText.ts"
import type { Table } from "../table/table.ts"
import { dayTicks } from "../time/dayTicks.ts"
import type { ReadWhen } from "../time/days.ts"
import { ticks } from "../time/ticks.ts"
import { sayTick } from "../words/dates-ticks.ts"
import type { DateLocale } from "../words/dates-locale.ts"
import type { Naming } from "./names.ts"

/** Least room of a tick in pixels. */
const TICK_ROOM = 64

/** Dates along the axis, or with an event to count from, days before and after it. */
export function ticksOf(
  domain: Domain,
  along: number,
  zone: string,
  align: string | null,
  reader: Naming & { readonly locale: DateLocale },
) {
  const origin = align === null ? null : originOf(reader.table, align)
  if (origin !== null)
    return dayTicks(domain, along, origin, TICK_ROOM * 1.4).map(({ at, days }) => ({
      at,
      unit: "day",
      major: days === 0,
      text: reader.words.daysFrom(days),
    }))
  return ticks(domain, along, { minPx: TICK_ROOM, zone }).map(tick => ({
    at: tick.at,
    unit: tick.unit,
    major: tick.major,
    text: sayTick(tick, reader.locale),
  }))
}

/** Where counting begins: the first instant at which the event can have begun; null for no such event or no date. */
function originOf(table: Table, id: string): number | null {
  const row = table.rowOf(id)
  if (row < 0 || row >= table.dated) return null
  const from = table.when.beginMin[row]!
  const at = Number.isFinite(from) ? from : table.when.endMin[row]!
  return Number.isFinite(at) ? at : null
}

/** The periods of a document as a scene has them. */
export function periodsOf({ table, lang }: Naming, readWhen: ReadWhen) {
  return table.document.periods.flatMap(period => {
    const when = readWhen(period.when)
    if (!when) return []
    const text = sayText(period.title, lang)?.text ?? ""
    return [{ from: when.beginMin, to: when.endMax, coverage: period.kind === "coverage", text }]
  })
}

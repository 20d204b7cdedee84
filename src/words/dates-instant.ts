import { civilFromDays, DAY, dayOf, fieldsOf, MINUTE } from "../time/instant.ts"
import { PRECISION, type Precision } from "../time/when.ts"
import { clockIn, offsetAt } from "../time/zone.ts"
import { axisWords } from "./dates-language.ts"
import type { DateLocale } from "./dates-locale.ts"
import { pairOfDays, pairOfMonths, pairOfYears, sayClock, sayFields, sayZone } from "./dates-parts.ts"

/**
 * An instant in words to a precision (`hour` and finer read in `zone`, named beside the time; day and coarser in UTC, so
 * that they never shift): "16 November 2016, 09:30 UTC", "November 2016", "2016". Infinite instants give "".
 */
export function sayInstant(instant: number, precision: Precision, locale: DateLocale, zone = "UTC"): string {
  if (!Number.isFinite(instant)) return ""
  const words = axisWords(locale)
  const speaker = { words, locale, zone, weekday: false }
  const fields = fieldsOf(precision >= PRECISION.hour ? clockIn(instant, zone) : instant)
  if (precision >= PRECISION.hour) {
    const clock = sayClock(fields, precision === PRECISION.second, locale)
    const offset = (offsetAt(instant, zone) ?? 0) / MINUTE
    return words.clock(sayFields(fields, speaker), `${clock} ${sayZone(offset, speaker)}`, false)
  }
  if (precision === PRECISION.day) return sayFields(fields, speaker)
  const year = words.year(fields.year, locale, "auto")
  if (precision !== PRECISION.month) return year
  return words.date({ month: words.month(fields.month, locale, "full"), year })
}

/**
 * The extent [from, to) in brief: "15 Oct – 23 Nov 2016"; months only beyond three years, years only beyond thirty.
 * An infinite or empty extent gives "".
 */
export function sayStretch(from: number, to: number, locale: DateLocale): string {
  if (!Number.isFinite(from) || !Number.isFinite(to) || to < from) return ""
  const words = axisWords(locale)
  const speaker = { words, locale, zone: "UTC", weekday: false }
  const a = civilFromDays(dayOf(from))
  const b = civilFromDays(Math.max(dayOf(from), Math.ceil(to / DAY) - 1))
  const years = b.year - a.year
  if (years > 30) return words.range(pairOfYears(a.year, b.year, speaker))
  if (years > 3) return words.range(pairOfMonths(a, b, speaker, true))
  const pair = pairOfDays(a, b, speaker, true)
  return a.day === b.day && a.month === b.month && years === 0 ? pair.second : words.range(pair)
}

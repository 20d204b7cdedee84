import { parseEdtf, readWhen, type Edtf, type EdtfDate } from "../time/edtf.ts"
import { DAY, instantOf } from "../time/instant.ts"
import { dateText, timeText } from "./icalLine.ts"

/** When something stands in a calendar. */
export interface CalendarSpan {
  readonly begin: Bound
  /** Exclusive; null for a moment. */
  readonly end: Bound | null
  /** Whether the calendar says all that the date does. */
  readonly isExact: boolean
}

interface Bound {
  /** DATE or DATE-TIME. */
  readonly text: string
  readonly isDay: boolean
}

const FIRST = instantOf({ year: 1 })
const LAST = instantOf({ year: 9999 })

/**
 * The days or times on which a date may be, as a calendar has them; null where there are none, or none that a calendar can
 * name (RFC 5545 has four digits for a year). A stretch with one bound stands on that.
 */
export function calendarSpan(when: string): CalendarSpan | null {
  const span = readWhen(when)
  const parsed = parseEdtf(when)
  if (!span || !parsed.ok) return null
  const { beginMin, beginMax, endMin, endMax } = span
  const isOpen = !Number.isFinite(beginMin) || !Number.isFinite(endMax)
  const from = Number.isFinite(beginMin) ? beginMin : Number.isFinite(endMin) ? endMin : NaN
  const to = Number.isFinite(endMax) ? endMax : Number.isFinite(beginMax) ? beginMax : NaN
  if (!(from >= FIRST && to <= LAST)) return null
  const clock = clockOf(parsed.value)
  if (clock) {
    const zone = clock.isFloating ? "" : "Z"
    // A minute or a second is a moment; an hour and a stretch last.
    const lasts = clock.isStretch || to - from > 60_000
    return {
      begin: { text: timeText(from, zone), isDay: false },
      end: lasts ? { text: timeText(clock.isStretch ? endMin : to, zone), isDay: false } : null,
      isExact: clock.isPlain,
    }
  }
  const first = Math.floor(from / DAY) * DAY
  return {
    begin: { text: dateText(first), isDay: true },
    end: { text: dateText(Math.max(first + DAY, Math.ceil(to / DAY) * DAY)), isDay: true },
    isExact: !isOpen && /^\d{4}-\d\d-\d\d(\/\d{4}-\d\d-\d\d)?$/.test(when),
  }
}

interface Clock {
  readonly isFloating: boolean
  readonly isStretch: boolean
  readonly isPlain: boolean
}

/** How the clock times of a date stand, where both of its ends have one; null for days. */
function clockOf(value: Edtf): Clock | null {
  const dates =
    value.kind === "date"
      ? [value]
      : value.kind === "interval" && typeof value.begin === "object" && typeof value.end === "object"
        ? [value.begin, value.end]
        : []
  if (dates.length === 0 || !dates.every(hasTime)) return null
  return {
    isFloating: dates.every(({ time }) => time!.offset === null),
    isStretch: dates.length > 1,
    isPlain: dates.every(({ time, doubts }) => time!.minute !== null && doubts.every(doubt => doubt === 0)),
  }
}

function hasTime({ time }: EdtfDate): boolean {
  return time !== null
}

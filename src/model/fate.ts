import type { FaultCode } from "./faults.ts"
import type { Place, Problem } from "./problem.ts"

/**
 * What became of what a problem is of: `stopped` the reading ended there; `event` events are not shown; `value` their event
 * is shown, without it; `mended` it was guessed or mended and stands there. In order of how much was lost.
 */
export const FATES = ["stopped", "event", "value", "mended"] as const
export type Fate = (typeof FATES)[number]

/** Left out with all the events that it holds: a file, a sheet, a row, the rest of a text, further times of a rule. */
const WITH_EVENTS: ReadonlySet<string> = new Set<FaultCode>([
  "bad-json",
  "bad-rule",
  "bad-workbook",
  "damaged-file",
  "empty-event",
  "file-failed",
  "other-sheet",
  "several-files",
  "too-deep",
  "too-many-repeats",
])

/** Called `repaired` since their event is shown, though nothing stands in place of the value. */
const WITHOUT_VALUE: ReadonlySet<string> = new Set<FaultCode>([
  "bad-date",
  "long-cell",
  "not-years",
  "row-width",
  "two-dates",
  "unknown-zone",
])

/** What became of each of the problems of one reading. */
export function fatesOf(problems: readonly Problem[]): readonly Fate[] {
  const fates = problems.map(fateOf)
  const lost = new Set(problems.filter((_, i) => fates[i] === "event").map(({ where }) => keyOf(where)))
  // A value of an event that is not shown either.
  return lost.size === 0
    ? fates
    : fates.map((fate, i) => (fate === "value" && isWithin(problems[i]!.where, lost) ? "event" : fate))
}

function fateOf({ code, severity, where }: Problem): Fate {
  if (severity === "fatal") return "stopped"
  if (WITH_EVENTS.has(code)) return "event"
  if (severity === "repaired") return WITHOUT_VALUE.has(code) ? "value" : "mended"
  if (code === "row-width") return "event"
  return code === "not-an-object" && isEvent(where) ? "event" : "value"
}

/** Lists of other things than events. */
const OTHER_LISTS = /\/(?:actors|places|sources|media|links|periods|views)\/\d+$/

/** Whether a place is that of a whole event: a row, a line, an entry of a list. */
function isEvent({ pointer, row, line }: Place): boolean {
  if (row !== undefined || line !== undefined) return !pointer
  return pointer !== undefined && /^\/events\/[^/]+$|\/\d+$/.test(pointer) && !OTHER_LISTS.test(pointer)
}

function keyOf({ file, row, line, pointer = "" }: Place): string {
  return [file, row, line, pointer].join("\n")
}

function isWithin(where: Place, lost: ReadonlySet<string>): boolean {
  const { pointer = "" } = where
  for (let end = pointer.length; end >= 0; end = end === 0 ? -1 : pointer.lastIndexOf("/", end - 1))
    if (lost.has(keyOf({ ...where, pointer: pointer.slice(0, end) }))) return true
  return false
}

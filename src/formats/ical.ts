import { decodeHead } from "./decode.ts"
import type { Batch, Format } from "./format.ts"
import { collected } from "./pieces.ts"

/**
 * A calendar (iCalendar, RFC 5545 and 7986): events with their zones, repetitions and exceptions. What is of people, its
 * organizer and attendees, is left out.
 */
export const ical: Format = {
  name: "ical",
  extensions: [".ics", ".ical", ".ifb", ".icalendar"],
  mediaTypes: ["text/calendar"],
  sniff(head, fileName) {
    if (/^\s*BEGIN:\s*V(CALENDAR|EVENT)\b/i.test(decodeHead(head))) return 2
    return /\.(ics|ical|icalendar)$/i.test(fileName) && /^BEGIN:VCALENDAR/im.test(decodeHead(head)) ? 2 : 0
  },
  async *read(bytes, faults, options): AsyncGenerator<Batch> {
    const [{ contentLines }, { componentsOf }, { treeOfCalendars }, { batchesOf }, library] =
      await Promise.all([
        import("./ical/lines.ts"),
        import("./ical/components.ts"),
        import("./ical/events.ts"),
        import("./trees/tree.ts"),
        import("ical.js"),
      ])
    const calendars = library.default
    // A date where a time should be is read as the date that it is.
    calendars.design.strict = false
    const lines = contentLines(await collected(bytes))
    const root = componentsOf(lines, calendars, faults)
    if (root.inner.length === 0)
      faults.add({ code: "no-events", severity: "fatal", where: { line: 1 }, found: lines[0]?.text ?? "" })
    yield* batchesOf(treeOfCalendars(root, faults, calendars, options?.now ?? null), ical.name)
  },
}

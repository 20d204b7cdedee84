import type { EventRecord } from "../model/document.ts"
import { eventOf } from "../table/event.ts"
import type { Table } from "../table/table.ts"
import { parseEdtf } from "../time/edtf.ts"
import { sayEdtf } from "../words/dates.ts"
import type { FullReader } from "./fullReader.ts"

/** The whole event, decoded; asked for only when one is opened, spoken or listed. */
export const eventAt: (table: Table, row: number) => EventRecord = eventOf

/** An EDTF string in words; text that is no date comes back as it is. */
export function sayDate(
  edtf: string | null,
  reader: Pick<FullReader, "locale" | "words">,
  zone?: string,
): string {
  if (!edtf) return ""
  const parsed = parseEdtf(edtf)
  return parsed.ok ? sayEdtf(parsed.value, reader.locale, zone) : edtf
}

/** When an event happened, in words: its date, or "as of …" where it has no bound of its own, or "no date". */
export function sayWhen(
  event: EventRecord,
  reader: Pick<FullReader, "locale" | "words">,
  zone?: string,
): string {
  const own = event.when && !isUnbounded(event.when) ? sayDate(event.when, reader, zone) : ""
  const attested = event.asOf ? reader.words.asOf(sayDate(event.asOf, reader, zone)) : ""
  if (own && attested) return `${own} (${attested})`
  if (own || attested) return own || attested
  return event.when ? sayDate(event.when, reader, zone) : reader.words.undatedWord
}

function isUnbounded(edtf: string): boolean {
  return /^(\.\.)?\/(\.\.)?$/.test(edtf)
}

import type { EventRecord } from "../model/document.ts"
import { parseEdtf } from "../time/edtf.ts"
import type { DateLocale } from "../words/dates-locale.ts"
import { sayEdtf } from "../words/dates.ts"
import type { AllWords } from "../words/more.ts"

/** What dates are said by. */
export interface Dating {
  readonly locale: DateLocale
  readonly words: AllWords
}

/** An EDTF string in words; text that is no date comes back as it is. */
export function sayDate(edtf: string | null, reader: Dating, zone?: string): string {
  if (!edtf) return ""
  const parsed = parseEdtf(edtf)
  return parsed.ok ? sayEdtf(parsed.value, reader.locale, zone) : edtf
}

/** When an event happened, in words: its date, or "as of …" where it has no bound of its own, or "no date". */
export function sayWhen(event: EventRecord, reader: Dating, zone?: string): string {
  const own = event.when && !isUnbounded(event.when) ? sayDate(event.when, reader, zone) : ""
  const attested = event.asOf ? reader.words.asOf(sayDate(event.asOf, reader, zone)) : ""
  if (own && attested) return `${own} (${attested})`
  if (own || attested) return own || attested
  return event.when ? sayDate(event.when, reader, zone) : reader.words.undatedWord
}

function isUnbounded(edtf: string): boolean {
  return /^(\.\.)?\/(\.\.)?$/.test(edtf)
}

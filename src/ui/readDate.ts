import { parseEdtf } from "../time/edtf.ts"
import { parseSpokenDate } from "../words/dates-spoken.ts"

export { readWhen } from "../time/edtf.ts"

/** EDTF of what a reader typed: words, figures or EDTF itself; null where it is no date. */
export function readDate(text: string): string | null {
  const spoken = parseSpokenDate(text)
  if (spoken !== null) return spoken
  return parseEdtf(text).ok ? text : null
}

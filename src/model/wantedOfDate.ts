import { TEXT_END } from "../time/edtf-parse.ts"
import { edtfFault } from "./edtf-text.ts"
import { wantedOfEdtf, type Wanted } from "./wanted.ts"

/** What begins as a date in figures does, by which its writer can be told what is wrong with the rest. */
const IN_FIGURES = /^\s*-?\d{4}-(\d\d(?!\d)|$)/

/**
 * What a text that is no date would have needed: the part that is wrong, where it is nearly one; else the forms that are
 * read in cells where it stood in one (`isCell`), and nothing more than the code says in the native format.
 */
export function wantedOfDate(text: string, isCell: boolean): Wanted | undefined {
  const fault = edtfFault(text)
  // Whoever writes in words is not helped by what the grammar of figures waits for.
  const isNear =
    fault !== null && fault.at > 0 && (fault.found === TEXT_END || !/\p{L}{2}/u.test(fault.found))
  if (isNear && (!isCell || IN_FIGURES.test(text))) return wantedOfEdtf(fault)
  return isCell ? { word: "date-in-cell" } : undefined
}

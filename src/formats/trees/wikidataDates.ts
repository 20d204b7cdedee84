import { canonicalEdtf } from "../../model/edtf-text.ts"
import { day, yearText } from "../tabular/looseDates.ts"

const DATE_TIME =
  /^([+-]?\d{1,16})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}:\d{2})(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?$/

/** Whether a text is a date as the query service or an item's own data writes it. */
export function isWikidataDate(text: string): boolean {
  return DATE_TIME.test(text) && /^[+-]?\d{4,}/.test(text)
}

/**
 * The EDTF of a date of Wikidata (mediawiki.org/wiki/Wikibase/DataModel#Dates_and_times); null for what is none. Years
 * are astronomical, as in answers of the query service; `isHistorical` ones, of an item's own data, have no year 0.
 * `precision` is the service's number: 11 day, 10 month, 9 year, 8 decade, 7 century, 6 millennium, below that ten times
 * as much for each step. Where it is null, which is to say lost, the first of January stands for its year.
 */
export function wikidataDate(text: string, precision: number | null, isHistorical = false): string | null {
  const found = DATE_TIME.exec(text)
  if (!found) return null
  const [, digits, month, date, clock] = found
  const written = Number(digits)
  const year = isHistorical && written < 0 ? written + 1 : written + 0
  if (precision !== null && precision < 9) return coarse(year, precision)
  const isYear = precision === 9 || (precision === null && month === "01" && date === "01" && !isClock(clock))
  if (isYear) return yearText(year)
  return day(
    year,
    Number(month),
    precision === 10 ? 0 : Number(date),
    clock && isClock(clock) ? `${clock}Z` : undefined,
  )
}

/** Whether the precision of a date that came without one may be that of a year. */
export function isFirstOfJanuary(text: string): boolean {
  return /^[+-]?\d+-01-01(T00:00:00(\.0+)?Z?)?$/.test(text)
}

function isClock(clock: string | undefined): boolean {
  return clock !== undefined && clock !== "00:00:00"
}

/** A decade, century or millennium, counted as the site shows them: the 19th century is 1801 to 1900. */
function coarse(year: number, precision: number): string | null {
  const unit = 10 ** (9 - precision)
  if (unit > 1000 || Math.abs(year) >= 10_000) {
    const significant = String(Math.abs(year)).length - (9 - precision)
    const exact = yearText(year)
    if (significant < 1) return exact && canonicalEdtf(`${exact}~`)
    return canonicalEdtf(`${exact?.startsWith("Y") ? exact : `Y${year}`}S${significant}`) ?? exact
  }
  // The year 1900 is the last of the 19th century; decades, and all before our era, go by their digits.
  const counted = unit > 10 && year > 0 ? year - 1 : Math.abs(year)
  const places = String(unit).length - 1
  const known = String(Math.floor(counted / unit)).padStart(4 - places, "0")
  return canonicalEdtf(`${year < 0 ? "-" : ""}${known}${"X".repeat(places)}`)
}

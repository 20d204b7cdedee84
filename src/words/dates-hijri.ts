import { DAY, dayOf } from "../time/instant.ts"
import { dateWords } from "./dates-language.ts"
import type { DateLocale } from "./dates-locale.ts"

/** The tables of Umm al-Qura run from 1 Muharram 1300 to the end of 1600; beyond, engines guess, each its own way. */
const FIRST_YEAR = 1300
const LAST_YEAR = 1600

let format: Intl.DateTimeFormat | null = null

/**
 * The UTC day of an instant in the Umm al-Qura calendar, "17 Safar 1438 AH"; null outside the years 1300 to 1600 AH
 * (November 1882 to November 2174) or where the engine lacks that calendar.
 */
export function sayHijri(instant: number, locale: DateLocale): string | null {
  const day = dayOf(instant)
  if (!Number.isFinite(instant) || day < -40_000 || day > 80_000) return null
  format ??= new Intl.DateTimeFormat("en-u-ca-islamic-umalqura-nu-latn", {
    day: "numeric",
    month: "numeric",
    year: "numeric",
    timeZone: "UTC",
  })
  if (format.resolvedOptions().calendar !== "islamic-umalqura") return null
  const parts = format.formatToParts(day * DAY)
  const [d, m, y] = (["day", "month", "year"] as const).map(type =>
    Number.parseInt(parts.find(part => part.type === type)?.value ?? "", 10),
  )
  if (!(y! >= FIRST_YEAR && y! <= LAST_YEAR && m! >= 1 && m! <= 12 && d! >= 1)) return null
  return dateWords(locale).hijri(d!, m!, y!, locale)
}

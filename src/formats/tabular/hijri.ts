import { canonicalEdtf } from "../../model/edtf-text.ts"
import { foldName } from "../../model/names.ts"
import { DAY, formatIsoDay } from "../../time/instant.ts"

/** Names of the months of the Hijri calendar, Muharram first, in Arabic and as they are written in Latin letters. */
const NAMES: readonly string[] = [
  "محرم|المحرم|محرم الحرام|muharram|moharram",
  "صفر|صفر الخير|safar",
  "ربيع الأول|ربيع أول|ربيع 1|rabi al awwal|rabi al-awwal|rabi i|rabi 1|rabi ul awwal",
  "ربيع الآخر|ربيع الثاني|ربيع آخر|ربيع ثاني|ربيع 2|rabi al thani|rabi al-thani|rabi al akhir|rabi ii|rabi 2",
  "جمادى الأولى|جمادى الأول|جمادى أولى|جمادى 1|jumada al ula|jumada al-ula|jumada al awwal|jumada i|jumada 1",
  "جمادى الآخرة|جمادى الثانية|جمادى الآخر|جمادى الثاني|جمادى 2|jumada al thani|jumada al-thani|jumada al akhira|jumada al-akhira|jumada ii|jumada 2",
  "رجب|رجب الفرد|rajab",
  "شعبان|shaban|sha'ban|shaaban",
  "رمضان|رمضان المبارك|ramadan|ramadhan",
  "شوال|shawwal|shawal",
  "ذو القعدة|ذي القعدة|ذوالقعدة|dhu al qadah|dhu al-qadah|dhu al-qa'dah|dhul qadah|zulqadah",
  "ذو الحجة|ذي الحجة|ذوالحجة|dhu al hijjah|dhu al-hijjah|dhul hijjah|dhu al-hijja|zulhijjah",
]
const BY_NAME = new Map(NAMES.flatMap((names, i) => names.split("|").map(name => [foldName(name), i + 1])))

/** What follows a year of this calendar. */
const ERA = /\s*(?:هـ|ه|للهجرة|هجري[ةه]?|a\.?\s?h\.?)\.?$/iu
const NUMBERS = /^(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})$/
const WORDS = /^(?:(\d{1,2})[\s\-/.]+(?:من\s+)?)?(\D+?(?:\s[12])?)[\s\-/.,]+(?:سنة\s+|عام\s+)?(\d{1,4})$/u

/** Whether the name of a column says that its dates are of this calendar. */
export function isHijriName(name: string): boolean {
  return /(?<!\p{L})(?:hijr\p{L}*|hegir\p{L}*|a\.?h\.?|(?:ال)?هجري\p{L}*)(?!\p{L})/iu.test(
    name.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").replace(/[_\s]+/g, " "),
  )
}

/**
 * The EDTF of a date of the Hijri calendar: with a mark of it behind (`1438 هـ`, `15/2/1438 هـ`), or with the name of one of
 * its months. A month or year is a window, since it is none of ours. Null for anything else. By the tables of Umm al-Qura
 * for 1300 to 1600; before and after by reckoning, which may be a day off and is marked as about.
 */
export function readHijri(text: string): string | null {
  const isMarked = ERA.test(text)
  const plain = text.replace(ERA, "").trim()
  const words = WORDS.exec(plain)
  const month = words ? BY_NAME.get(foldName(words[2]!)) : undefined
  if (words && month) return dateOf(Number(words[3]), Number(month), words[1] ? Number(words[1]) : 0)
  if (!isMarked) return null
  const numbers = NUMBERS.exec(plain)
  if (numbers) {
    const [a, b, c] = [Number(numbers[1]), Number(numbers[2]), Number(numbers[3])]
    return a > 31 ? dateOf(a, b, c) : dateOf(c, b, a)
  }
  const year = /^(?:سنة\s+|عام\s+)?(\d{1,4})$/.exec(plain)
  return year ? dateOf(Number(year[1]), 0, 0) : null
}

function dateOf(year: number, month: number, date: number): string | null {
  if (!(year >= 1 && year <= 9999 && month <= 12 && date <= 30)) return null
  const first = dayOf(year, month || 1, date || 1)
  if (first === null) return null
  if (date > 0) return canonicalEdtf(`${text(first)}${isKnown(year) ? "" : "~"}`)
  const next = month === 0 || month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1)
  return next === null ? null : canonicalEdtf(`[${text(first)}..${text(next - 1)}]`)
}

function text(day: number): string {
  return formatIsoDay(day * DAY)
}

function isKnown(year: number): boolean {
  return year >= 1300 && year <= 1600
}

/** Days since 1970-01-01; null for a day that the month does not have. */
function dayOf(year: number, month: number, date: number): number | null {
  const near = reckoned(year, month, date)
  if (!isKnown(year) || !umalqura()) return near
  for (let off = 0; off <= 3; off++)
    for (const day of off === 0 ? [near] : [near - off, near + off])
      if (isDay(day, year, month, date)) return day
  return null
}

/** The tabular calendar in which 11 of 30 years have a day more, from Friday 16 July 622 of the Julian calendar. */
function reckoned(year: number, month: number, date: number): number {
  const days = Math.floor((11 * year + 3) / 30) + 354 * year + 30 * month - Math.floor((month - 1) / 2) + date
  return days + 1_948_055 - 2_440_588
}

let format: Intl.DateTimeFormat | null | undefined

/** The engine's own tables; null where it has none. */
function umalqura(): Intl.DateTimeFormat | null {
  if (format !== undefined) return format
  format = new Intl.DateTimeFormat("en-u-ca-islamic-umalqura-nu-latn", {
    ...{ day: "numeric", month: "numeric", year: "numeric", timeZone: "UTC" },
  })
  return format.resolvedOptions().calendar === "islamic-umalqura" ? format : (format = null)
}

function isDay(day: number, year: number, month: number, date: number): boolean {
  const parts = umalqura()!.formatToParts(day * DAY)
  const part = (type: string) => Number.parseInt(parts.find(one => one.type === type)?.value ?? "", 10)
  return part("day") === date && part("month") === month && part("year") === year
}

import type { DateLocale, MonthStyle } from "./dates-locale.ts"
import type { AxisWords } from "./dates-words.ts"
import { formatNumber, withDigits } from "./numbers.ts"

/** Arabic letter mark: makes the digits after it read as in Arabic text, so that a range never turns round. */
const ALM = "\u061C"

const WESTERN = "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split(" ")
const LEVANTINE =
  "كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول".split("|")
const MOROCCAN = "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر".split(" ")
const ALGERIAN = "جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر".split(" ")
const MAURITANIAN = "يناير فبراير مارس إبريل مايو يونيو يوليو أغشت شتمبر أكتوبر نوفمبر دجمبر".split(" ")

/** Month names of every family, January first. */
export const ARABIC_MONTHS: Readonly<Record<Exclude<MonthStyle, "english">, readonly string[]>> = {
  western: WESTERN,
  levantine: LEVANTINE,
  moroccan: MOROCCAN,
  algerian: ALGERIAN,
  mauritanian: MAURITANIAN,
}

/** Monday first. */
export const ARABIC_WEEKDAYS = "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد".split(" ")

/** The first to the tenth, masculine. */
export const ORDINALS = "الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر".split(" ")
const TENS = "عشرينيات ثلاثينيات أربعينيات خمسينيات ستينيات سبعينيات ثمانينيات تسعينيات".split(" ")

/** Dates of an axis in Arabic: month family and digits by the locale, eras as م and ق.م. */
export const ARABIC_AXIS: AxisWords = {
  month(month, { months }, form) {
    const names = ARABIC_MONTHS[months === "english" ? "western" : months]
    const own = names[month - 1]!
    return months === "levantine" && form === "full" ? `${own}/${WESTERN[month - 1]}` : own
  },
  weekday: weekday => ARABIC_WEEKDAYS[weekday - 1]!,
  year(year, locale, era) {
    const count = year > 0 ? year : 1 - year
    const number = count < 10_000 ? withDigits(String(count), locale) : formatNumber(count, locale)
    if (era === "none") return number
    if (year <= 0) return `${number} ق.م`
    return era === "always" || count < 100 || count >= 10_000 ? `${number} م` : number
  },
  decade(first, locale) {
    const tens = (first % 100) / 10
    const century = centuryName(Math.floor(first / 100) + 1, locale, true)
    return tens < 2 ? `العقد ${ORDINALS[tens]} من ${century}` : `${TENS[tens - 2]} ${century}`
  },
  century: centuryName,
  millennium: (number, locale, inside) => `الألفية ${feminine(number, locale, inside)}${beforeEra(number)}`,
  date: ({ weekday, day, month, year }) => [weekday, day, month, year].filter(Boolean).join(" "),
  range: ({ first, second, tight }) =>
    `${/^\d|^[٠-٩]/.test(first) ? ALM : ""}${first}${tight ? "–" : " – "}${second}`,
  clock: (date, clock, hourOnly) => `${date}، ${hourOnly ? "خلال الساعة " : ""}${clock}`,
  zone: offset => `بتوقيت غرينتش${offset}`,
  deepYear: (count, power, before, locale) =>
    `${formatNumber(count, locale)} ${power === "million" ? "مليون" : "مليار"} ${before ? "ق.م" : "م"}`,
}

function centuryName(number: number, locale: DateLocale, inside: boolean): string {
  return `القرن ${ordinal(Math.abs(number), locale, inside)}${beforeEra(number)}`
}

function beforeEra(number: number): string {
  return number < 0 ? " ق.م" : ""
}

/** The masculine ordinal with the article; the tens decline, the rest looks the same in every case. */
function ordinal(n: number, locale: DateLocale, genitive: boolean): string {
  if (n <= 10) return ORDINALS[n - 1]!
  if (n > 29) return withDigits(String(n), locale)
  const unit = n % 10 === 1 ? "الحادي" : ORDINALS[(n % 10) - 1]
  if (n < 20) return `${unit} عشر`
  const twenty = genitive ? "العشرين" : "العشرون"
  return n === 20 ? twenty : `${unit} و${twenty}`
}

function feminine(number: number, locale: DateLocale, genitive: boolean): string {
  const n = Math.abs(number)
  if (n === 1) return "الأولى"
  return n <= 10 ? `${ordinal(n, locale, genitive)}ة` : ordinal(n, locale, genitive)
}

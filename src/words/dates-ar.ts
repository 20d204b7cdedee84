import type { DateLocale, MonthStyle } from "./dates-locale.ts"
import type { DateWords, Unit } from "./dates-words.ts"
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

const SEASONS = ["ربيع", "صيف", "خريف", "شتاء"]
const ORDINALS = "الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر".split(" ")
const TENS = "عشرينيات ثلاثينيات أربعينيات خمسينيات ستينيات سبعينيات ثمانينيات تسعينيات".split(" ")
const PARTS = ["السنة", "الشهر", "اليوم"]
const UNITS: Readonly<Record<Unit, string>> = {
  time: "وقت ما",
  minute: "دقيقة ما",
  hour: "ساعة ما",
  day: "يوم ما",
  month: "شهر ما",
  year: "سنة ما",
}
const HIJRI =
  "محرم|صفر|ربيع الأول|ربيع الآخر|جمادى الأولى|جمادى الآخرة|رجب|شعبان|رمضان|شوال|ذو القعدة|ذو الحجة".split(
    "|",
  )

/** Dates in Arabic: month family and digits by the locale, eras as م and ق.م. */
export const ARABIC_DATES: DateWords = {
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
  unknownYear: "سنة غير معروفة",
  estimated: (year, low, high) => `${year} (تقديرًا، بين ${low} و${high})`,
  date: ({ weekday, day, month, year }) => [weekday, day, month, year].filter(Boolean).join(" "),
  season(code, year, plain) {
    if (code < 33) {
      const name = SEASONS[(code - 21) % 4]!
      const said = plain ? `${name} ${year}` : `${name} في ${year}`
      return code < 25 ? said : `${said} (نصف الكرة ${code < 29 ? "الشمالي" : "الجنوبي"})`
    }
    if (code < 37) return `الربع ${ORDINALS[code - 33]} من ${year}`
    return code < 40 ? `الثلث ${ORDINALS[code - 37]} من ${year}` : `النصف ${ORDINALS[code - 40]} من ${year}`
  },
  within: (part, whole) => `${part} في ${whole}`,
  some: (unit, whole) => `${UNITS[unit]} في ${whole}`,
  dayOfSomeMonth: (day, whole, locale) => `اليوم ${withDigits(String(day), locale)} من شهر ما في ${whole}`,
  someBetween: (unit, { first, second }) => `${UNITS[unit]} بين ${first} و${second}`,
  range: ({ first, second, tight }) =>
    `${/^\d|^[٠-٩]/.test(first) ? ALM : ""}${first}${tight ? "–" : " – "}${second}`,
  either: parts => parts.join(" أو "),
  all: parts => parts.join(" و"),
  earlier: (date, all) => `${date} ${all ? "وما قبله" : "أو قبل ذلك"}`,
  later: (date, all) => `${date} ${all ? "وما بعده" : "أو بعد ذلك"}`,
  since: date => `منذ ${date}`,
  until: date => `حتى ${date}`,
  unknownEnd: date => `من ${date}، والنهاية غير معروفة`,
  unknownBegin: date => `حتى ${date}، والبداية غير معروفة`,
  openBoth: "بلا بداية ولا نهاية محددتين",
  openWithUnknownBegin: "مستمر، والبداية غير معروفة",
  openWithUnknownEnd: "بلا بداية محددة، والنهاية غير معروفة",
  approximate: date => `نحو ${date}`,
  uncertain: date => `${date} (غير مؤكد)`,
  doubtfulParts(date, approximate, uncertain) {
    const said = [
      [approximate, "على التقريب"],
      [uncertain, "غير مؤكد"],
    ] as const
    const notes = said
      .filter(([parts]) => parts.length)
      .map(([parts, word]) => `${word}: ${parts.map(part => PARTS[part]).join(" و")}`)
    return `${date} (${notes.join("؛ ")})`
  },
  clock: (date, clock, hourOnly) => `${date}، ${hourOnly ? "خلال الساعة " : ""}${clock}`,
  zone: offset => `بتوقيت غرينتش${offset}`,
  hijri: (day, month, year, locale) => `${withDigits(`${day} ${HIJRI[month - 1]} ${year}`, locale)} هـ`,
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

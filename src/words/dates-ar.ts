import { ARABIC_AXIS, ORDINALS } from "./axis-ar.ts"
import type { DateWords, Unit } from "./dates-words.ts"
import { withDigits } from "./numbers.ts"

const SEASONS = ["ربيع", "صيف", "خريف", "شتاء"]
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

/** Dates in Arabic. */
export const ARABIC_DATES: DateWords = {
  ...ARABIC_AXIS,
  unknownYear: "سنة غير معروفة",
  estimated: (year, low, high) => `${year} (تقديرًا، بين ${low} و${high})`,
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
  hijri: (day, month, year, locale) => `${withDigits(`${day} ${HIJRI[month - 1]} ${year}`, locale)} هـ`,
}

import { canonicalEdtf, joinBounds } from "../../model/edtf-text.ts"
import { monthNamed } from "./months.ts"

/** Seasons as EDTF numbers them (21 spring to 24 winter), in English, French, Spanish, Russian and Arabic. */
const SEASONS: ReadonlyMap<string, number> = new Map(
  [
    "spring|printemps|primavera|весна|весной|ربيع|الربيع",
    "summer|été|ete|verano|лето|летом|صيف|الصيف",
    "autumn|fall|automne|otoño|otono|осень|осенью|خريف|الخريف",
    "winter|hiver|invierno|зима|зимой|شتاء|الشتاء",
  ].flatMap((names, i) => names.split("|").map(name => [name, 21 + i] as const)),
)

/** Words for a third of a year or a month, and which. */
const THIRDS: readonly (readonly [words: RegExp, third: 0 | 1 | 2])[] = [
  [
    /^(?:early|beginning of|start of|début|debut|(?:a )?principios de|начало|в начале|أوائل|مطلع|بداية)[\s-]+(?:in |de )?/iu,
    0,
  ],
  [/^(?:mid(?:dle of)?|mi|(?:a )?mediados de|середина|в середине|منتصف|أواسط)[\s-]+(?:de )?/iu, 1],
  [/^(?:late|end of|fin|(?:a )?finales de|конец|в конце|أواخر|نهاية)[\s-]+(?:in |de )?/iu, 2],
]

const BEFORE = /^(?:before|prior to|avant|antes de|до|قبل)\s+(?:عام\s+|سنة\s+)?(.+)$/iu
const AFTER = /^(?:after|since|après|apres|después de|despues de|после|بعد|منذ)\s+(?:عام\s+|سنة\s+)?(.+)$/iu
const QUARTER = /^(?:(\d{4})[\s/-]*[QqT]([1-4])|[QqT]([1-4])[\s/-]*(\d{4}))$/
const MONTH_AND_YEAR = /^(?:(\d{1,2})[/.-](\d{4})|(\d{4})[/.](\d{1,2}))$/
const YEARS = /^(\d{3,4})\s*([-\u2010-\u2015])\s*(\d{2}|\d{4})$/
/** `Nov-16`, as spreadsheets show a month. */
const SHORT = /^(\p{L}{3,})[-\s.]*['’-](\d{2})$/u

/**
 * The EDTF of a date that people write less exactly than a calendar has it: seasons, quarters, months in numbers, stretches
 * of years, early and late, before and after; `read` reads what stands in it. Null for anything else.
 */
export function readVagueDate(text: string, read: (text: string) => string | null): string | null {
  return (
    seasonOf(text) ??
    quarterOf(text) ??
    monthOf(text) ??
    yearsOf(text) ??
    thirdOf(text, read) ??
    sideOf(text, read) ??
    inMonth(text, read)
  )
}

function seasonOf(text: string): string | null {
  const found = /^(?:the\s+)?(\p{L}+)\s+(?:of\s+|de\s+|عام\s+|سنة\s+)?(\d{4})(?:\s*г\.?)?$/iu.exec(text)
  const season = found && SEASONS.get(found[1]!.toLowerCase())
  return season ? canonicalEdtf(`${found[2]!}-${season}`) : null
}

function quarterOf(text: string): string | null {
  const found = QUARTER.exec(text)
  return found && canonicalEdtf(`${found[1] ?? found[4]!}-${32 + Number(found[2] ?? found[3])}`)
}

function monthOf(text: string): string | null {
  const found = MONTH_AND_YEAR.exec(text)
  if (found) return inYear(found[2] ?? found[3]!, Number(found[1] ?? found[4]))
  const short = SHORT.exec(text)
  const month = short && monthNamed(short[1]!)
  if (!month) return null
  const year = Number(short[2])
  return inYear(String(year < 70 ? 2000 + year : 1900 + year), month)
}

function inYear(year: string, month: number): string | null {
  return canonicalEdtf(`${year}-${String(month).padStart(2, "0")}`)
}

/** `1914-1918`, `1914–18`; with a hyphen and a month that there is it is that month. */
function yearsOf(text: string): string | null {
  const found = YEARS.exec(text)
  if (!found) return null
  const [, from = "", , last = ""] = found
  const to = last.length === 2 ? from.slice(0, -2) + last : last
  return Number(to) > Number(from) ? canonicalEdtf(`${from.padStart(4, "0")}/${to.padStart(4, "0")}`) : null
}

/** One time in the first, second or third part of a year or a month. */
function thirdOf(text: string, read: (text: string) => string | null): string | null {
  for (const [words, third] of THIRDS) {
    if (!words.test(text)) continue
    const whole = read(text.replace(words, ""))
    if (whole === null) return null
    if (/^\d{4}$/.test(whole)) {
      const [from, to] = [third * 4 + 1, third * 4 + 4].map(month => String(month).padStart(2, "0"))
      return canonicalEdtf(`[${whole}-${from}~..${whole}-${to}~]`)
    }
    if (!/^\d{4}-\d{2}$/.test(whole) || Number(whole.slice(5)) > 12) return null
    const last = new Date(Date.UTC(2000 + (Number(whole.slice(0, 4)) % 400), Number(whole.slice(5)), 0))
    const [from, to] = [
      ["01", "10"],
      ["11", "20"],
      ["21", String(last.getUTCDate())],
    ][third]!
    return canonicalEdtf(`[${whole}-${from}~..${whole}-${to}~]`)
  }
  return null
}

function sideOf(text: string, read: (text: string) => string | null): string | null {
  const [before, after] = [BEFORE.exec(text), AFTER.exec(text)]
  const date = before ? read(before[1]!) : after ? read(after[1]!) : null
  if (date === null || date.includes("/") || date.startsWith("[")) return null
  return canonicalEdtf(before ? `[..${date}]` : `[${date}..]`)
}

const BETWEEN = /\s+(?:[-\u2010-\u2015]|to|until|through|إلى|الى|حتى)\s+|\s*[\u2012-\u2015]\s*/u

/** Two dates with a dash between them; what the first leaves out is as in the second (`7 January – 9 February 2016`). */
export function readStretch(text: string, read: (text: string) => string | null): string | null {
  const parts = text.split(BETWEEN)
  if (parts.length !== 2) return null
  const [first, last] = parts as [string, string]
  const to = read(last)
  if (to === null) return null
  const year = /\d{4}/.exec(last)?.[0]
  const month = /^\d{1,2}\s+(\D+)/.exec(last)?.[1] ?? ""
  const from =
    (/\d{4}/.test(first) ? read(first) : null) ??
    (year === undefined ? null : (read(`${first} ${year}`) ?? read(`${first}, ${year}`))) ??
    (/^\d{1,2}$/.test(first) && year !== undefined ? read(`${first} ${month.trim()} ${year}`) : null)
  return from === null ? null : joinBounds(from, to)
}

/** `January 7-9, 2016`. */
function inMonth(text: string, read: (text: string) => string | null): string | null {
  const found = /^(\p{L}+\.?)\s+(\d{1,2})\s*[-\u2010-\u2015]\s*(\d{1,2}),?\s+(\d{4})$/u.exec(text)
  if (!found) return null
  const [, month, first, last, year] = found
  const [from, to] = [read(`${first} ${month} ${year}`), read(`${last} ${month} ${year}`)]
  return from !== null && to !== null ? joinBounds(from, to) : null
}

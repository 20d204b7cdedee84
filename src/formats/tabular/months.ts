import { foldName } from "../../model/names.ts"

/** Names of the months, January first: English, French, Spanish, Russian, and Arabic by both families. */
const NAMES: readonly (readonly string[])[] = [
  [
    "january",
    "jan",
    "janvier",
    "janv",
    "enero",
    "ene",
    "январь",
    "января",
    "янв",
    "كانون الثاني",
    "كانون ثاني",
    "كانون ثان",
    "كانون ااثاني",
    "يناير",
    "جانفي",
  ],
  ["february", "feb", "fevrier", "fevr", "febrero", "февраль", "февраля", "фев", "شباط", "فبراير", "فيفري"],
  ["march", "mar", "mars", "marzo", "март", "марта", "آذار", "مارس"],
  [
    "april",
    "apr",
    "avril",
    "avr",
    "abril",
    "abr",
    "апрель",
    "апреля",
    "апр",
    "نيسان",
    "أبريل",
    "أفريل",
    "ابريل",
  ],
  ["may", "mai", "mayo", "май", "мая", "أيار", "مايو", "ماي"],
  ["june", "jun", "juin", "junio", "июнь", "июня", "июн", "حزيران", "يونيو", "جوان", "يونيه"],
  [
    "july",
    "jul",
    "juillet",
    "juil",
    "julio",
    "июль",
    "июля",
    "июл",
    "تموز",
    "يوليو",
    "يوليوز",
    "جويليه",
    "جويلية",
    "يوليه",
  ],
  [
    "august",
    "aug",
    "aout",
    "agosto",
    "ago",
    "август",
    "августа",
    "авг",
    "آب",
    "أغسطس",
    "اغسطس",
    "غشت",
    "اوت",
    "أوت",
  ],
  [
    "september",
    "sep",
    "sept",
    "septembre",
    "septiembre",
    "сентябрь",
    "сентября",
    "сен",
    "أيلول",
    "سبتمبر",
    "شتنبر",
    "ايلول",
  ],
  [
    "october",
    "oct",
    "octobre",
    "octubre",
    "октябрь",
    "октября",
    "окт",
    "تشرين الأول",
    "تشرين اول",
    "تشرين أول",
    "اكتوبر",
    "أكتوبر",
  ],
  [
    "november",
    "nov",
    "novembre",
    "noviembre",
    "ноябрь",
    "ноября",
    "ноя",
    "تشرين الثاني",
    "تشرين ثاني",
    "تشرين ثان",
    "تشرين ااثاني",
    "نوفمبر",
    "نونبر",
  ],
  [
    "december",
    "dec",
    "decembre",
    "diciembre",
    "dic",
    "декабрь",
    "декабря",
    "дек",
    "كانون الأول",
    "كانون اول",
    "كانون أول",
    "ديسمبر",
    "دجنبر",
  ],
]

const BY_NAME = new Map(NAMES.flatMap((names, i) => names.map(name => [foldName(name), i + 1] as const)))

/** First names of months of the Levant that two share, and both of those. */
const HALVES: ReadonlyMap<string, readonly [number, number]> = new Map([
  [foldName("تشرين"), [10, 11]],
  [foldName("كانون"), [1, 12]],
])

/** The two months that may be meant where a name leaves out which (`تشرين` without first or second), else null. */
export function halfNamed(text: string): readonly [number, number] | null {
  return HALVES.get(foldName(text).replace(/[.,]/g, "").trim()) ?? null
}

/** 1 … 12 for the name of a month in any of the languages, or for two names of it (`تشرين الثاني/نوفمبر`); else null. */
export function monthNamed(text: string): number | null {
  const name = foldName(text).replace(/[.,]/g, "").trim()
  const known = BY_NAME.get(name)
  if (known !== undefined) return known
  const both = name.split(/[/()]/).map(part => BY_NAME.get(part.trim()) ?? null)
  return both.find(month => month !== null) ?? null
}

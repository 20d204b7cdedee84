import { canonicalEdtf } from "../../model/edtf-text.ts"

/** Numbers of centuries in words, first first, in English and Arabic. */
const WORDS: readonly string[] = [
  "first|أول",
  "second|ثاني",
  "third|ثالث",
  "fourth|رابع",
  "fifth|خامس",
  "sixth|سادس",
  "seventh|سابع",
  "eighth|ثامن",
  "ninth|تاسع",
  "tenth|عاشر",
  "eleventh|حادي عشر",
  "twelfth|ثاني عشر",
  "thirteenth|ثالث عشر",
  "fourteenth|رابع عشر",
  "fifteenth|خامس عشر",
  "sixteenth|سادس عشر",
  "seventeenth|سابع عشر",
  "eighteenth|ثامن عشر",
  "nineteenth|تاسع عشر",
  "twentieth|عشرون|عشرين",
  "twenty-first|twenty first|حادي والعشرون|حادي والعشرين",
]
const BY_WORD = new Map(WORDS.flatMap((words, i) => words.split("|").map(word => [word, i + 1] as const)))
const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 }

const BEFORE =
  /\s*(?:b\.?\s?c\.?\s?e?\.?|av\.?\s?j\.?-?c\.?|a\.\s?c\.|до н\.?\s?э\.?|ق\.?\s?م\.?|قبل الميلاد)$/iu
const OURS = /\s*(?:a\.?d\.?|c\.?e\.?|ap\.?\s?j\.?-?c\.?|d\.\s?c\.|н\.?\s?э\.?|م\.?|للميلاد|الميلادي)$/iu
const LATIN =
  /^(?:the\s+)?(\d{1,2}(?=st|nd|rd|th)|[a-z]+(?:[ -]first)?)(?:st|nd|rd|th)?[\s-]+(?:century|c\.)$/iu
const ROMANCE = /^(?:siglo|s\.)\s+([ivx]+|\d{1,2})$|^([ivx]+|\d{1,2})\s?(?:e|er|ème)\s+si[èe]cle$/iu
const RUSSIAN = /^([ivx]+|\d{1,2})(?:-?й)?\s+(?:век|века|в\.)$/iu
const ARABIC = /^(?:ال)?قرن\s+(?:ال)?[ـ]?\s?(\d{1,2}|\p{L}.*)$/u

/** The EDTF of a century (`19th century`, `siglo XIX`, `القرن التاسع عشر`), the nineteenth being 18XX; null for anything else. */
export function readCentury(text: string): string | null {
  const isBefore = BEFORE.test(text)
  const plain = text.replace(BEFORE, "").replace(OURS, "").trim()
  const found = [LATIN, ROMANCE, RUSSIAN, ARABIC].map(pattern => pattern.exec(plain)).find(Boolean)
  const word = found?.slice(1).find(part => part !== undefined)
  if (word === undefined) return null
  const number = numberOf(word)
  if (number === null || number < 1 || number > 99) return null
  return canonicalEdtf(`${isBefore ? "-" : ""}${String(number - 1).padStart(2, "0")}XX`)
}

function numberOf(word: string): number | null {
  if (/^\d+$/.test(word)) return Number(word)
  if (/^[ivx]+$/i.test(word)) {
    const values = [...word.toUpperCase()].map(letter => ROMAN[letter]!)
    return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0)
  }
  return BY_WORD.get(word.toLowerCase().replace(/^ال/, "")) ?? null
}

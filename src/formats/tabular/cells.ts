/** What stands in cells in place of nothing, in lower case. */
const NOTHING: ReadonlySet<string> = new Set(
  "-|--|—|.|?|n/a|na|nan|null|none|nil|unknown|unspecified|not specified|time unknown|-9|-99|-999|0000-00-00|00/00/0000|غير معروف|غير محدد|لا يوجد|مجهول|inconnu|desconocido|неизвестно".split(
    "|",
  ),
)
const LONGEST_NOTHING = 16

/** Letters that any of these begins with, so that most cells need not be looked up. */
const FIRST: ReadonlySet<number> = new Set(
  [...NOTHING].flatMap(word => [word.charCodeAt(0), word[0]!.toUpperCase().charCodeAt(0)]),
)

/** An apostrophe that programs put before what a spreadsheet would compute; it is no part of the text. */
const MARKED = /^'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/

/** A cell's text without blanks around it; "" for what stands for nothing. */
export function said(cell: string | undefined): string {
  if (cell === undefined || cell === "") return ""
  const text = cell.trim()
  if (text.charCodeAt(0) === 39 && MARKED.test(text)) return text.slice(1)
  if (text.length > LONGEST_NOTHING || !FIRST.has(text.charCodeAt(0))) return text
  return NOTHING.has(text.toLowerCase()) ? "" : text
}

/** The lengths and last bytes, as UTF-8 in lower case, of what stands for nothing. */
const NOTHING_ENDS: ReadonlySet<number> = new Set(
  [...NOTHING].map(word => {
    const bytes = new TextEncoder().encode(word)
    return (bytes.length << 8) | bytes.at(-1)!
  }),
)
const LONGEST_ENDS = Math.max(...NOTHING_ENDS) >> 8

/** Whether bytes[from … to) may stand for nothing, for a reader to look closer: false for nearly all that does not. */
export function mayBeNothing(bytes: Uint8Array, from: number, to: number): boolean {
  const length = to - from
  if (length > LONGEST_ENDS) return false
  const last = bytes[to - 1]!
  // Upper case ASCII letters differ from lower case ones in this bit.
  return NOTHING_ENDS.has((length << 8) | (last >= 65 && last <= 90 ? last | 32 : last))
}

/** What stands behind each value of a cell whose values were apart already where they come from (U+001F, unit separator). */
export const BETWEEN_VALUES = "\u001f"

const SEPARATORS = [BETWEEN_VALUES, ";", "؛", "|", "\n", "،", ","] as const

/**
 * What separates several values in the cells of a column, by all that were looked at: signs that stand in no name first;
 * a comma only where most cells with one have a blank after it and nothing else separates. "" for one value a cell.
 */
export function separatorOf(cells: readonly string[]): string {
  for (const sign of SEPARATORS) {
    const holding = cells.filter(cell => cell.includes(sign))
    if (holding.length === 0) continue
    // A comma is part of many a name ("Idlib, Syria"): parts that are seen alone too are values of their own.
    if (sign !== "," && sign !== "،") return sign
    const alone = new Set(cells.filter(cell => !cell.includes(sign)))
    const parts = holding.flatMap(cell => cell.split(sign).map(part => part.trim()))
    if (parts.filter(part => alone.has(part)).length * 2 >= parts.length) return sign
  }
  return ""
}

/** A cell for people to read: values that were apart have a semicolon between them. */
export function shownCell(cell: string): string {
  return cell.includes(BETWEEN_VALUES) ? cell.split(BETWEEN_VALUES).filter(Boolean).join("; ") : cell
}

/** The values of a cell, each once. */
export function valuesOf(cell: string, separator: string): string[] {
  if (separator === "" || !cell.includes(separator)) return [cell]
  const values = new Set<string>()
  for (const part of cell.split(separator)) {
    const value = said(part)
    if (value !== "") values.add(value)
  }
  return [...values]
}

/** Statuses by the words that tables have for them, folded to lower case. */
const STATUSES: Readonly<Record<string, string>> = {
  occurred: "occurred",
  confirmed: "occurred",
  declared: "occurred",
  ongoing: "ongoing",
  announced: "announced",
  planned: "planned",
  scheduled: "planned",
  possible: "possible",
  claimed: "claimed",
  alleged: "claimed",
  reported: "claimed",
  probable: "claimed",
  likely: "claimed",
  unconfirmed: "claimed",
  denied: "denied",
  discounted: "denied",
  cancelled: "cancelled",
  canceled: "cancelled",
  "declared strike": "occurred",
  "likely strike": "claimed",
  "contested strike": "claimed",
  "single source claim": "claimed",
  "not confirmed": "claimed",
  contested: "claimed",
  disputed: "claimed",
  confirmé: "occurred",
  prévu: "planned",
  annoncé: "announced",
  annulé: "cancelled",
  démenti: "denied",
  "en cours": "ongoing",
  confirmado: "occurred",
  previsto: "planned",
  anunciado: "announced",
  cancelado: "cancelled",
  desmentido: "denied",
  posible: "possible",
  "en curso": "ongoing",
  подтверждено: "occurred",
  запланировано: "planned",
  объявлено: "announced",
  отменено: "cancelled",
  возможно: "possible",
  опровергнуто: "denied",
  وقع: "occurred",
  مؤكدة: "occurred",
  "غير مؤكد": "claimed",
  "غير مؤكدة": "claimed",
  محتملة: "possible",
  مزعومة: "claimed",
  مقررة: "planned",
  معلنة: "announced",
  جارية: "ongoing",
  ملغاة: "cancelled",
  منفية: "denied",
  مؤكد: "occurred",
  جار: "ongoing",
  معلن: "announced",
  مقرر: "planned",
  محتمل: "possible",
  مزعوم: "claimed",
  منفي: "denied",
  ملغى: "cancelled",
}

/** The status that a word stands for, or null. */
export function statusOf(word: string): string | null {
  return STATUSES[word.toLowerCase()] ?? null
}

/** An object of JSON. */
export type Thing = Readonly<Record<string, unknown>>

export function isThing(value: unknown): value is Thing {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

/** One value or a list of them, as a list; nothing is an empty one. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? (value as readonly unknown[]) : [value]
}

/** The objects among the values of a list. */
export function thingsIn(value: unknown): readonly Thing[] {
  return listOf(value).filter(isThing)
}

/** Text or a number as text without blanks around it; "" for everything else. */
export function wordOf(value: unknown): string {
  if (typeof value === "string") return value.trim()
  return typeof value === "number" && Number.isFinite(value) ? String(value) : ""
}

/** The first of the values that says something, as text. */
export function firstWord(...values: readonly unknown[]): string {
  for (const value of values) {
    const word = wordOf(value)
    if (word !== "") return word
  }
  return ""
}

/** Each word once, in order, without empty ones. */
export function wordsOnce(words: Iterable<string>): string[] {
  return [...new Set(words)].filter(word => word !== "")
}

/** The fields that say something: no undefined, no null, no "", no empty list. */
export function saying(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const kept: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(fields)) {
    if (value === undefined || value === null || value === "") continue
    if (Array.isArray(value) && value.length === 0) continue
    kept[key] = value
  }
  return kept
}

/** An http address as it stands, or ""; relative ones lead nowhere once a file is away from its page. */
export function webAddress(value: unknown): string {
  const text = wordOf(value)
  const whole = text.startsWith("//") ? `https:${text}` : text
  return /^https?:\/\/\S+$/i.test(whole) && URL.canParse(whole) ? whole : ""
}

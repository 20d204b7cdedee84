import { fieldsOf } from "../time/instant.ts"

/** Most bytes of a line, without its end (RFC 5545, 3.1). */
const MOST = 75

const encoder = new TextEncoder()

/** A content line, folded between letters and never within one, with its line end. */
export function contentLine(line: string): string {
  if (line.length * 3 <= MOST || encoder.encode(line).length <= MOST) return `${line}\r\n`
  let folded = ""
  let used = 0
  for (const letter of line) {
    const size = encoder.encode(letter).length
    if (used + size > MOST) {
      folded += "\r\n "
      used = 1
    }
    folded += letter
    used += size
  }
  return `${folded}\r\n`
}

/** A TEXT value (3.3.11); control characters, which it may not hold, become blanks. */
export function escapeText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, " ")
    .replace(/[\\;,]/g, "\\$&")
    .replaceAll("\n", "\\n")
}

/** DATE of an instant at midnight (3.3.4). */
export function dateText(instant: number): string {
  const { year, month, day } = fieldsOf(instant)
  return `${String(year).padStart(4, "0")}${two(month)}${two(day)}`
}

/** DATE-TIME of an instant (3.3.5): in UTC with `Z`, or floating. */
export function timeText(instant: number, zone: "Z" | ""): string {
  const { hour, minute, second } = fieldsOf(instant)
  return `${dateText(instant)}T${two(hour)}${two(minute)}${two(second)}${zone}`
}

function two(value: number): string {
  return String(value).padStart(2, "0")
}

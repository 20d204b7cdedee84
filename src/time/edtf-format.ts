import { DOUBT, type Edtf, type EdtfDate, type EdtfEnd, type EdtfTime, type EdtfYear } from "./edtf-types.ts"

/**
 * The canonical EDTF text of a value (ISO 8601-2:2019). A doubt shared by the leftmost parts stands after the last of
 * them, any other before its part. Parsing the text gives the value back.
 */
export function formatEdtf(value: Edtf): string {
  if (value.kind === "date") return formatDate(value)
  if (value.kind === "interval") return `${formatEnd(value.begin)}/${formatEnd(value.end)}`
  const members = value.members.map(member => {
    if (member.kind === "date") return formatDate(member)
    return `${member.from ? formatDate(member.from) : ""}..${member.to ? formatDate(member.to) : ""}`
  })
  return value.all ? `{${members.join(",")}}` : `[${members.join(",")}]`
}

function formatEnd(end: EdtfEnd): string {
  if (end === "open") return ".."
  return end === "unknown" ? "" : formatDate(end)
}

function formatDate(date: EdtfDate): string {
  const parts = [formatYear(date.year), date.month, date.day].filter(part => part !== null)
  const shared = date.doubts[0]
  const other = date.doubts.findIndex((doubt, at) => doubt !== shared || at === parts.length)
  const run = shared === 0 ? 0 : other < 0 ? parts.length : other
  const marked = parts.map((part, at) => {
    if (at >= run) return mark(date.doubts[at]!) + part
    return at === run - 1 ? part + mark(shared) : part
  })
  return marked.join("-") + (date.time ? formatTime(date.time) : "")
}

function mark(doubt: number): string {
  if (doubt === DOUBT.uncertain) return "?"
  if (doubt === DOUBT.approximate) return "~"
  return doubt ? "%" : ""
}

function formatYear(year: EdtfYear): string {
  const exponent = year.exponent === null ? "" : `E${year.exponent}`
  const significant = year.significant === null ? "" : `S${year.significant}`
  return (year.long ? "Y" : "") + (year.negative ? "-" : "") + year.digits + exponent + significant
}

function formatTime({ hour, minute, second, ms, offset }: EdtfTime): string {
  const clock = [hour, minute, second].filter(part => part !== null).map(two)
  return `T${clock.join(":")}${ms === null ? "" : `.${String(ms).padStart(3, "0")}`}${formatOffset(offset)}`
}

function formatOffset(offset: number | null): string {
  if (offset === null) return ""
  if (offset === 0) return "Z"
  const size = Math.abs(offset)
  return `${offset < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

function two(value: number): string {
  return String(value).padStart(2, "0")
}

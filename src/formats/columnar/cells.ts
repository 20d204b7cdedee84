import { DAY, fieldsOf, formatIsoDay } from "../../time/instant.ts"
import { BETWEEN_VALUES } from "../tabular/cells.ts"
import type { Field, Kind } from "./kinds.ts"
import { middleOfWkb } from "./wkb.ts"

/** A column of the table that a file of types is read as. */
export interface CellColumn {
  readonly name: string
  /** Which field of the file it comes from. */
  readonly field: number
  /** The cell of a value of that field: days as 2016-11-15, BETWEEN_VALUES behind each value of a list, "" for nothing. */
  text(value: unknown): string
}

/** How deep structs within structs become columns of their own, and the most columns that there are. */
const DEPTH = 3
const WIDEST = 16_384

/** Parts that a thing is called by, the best first. */
const CALLED = ["name", "title", "label", "text", "headline", "value", "id"] as const
/** Names of columns that hold points, for lists of two numbers. */
const POINT = /geom|point|coord|location|position|lonlat|lnglat/i

/**
 * The columns of fields: one each, but a struct gives one for itself, where it has a name or two bounds, and one for each
 * of its other parts (`where.lat`).
 */
export function cellColumns(fields: readonly Field[]): CellColumn[] {
  const columns: CellColumn[] = []
  fields.forEach((field, i) =>
    add(field, field.name, [], (name, text) => {
      if (columns.length < WIDEST) columns.push({ name, field: i, text })
    }),
  )
  return columns
}

function add(
  { kind }: Field,
  name: string,
  path: readonly string[],
  column: (name: string, text: (value: unknown) => string) => void,
): void {
  const reach = (value: unknown) => path.reduce(partOf, value)
  if (kind.is === "nothing") return
  if (kind.is !== "struct") return column(name, value => textOf(reach(value), kind, name))
  const own = ownParts(kind.parts)
  if (own.length > 0) column(name, value => textOf(reach(value), kind, name))
  if (path.length >= DEPTH) return
  for (const part of kind.parts)
    if (!own.includes(part)) add(part, `${name}.${part.name}`, [...path, part.name], column)
}

/** What a struct is said by: its two bounds, or its name. */
function ownParts(parts: readonly Field[]): readonly Field[] {
  const named = (name: string) => parts.find(part => part.name.toLowerCase() === name)
  const [start, end] = [named("start"), named("end")]
  if (start && end) return [start, end]
  const called = CALLED.flatMap(name => named(name) ?? [])
  return called.slice(0, 1)
}

function partOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : null
}

/** A value as the text of a cell. */
export function textOf(value: unknown, kind: Kind, name = ""): string {
  if (value === null || value === undefined) return ""
  switch (kind.is) {
    case "plain":
      return plainText(value)
    case "day":
      return typeof value === "number" ? formatIsoDay(value * DAY) : ""
    case "moment":
      return momentText(wholeMs(value, kind.perMs), kind.isUtc)
    case "clock":
      return clockOf(wholeMs(value, kind.perMs))
    case "decimal":
      return decimalText(value, kind.scale)
    case "shape":
      return value instanceof Uint8Array ? pointText(middleOfWkb(value)) : ""
    case "list":
      return listText(value, kind.of, name)
    case "struct": {
      const texts = ownParts(kind.parts).map(part => textOf(partOf(value, part.name), part.kind))
      return texts.length < 2 ? (texts[0] ?? "") : boundsText(texts[0]!, texts[1]!)
    }
    case "nothing":
      return ""
  }
}

const decoder = new TextDecoder("utf-8", { fatal: true })

function plainText(value: unknown): string {
  if (typeof value === "string") return value
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : ""
  if (typeof value === "bigint" || typeof value === "boolean") return String(value)
  if (!(value instanceof Uint8Array)) return ""
  try {
    return decoder.decode(value)
  } catch {
    return ""
  }
}

/** Whole milliseconds, down to the earlier one; NaN for what is no number. */
function wholeMs(value: unknown, perMs: number): number {
  if (typeof value === "number") return Math.floor(value / perMs)
  if (typeof value !== "bigint") return Number.NaN
  const by = BigInt(perMs)
  return Number(value / by) - (value % by < 0n ? 1 : 0)
}

/** A moment as EDTF has it, to the second; midnight is what is written where the day alone is known. */
function momentText(ms: number, isUtc: boolean): string {
  if (!Number.isFinite(ms)) return ""
  const date = formatIsoDay(ms)
  const { hour, minute, second } = fieldsOf(ms)
  if (hour + minute + second === 0 || date.startsWith("Y")) return date
  return `${date}T${[hour, minute, second].map(two).join(":")}${isUtc ? "Z" : ""}`
}

function clockOf(ms: number): string {
  if (!(ms >= 0 && ms < DAY)) return ""
  const { hour, minute, second } = fieldsOf(ms)
  return [hour, minute, second].map(two).join(":")
}

function two(value: number): string {
  return String(value).padStart(2, "0")
}

/** All digits of a decimal number, without zeros at the end of its fraction. */
function decimalText(value: unknown, scale: number): string {
  const whole = value instanceof Uint8Array ? signed(value) : value
  if (typeof whole !== "bigint" && !(typeof whole === "number" && Number.isInteger(whole))) return ""
  const text = String(whole)
  if (scale <= 0) return text === "0" ? text : text + "0".repeat(-scale)
  const digits = text.replace("-", "").padStart(scale + 1, "0")
  const fraction = digits.slice(-scale).replace(/0+$/, "")
  return `${text.startsWith("-") ? "-" : ""}${digits.slice(0, -scale)}${fraction && `.${fraction}`}`
}

/** A whole number in two's complement, its highest byte first. */
function signed(bytes: Uint8Array): bigint {
  let value = 0n
  for (const byte of bytes) value = (value << 8n) | BigInt(byte)
  return BigInt.asIntN(bytes.length * 8, value)
}

function pointText(point: readonly [number, number] | null): string {
  return point ? `POINT (${point[0]} ${point[1]})` : ""
}

function listText(value: unknown, of: Kind, name: string): string {
  if (typeof value !== "object" || value === null || !(Symbol.iterator in value)) return ""
  const values = [...(value as Iterable<unknown>)]
  if (values.length >= 2 && values.length <= 3 && POINT.test(name) && values.every(isNumber))
    return pointText([values[0] as number, values[1] as number])
  // One value too is told by what follows it, so that a sign in it never cuts it.
  return values
    .map(one => textOf(one, of))
    .filter(Boolean)
    .map(text => text + BETWEEN_VALUES)
    .join("")
}

function isNumber(value: unknown): boolean {
  return typeof value === "number"
}

function boundsText(start: string, end: string): string {
  if (end === "" || end === start) return start
  return start === "" ? end : `${start}/${end}`
}

import type { TableParts } from "./parts.ts"

type Numbers = Float64Array | Uint32Array | Uint16Array | Uint8Array

/** What JSON has no form for. Columns are counted as they are met; one that is met again is named by its number. */
interface Written {
  readonly $as?: keyof typeof KINDS | "text"
  readonly $of?: readonly (number | string)[] | string
  readonly $again?: number
  readonly $map?: readonly [unknown, unknown][]
}

const KINDS = { Float64Array, Uint32Array, Uint16Array, Uint8Array }

/** A table's parts from their text; columns that were one and the same are so again. */
export function readParts(text: string): TableParts {
  const columns: Numbers[] = []
  return JSON.parse(text, (_, value: unknown) => {
    if (typeof value !== "object" || value === null) return value
    const { $as, $of, $again, $map } = value as Written
    if ($map) return new Map($map)
    if ($again !== undefined) return columns[$again]
    if (!$as) return value
    const column = $as === "text" ? new TextEncoder().encode($of as string) : new KINDS[$as]($of as number[])
    columns.push(column)
    return column
  }) as TableParts
}

/** The parts of a table as a text; what is no number in JSON stands there as a string, which typed arrays read. */
export function writeParts(parts: TableParts): string {
  const columns = new Map<Numbers, number>()
  return JSON.stringify(parts, (key, value: unknown): unknown => {
    if (value instanceof Map) return { $map: [...value] }
    if (!ArrayBuffer.isView(value)) return value
    const column = value as Numbers
    const known = columns.get(column)
    if (known !== undefined) return { $again: known }
    columns.set(column, columns.size)
    const kind = column.constructor.name as keyof typeof KINDS
    if (key === "bytes") return { $as: "text", $of: new TextDecoder("utf-8", NOTHING_LOST).decode(column) }
    return { $as: kind, $of: Array.from(column, number => (Number.isFinite(number) ? number : `${number}`)) }
  })
}

const NOTHING_LOST = { ignoreBOM: true, fatal: true }

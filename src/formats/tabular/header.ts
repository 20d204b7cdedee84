import { isTagRow, proposeColumns, type Field } from "../mapping.ts"

/** Rows among which the header is looked for; above it stand titles, notes and blanks. */
const LOOKED_AT = 20

/** Where the names of the columns stand in a table. */
export interface Header {
  readonly header: readonly string[]
  /** The row of HXL tags below them. */
  readonly tags: readonly string[] | null
  /** Index of the first row of data. */
  readonly from: number
  /** What stands alone above the header. */
  readonly title: string | null
}

/**
 * The header of a table by its first rows: the first one that names a date or a title and something else; where none
 * does, the first.
 */
export function findHeader(rows: readonly (readonly string[])[]): Header {
  const head = rows.slice(0, LOOKED_AT)
  const sure = head.findIndex(row => isHeader(row, 2))
  const at = Math.max(sure < 0 ? head.findIndex(row => isHeader(row, 1)) : sure, 0)
  const tags = rows[at + 1] && isTagRow(rows[at + 1]!) ? rows[at + 1]! : null
  return {
    header: rows[at] ?? [],
    tags,
    from: at + (tags ? 2 : 1),
    title: titleAbove(rows.slice(0, at)),
  }
}

/** The header of a table of which it is known that its first row is one. */
export function namedHeader(rows: readonly (readonly string[])[]): Header {
  return { header: rows[0] ?? [], tags: null, from: 1, title: null }
}

const TELLING: ReadonlySet<Field | null> = new Set<Field>(["when", "start", "year", "title", "summary"])

/** Whether a row names at least so many fields, one that tells of events among them. */
function isHeader(row: readonly string[], least: number): boolean {
  const known = proposeColumns(row, null).filter(field => field !== null)
  const hasMore = row.filter(cell => cell.trim() !== "").length >= 2
  return hasMore && known.length >= least && known.some(field => TELLING.has(field))
}

function titleAbove(rows: readonly (readonly string[])[]): string | null {
  for (const row of rows) {
    const said = row.map(cell => cell.trim()).filter(Boolean)
    if (said.length === 1) return said[0]!
  }
  return null
}

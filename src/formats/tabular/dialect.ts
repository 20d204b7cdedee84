/** How the cells of a table are kept apart. */
export interface Dialect {
  readonly delimiter: string
  /** "" where quotes are letters like any other, as in tab-separated exports of databases. */
  readonly quote: string
}

const DELIMITERS = [",", ";", "\t", "|"] as const

/**
 * The dialect of a table by its beginning: the delimiter that cuts the most lines into the same number of cells, at least
 * two; null where none does, which is no table.
 */
export function guessDialect(head: string): Dialect | null {
  let best: Dialect | null = null
  let most = 0
  // What is not in it cuts nothing and encloses nothing.
  const quotes = head.includes('"') ? ['"', ""] : ['"']
  for (const delimiter of DELIMITERS.filter(one => head.includes(one)))
    for (const quote of quotes) {
      const widths = widthsOf(head, delimiter, quote)
      if (widths.length === 0) continue
      const counts = new Map<number, number>()
      for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1)
      const [width, lines] = [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0]!
      if (width < 2) continue
      // Even lines count most; of two that are as even, the one with more cells; quotes that mean something before.
      const score = (lines / widths.length) * 1000 + Math.min(width, 100) + (quote === "" ? 0 : 0.5)
      if (score > most) [best, most] = [{ delimiter, quote }, score]
    }
  return best
}

/** Cells in each whole line; a quote opens only at the beginning of a cell. */
function widthsOf(head: string, delimiter: string, quote: string): number[] {
  const widths: number[] = []
  let cells = 1
  let isQuoted = false
  let isFresh = true
  for (let i = 0; i < head.length && widths.length < 200; i++) {
    const letter = head[i]!
    if (isQuoted) {
      // A doubled quote is a letter of the cell.
      if (letter === quote && head[i + 1] === quote) i++
      else if (letter === quote) isQuoted = false
    } else if (letter === quote && isFresh && quote !== "") isQuoted = true
    else if (letter === delimiter) {
      cells++
      isFresh = true
      continue
    } else if (letter === "\n") {
      if (cells > 1 || !isFresh) widths.push(cells)
      cells = 1
      isFresh = true
      continue
    }
    if (letter !== " " && letter !== "\r") isFresh = false
  }
  // A head without a line's end is one line.
  if (widths.length === 0 && cells > 1) widths.push(cells)
  return widths
}

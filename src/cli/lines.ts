const GAP = "  "
const LEAST = 8
/** East Asian letters and pictures, which take two cells of a terminal. */
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|^\p{Emoji_Presentation}/u

/** Cells of a terminal that a text takes; marks over letters take none. */
export function widthOf(text: string): number {
  let width = 0
  for (const letter of text) width += /^[\p{M}\p{Cf}]/u.test(letter) ? 0 : WIDE.test(letter) ? 2 : 1
  return width
}

/** Rows in columns that line up and fit a terminal of that many cells; the widest columns give way first. */
export function lineUp(rows: readonly (readonly string[])[], cells: number): string[] {
  const plain = rows.map(row => row.map(oneLine))
  const widths: number[] = []
  for (const row of plain) row.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, widthOf(cell))))
  let over = widths.reduce((sum, width) => sum + width, 0) + GAP.length * (widths.length - 1) - cells
  while (over > 0) {
    const widest = widths.indexOf(Math.max(...widths))
    if (widths[widest]! <= LEAST) break
    widths[widest]!--
    over--
  }
  return plain.map(row =>
    row
      .map((cell, i) => fit(cell, widths[i]!, i === row.length - 1))
      .join(GAP)
      .trimEnd(),
  )
}

/** Rows for other programs: cells apart by tabs, a row a line. */
export function tabbed(row: readonly string[]): string {
  return row.map(oneLine).join("\t")
}

/** Line ends and other signs that move a terminal's cursor or colour become blanks: a file must not paint the screen. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
}

function fit(text: string, width: number, isLast: boolean): string {
  const own = widthOf(text)
  if (own <= width) return isLast ? text : text + " ".repeat(width - own)
  let cut = ""
  let used = 0
  for (const letter of text) {
    const next = widthOf(letter)
    if (used + next > width - 1) break
    cut += letter
    used += next
  }
  return `${cut}…${isLast ? "" : " ".repeat(Math.max(0, width - 1 - used))}`
}

/**
 * A text of the 2012 draft of EDTF (still common in library catalogues) in today's syntax, or null where it holds
 * nothing of the draft. Understood are `199u` and `196x`, `unknown/2006`, `2004/open`, `y17e7`, `p` for significant
 * digits, `?~` for `%`, the parentheses that said which part is doubtful (`2004-(06)?-11`), and spaces within sets. The
 * result is not checked; what was no draft either stays no date.
 */
export function modernise(text: string): string | null {
  if (text.length > 500) return null
  const modern = text
    .replaceAll(/\s*(,|\.\.)\s*/g, "$1")
    .split("/")
    .map(side => (side === "unknown" ? "" : side === "open" ? ".." : side))
    .map(side => side.replaceAll(/[^[\]{},]+/g, term => term.split("..").map(moderniseDate).join("..")))
    .join("/")
  return modern === text ? null : modern
}

function moderniseDate(term: string): string {
  const letters = term
    .replace(/^(-?)[yY](-?)(?=\d)/, "Y$1$2")
    .replace(/^(Y-?\d+)e(\d)/, "$1E$2")
    .replace(/^((?:Y-?)?-?\d+(?:E\d+)?)p(\d)/, "$1S$2")
    .replaceAll(/[ux]/g, "X")
    .replaceAll(/\?~|~\?/g, "%")
  return letters.includes("(") ? ungroup(letters) : letters
}

/**
 * Parentheses to prefixes: a qualifier after a group is said of the group, one that stands bare of all to its left
 * outside closed groups.
 */
function ungroup(term: string): string {
  const parts: { text: string; doubt: Set<string>; closed: boolean }[] = []
  const opened: number[] = []
  let closedFrom: number | null = null
  for (const token of term.match(/(?:^|(?<=\())-?[\dX]{4}|[\dX]{2}|./g) ?? []) {
    if (token === "(") {
      opened.push(parts.length)
      closedFrom = null
    } else if (token === ")") {
      const from = opened.pop()
      if (from === undefined) return term
      closedFrom = from
    } else if ("?~%".includes(token)) {
      const from = closedFrom ?? opened.at(-1) ?? 0
      for (const part of parts.slice(from)) if (closedFrom !== null || !part.closed) part.doubt.add(token)
    } else {
      closedFrom = null
      if (token !== "-") parts.push({ text: token, doubt: new Set(), closed: false })
    }
    if (token === ")") for (const part of parts.slice(closedFrom ?? 0)) part.closed = true
  }
  if (opened.length > 0) return term
  return parts.map(({ text, doubt }) => sign(doubt) + text).join("-")
}

function sign(doubt: ReadonlySet<string>): string {
  if (doubt.has("%") || doubt.size > 1) return "%"
  return [...doubt].join("")
}

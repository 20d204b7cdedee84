/**
 * The values of JSON texts that stand one after the other, with or without line ends, commas or record separators (RFC
 * 7464) between them; null where it is not several sound ones. Knows no limit of depth.
 */
export function readSequence(text: string): unknown[] | null {
  const values: unknown[] = []
  let at = skipBetween(text, 0)
  while (at < text.length) {
    const end = endOfValue(text, at)
    if (end < 0) return null
    try {
      values.push(JSON.parse(text.slice(at, end)))
    } catch {
      return null
    }
    at = skipBetween(text, end)
  }
  return values.length > 1 ? values : null
}

function skipBetween(text: string, from: number): number {
  let at = from
  while (" \t\r\n,\u001e\ufeff".includes(text[at] ?? "x")) at++
  return at
}

/** Where the object or list that begins here ends; -1 where none begins or it does not end. */
function endOfValue(text: string, from: number): number {
  if (text[from] !== "{" && text[from] !== "[") return -1
  const token = /["{}[\]]/g
  token.lastIndex = from
  let depth = 0
  for (let found = token.exec(text); found; found = token.exec(text)) {
    if (found[0] === '"') {
      const end = endOfString(text, found.index)
      if (end < 0) return -1
      token.lastIndex = end
    } else if (found[0] === "{" || found[0] === "[") depth++
    else if (--depth === 0) return found.index + 1
  }
  return -1
}

function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === "\\") at++
    else if (text[at] === '"') return at + 1
  }
  return -1
}

/** The same text with line ends and tabs within strings written as JSON wants them: pages often leave them raw. */
export function escapeControls(text: string): string {
  const parts: string[] = []
  let done = 0
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at)) {
    const end = endOfString(text, at)
    if (end < 0) break
    const string = text.slice(at, end)
    parts.push(text.slice(done, at), string.replace(/\p{Cc}/gu, escaped))
    done = at = end
  }
  return parts.join("") + text.slice(done)
}

function escaped(control: string): string {
  return `\\u${control.charCodeAt(0).toString(16).padStart(4, "0")}`
}

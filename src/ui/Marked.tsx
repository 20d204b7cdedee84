import { findMatches } from "../table/matches.ts"

/** A text with the words that were searched for marked in it, whatever their case, marks and letter forms. */
export function Marked({ text, wanted }: { text: string; wanted: string }) {
  const words = wanted.split(/\s+/).filter(Boolean)
  if (words.length === 0) return <>{text}</>
  const parts = []
  let at = 0
  for (const [from, to] of findMatches(text, words)) {
    if (from < at) continue
    if (from > at) parts.push(text.slice(at, from))
    parts.push(<mark key={from}>{text.slice(from, to)}</mark>)
    at = to
  }
  parts.push(text.slice(at))
  return <>{parts}</>
}

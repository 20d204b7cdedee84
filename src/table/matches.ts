import { fold, folded } from "./fold.ts"

/** The folded text together with, for each of its code units, where it came from: [start, end) in the original. */
export function foldWithMap(text: string): {
  readonly folded: string
  readonly starts: number[]
  readonly ends: number[]
} {
  let out = ""
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  for (const character of text) {
    const piece = folded(character)
    const end = at + character.length
    if (piece === "" && ends.length > 0) ends[ends.length - 1] = end
    else
      for (const unit of piece.split("")) {
        if (unit === " " && (out === "" || out.endsWith(" "))) continue
        out += unit
        starts.push(at)
        ends.push(end)
      }
    at = end
  }
  return { folded: out, starts, ends }
}

/** Stretches [start, end) of the original text in which one of the words stands; in order, none within another. */
export function findMatches(text: string, words: readonly string[]): [number, number][] {
  const { folded: haystack, starts, ends } = foldWithMap(text)
  const found: [number, number][] = []
  for (const word of words) {
    const needle = fold(word)
    if (needle === "") continue
    for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + needle.length))
      found.push([starts[at]!, ends[at + needle.length - 1]!])
  }
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1])
  const merged: [number, number][] = []
  for (const match of found) {
    const last = merged.at(-1)
    if (last && match[0] < last[1]) last[1] = Math.max(last[1], match[1])
    else merged.push(match)
  }
  return merged
}

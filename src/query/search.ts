import { fold } from "../table/fold.ts"
import type { Facet, Table } from "../table/table.ts"
import type { Failing } from "./filter.ts"

/**
 * Rows in which one of the words is found neither in the event's own title and summary nor in the name of one of its
 * actors or places, in any language. Words are folded; each may stand within a longer one.
 */
export function failingSearch(table: Table, q: string): Failing {
  const words = fold(q).split(" ").filter(Boolean)
  if (words.length === 0) return null
  const failing = new Uint8Array(table.length)
  const encoder = new TextEncoder()
  for (const word of new Set(words)) {
    const found = new Uint8Array(table.length)
    findInText(table, encoder.encode(word), found)
    findInNames(table.facets.actor, word, found)
    findInNames(table.facets.place, word, found)
    for (let row = 0; row < table.length; row++) if (found[row] === 0) failing[row] = 1
  }
  return failing
}

/** Looks for the bytes in the one buffer of all rows' words; a match that crosses two rows is none. */
function findInText(table: Table, word: Uint8Array, found: Uint8Array): void {
  const { bytes, offsets } = table.folded
  const first = word[0]!
  let row = 0
  let at = bytes.indexOf(first)
  while (at >= 0) {
    while (offsets[row + 1]! <= at) row++
    if (found[row] === 1) at = offsets[row + 1]! - 1
    else if (at + word.length <= offsets[row + 1]! && matches(bytes, at, word)) found[row] = 1
    at = bytes.indexOf(first, at + 1)
  }
}

function matches(bytes: Uint8Array, at: number, word: Uint8Array): boolean {
  for (let i = 1; i < word.length; i++) if (bytes[at + i] !== word[i]) return false
  return true
}

function findInNames(facet: Facet, word: string, found: Uint8Array): void {
  const { values, offsets, codes } = facet
  const named = new Uint8Array(values.size)
  let any = false
  for (let code = 1; code < values.size; code++)
    if (values.folded(code).includes(word)) {
      named[code] = 1
      any = true
    }
  if (!any) return
  for (let row = 0; row < found.length; row++)
    for (let i = offsets[row]!, end = offsets[row + 1]!; i < end; i++)
      if (named[codes[i]!] === 1) {
        found[row] = 1
        break
      }
}

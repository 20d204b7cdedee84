import { fold } from "../table/fold.ts"
import type { Facet, Table } from "../table/table.ts"
import { mark, type Failing } from "./filter.ts"

/** Rows in which a word is found, one byte each. */
type Found = Uint8Array

/** Where more rows than this part held the shorter word, looking through all of the text is faster. */
const FEW = 0.3

/**
 * Finds words in a table; remembers the words asked last, so that a word that grows letter by letter is looked for only
 * where the shorter one was found.
 */
export interface Searcher {
  /**
   * Rows in which one of the words is found neither in the event's own title and summary nor in the name of one of its
   * actors or places, in any language. Words are folded; each may stand within a longer one.
   */
  failing(q: string): Failing
}

export function createSearcher(table: Table): Searcher {
  const encoder = new TextEncoder()
  let known = new Map<string, Found>()
  const find = (word: string): Found => {
    const before = known.get(word)
    if (before) return before
    const bytes = encoder.encode(word)
    const found = new Uint8Array(table.length)
    // What holds this word holds every part of it.
    const shorter = [...known].filter(([other]) => word.includes(other)).map(([, rows]) => rows)
    const within = fewest(shorter)
    if (within) findWithin(table, bytes, within, found)
    else findInText(table, bytes, found)
    for (const facet of [table.facets.actor, table.facets.place]) findInNames(facet, word, found)
    return found
  }
  return {
    failing(q) {
      const words = [...new Set(fold(q).split(" ").filter(Boolean))]
      if (words.length === 0) return null
      const found = words.map(word => [word, find(word)] as const)
      known = new Map(found)
      const failing = new Uint8Array(table.length)
      for (const [, rows] of found)
        for (let row = 0; row < rows.length; row++) failing[row]! |= rows[row]! ^ 1
      return failing
    },
  }
}

/** Of the rows that shorter words were found in, the fewest, if they are few. */
function fewest(all: readonly Found[]): Found | null {
  let best: Found | null = null
  let least = Infinity
  for (const rows of all) {
    let count = 0
    for (let row = 0; row < rows.length; row++) count += rows[row]!
    if (count < least && count < rows.length * FEW) [best, least] = [rows, count]
  }
  return best
}

/** Looks for the bytes in the one buffer of all rows' words; a match that crosses two rows is none. */
function findInText(table: Table, word: Uint8Array, found: Found): void {
  const { bytes, offsets } = table.folded
  const first = word[0]!
  const length = word.length
  const last = bytes.length - length
  let row = 0
  for (let at = 0; at <= last; at++) {
    if (bytes[at] !== first || !matches(bytes, at, word)) continue
    while (offsets[row + 1]! <= at) row++
    const end = offsets[row + 1]!
    if (at + length > end) continue
    found[row] = 1
    at = end - 1
  }
}

function findWithin(table: Table, word: Uint8Array, within: Found, found: Found): void {
  const { bytes, offsets } = table.folded
  for (let row = 0; row < within.length; row++) {
    if (within[row] === 0) continue
    for (let at = offsets[row]!, last = offsets[row + 1]! - word.length; at <= last; at++)
      if (matches(bytes, at, word)) {
        found[row] = 1
        break
      }
  }
}

function matches(bytes: Uint8Array, at: number, word: Uint8Array): boolean {
  for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word[i]) return false
  return true
}

function findInNames(facet: Facet, word: string, found: Found): void {
  const { values } = facet
  const named = new Uint8Array(values.size)
  let any = false
  for (let code = 1; code < values.size; code++)
    if (values.folded(code).includes(word)) {
      named[code] = 1
      any = true
    }
  if (any) mark(facet, named, found, 1)
}

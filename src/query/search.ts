import { fold } from "../table/fold.ts"
import type { Facet, Table, TextColumn } from "../table/table.ts"
import { markRows } from "./marks.ts"

/** Finds words in a table; remembers the last ones, since a word with one more letter stands only where it stood. */
export interface Searcher {
  /**
   * Writes 1 for each row in which one of the words is found neither in the event's own title and summary nor in the
   * name of one of its actors or places, in any language, and 0 for the others; false, and nothing written, where there
   * are no words. Words are folded; each may stand within a longer one.
   */
  failing(q: string, failing: Uint8Array): boolean
  /** Gives the remembered words up. */
  forget(): void
}

/** Rows in which a word was found, one byte each. */
interface Found {
  readonly rows: Uint8Array
  readonly count: number
}

/** As many words back as are remembered, a byte a row each: enough for typing, taking letters back and trying again. */
const REMEMBERED = 6

export function createSearcher(table: Table): Searcher {
  const known = new Map<string, Found>()
  const find = (word: string): Found => {
    const before = known.get(word)
    known.delete(word)
    const found = before ?? findWord(table, word, narrowest(known, word))
    known.set(word, found)
    return found
  }
  return {
    forget: () => known.clear(),
    failing(q, failing) {
      const words = new Set(fold(q).split(" ").filter(Boolean))
      if (words.size === 0) return false
      failing.fill(0)
      for (const word of words) {
        const { rows } = find(word)
        for (let row = 0; row < failing.length; row++) failing[row] |= rows[row] ^ 1
      }
      for (const word of known.keys()) {
        if (known.size <= REMEMBERED) break
        known.delete(word)
      }
      return true
    },
  }
}

/** Where to look at all: the fewest rows of any remembered word that stands within this one. */
function narrowest(known: ReadonlyMap<string, Found>, word: string): Uint8Array | null {
  let least: Found | null = null
  for (const [part, found] of known)
    if (word.includes(part) && (!least || found.count < least.count)) least = found
  return least?.rows ?? null
}

function findWord(table: Table, word: string, among: Uint8Array | null): Found {
  const rows = new Uint8Array(table.length)
  findInNames(table.facets.actor, word, rows)
  findInNames(table.facets.place, word, rows)
  findInText(table.folded, new TextEncoder().encode(word), among, rows)
  let count = 0
  for (let row = 0; row < rows.length; row++) count += rows[row]
  return { rows, count }
}

function findInNames(facet: Facet, word: string, found: Uint8Array): void {
  const { values } = facet
  const named = new Uint8Array(values.size)
  for (let code = 1; code < values.size; code++) if (values.folded(code).includes(word)) named[code] = 1
  if (named.includes(1)) markRows(facet, named, found, 1)
}

/** Looks for the bytes in the text of each row that is not found yet, anchored at the byte that is met least often. */
function findInText(text: TextColumn, word: Uint8Array, among: Uint8Array | null, found: Uint8Array): void {
  const at = rarest(word, text.bytes)
  if (among) findAmong(text, word, at, among, found)
  else findAnywhere(text, word, at, found)
}

/** Through the one buffer of all rows' words; a match that crosses two rows is none. */
function findAnywhere(
  { bytes, offsets, rows }: TextColumn,
  word: Uint8Array,
  at: number,
  found: Uint8Array,
): void {
  const anchor = word[at]
  const last = bytes.length - word.length + at
  for (let i = at, place = 0; i <= last; i++) {
    if (bytes[i] !== anchor || !matches(bytes, i - at, word)) continue
    while (offsets[place + 1] <= i - at) place++
    const end = offsets[place + 1]
    if (i - at + word.length > end) continue
    found[rows[place]] = 1
    i = end - 1 + at
  }
}

function findAmong(
  { bytes, offsets, rows }: TextColumn,
  word: Uint8Array,
  at: number,
  among: Uint8Array,
  found: Uint8Array,
): void {
  const anchor = word[at]
  const after = word.length - at
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place]
    if (found[row] === 1 || among[row] === 0) continue
    const last = offsets[place + 1] - after
    for (let i = offsets[place] + at; i <= last; i++)
      if (bytes[i] === anchor && matches(bytes, i - at, word)) {
        found[row] = 1
        break
      }
  }
}

function matches(bytes: Uint8Array, from: number, word: Uint8Array): boolean {
  for (let i = 0; i < word.length; i++) if (bytes[from + i] !== word[i]) return false
  return true
}

/** Place in the word of the byte that a sample of the text has least often. */
function rarest(word: Uint8Array, text: Uint8Array): number {
  const often = new Uint32Array(256)
  const step = Math.max(1, Math.floor(text.length / 2000))
  for (let i = 0; i < text.length; i += step) often[text[i]]++
  let best = 0
  for (let i = 1; i < word.length; i++) if (often[word[i]] < often[word[best]]) best = i
  return best
}

import { fold } from "../table/fold.ts"
import { foldedNames } from "../table/foldedNames.ts"
import type { Dictionary, Facet, Table, TextColumn } from "../table/table.ts"
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

/** Places of the text in which a word was found, one byte each. */
interface Found {
  readonly places: Uint8Array
  readonly count: number
}

/** As many words back as are remembered, a byte a row each: enough for typing, taking letters back and trying again. */
const REMEMBERED = 6

const encoder = new TextEncoder()

export function createSearcher(table: Table): Searcher {
  const known = new Map<string, Found>()
  let spare: Uint8Array | null = null
  const find = (word: string): Found => {
    const before = known.get(word)
    known.delete(word)
    const found = before ?? findInText(table.folded, encoder.encode(word), narrowest(known, word))
    known.set(word, found)
    return found
  }
  return {
    forget() {
      known.clear()
      spare = null
    },
    failing(q, failing) {
      const words = new Set(fold(q).split(" ").filter(Boolean))
      if (words.size === 0) return false
      let isFirst = true
      for (const word of words) {
        const missing = isFirst ? failing : (spare ??= new Uint8Array(table.length))
        missIn(table, word, find(word), missing)
        if (!isFirst) for (let row = 0; row < failing.length; row++) failing[row] |= missing[row]
        isFirst = false
      }
      for (const word of known.keys()) {
        if (known.size <= REMEMBERED) break
        known.delete(word)
      }
      return true
    },
  }
}

/** Tells which codes have a name, in any language, with the text in it; null where there is nothing to look for. */
export function finder(values: Dictionary, text: string): ((code: number) => boolean) | null {
  const wanted = fold(text)
  return wanted === "" ? null : code => foldedNames(values, code).includes(wanted)
}

/** Where to look at all: the fewest places of any remembered word that stands within this one. */
function narrowest(known: ReadonlyMap<string, Found>, word: string): Found | null {
  let least: Found | null = null
  for (const [part, found] of known)
    if (word.includes(part) && (!least || found.count < least.count)) least = found
  return least
}

/** Writes 1 for each row in which a word stands neither in its text nor in a name of its actors and places, else 0. */
function missIn(table: Table, word: string, { places }: Found, missing: Uint8Array): void {
  const { rows } = table.folded
  for (let place = 0; place < places.length; place++) missing[rows[place]] = places[place] ^ 1
  findInNames(table.facets.actor, word, missing)
  findInNames(table.facets.place, word, missing)
}

function findInNames(facet: Facet, word: string, missing: Uint8Array): void {
  const { values } = facet
  const named = new Uint8Array(values.size)
  for (let code = 1; code < values.size; code++) if (foldedNames(values, code).includes(word)) named[code] = 1
  if (named.includes(1)) markRows(facet, named, missing, 0)
}

/** Looks for the bytes in each text, or in those `among` which they must be, by the byte of them that is met least often. */
function findInText(text: TextColumn, word: Uint8Array, among: Found | null): Found {
  const at = rarest(word, text.bytes)
  const places = new Uint8Array(text.rows.length)
  const count = among ? findAmong(text, word, at, among, places) : findAnywhere(text, word, at, places)
  return { places, count }
}

/** Through the one buffer of all texts; a match that crosses two of them is none. How many have one. */
function findAnywhere(
  { bytes, offsets }: TextColumn,
  word: Uint8Array,
  at: number,
  found: Uint8Array,
): number {
  const anchor = word[at]
  const { length } = word
  const last = bytes.length - length + at
  let count = 0
  for (let i = at, place = 0; i <= last; i++) {
    if (bytes[i] !== anchor || (length > 1 && !matches(bytes, i - at, word))) continue
    while (offsets[place + 1] <= i - at) place++
    const end = offsets[place + 1]
    if (i - at + length > end) continue
    found[place] = 1
    count++
    i = end - 1 + at
  }
  return count
}

function findAmong(
  { bytes, offsets }: TextColumn,
  word: Uint8Array,
  at: number,
  among: Found,
  found: Uint8Array,
): number {
  const anchor = word[at]
  const after = word.length - at
  const candidates = among.places
  let count = 0
  for (let place = 0; place < candidates.length; place++) {
    if (candidates[place] === 0) continue
    const last = offsets[place + 1] - after
    for (let i = offsets[place] + at; i <= last; i++)
      if (bytes[i] === anchor && matches(bytes, i - at, word)) {
        found[place] = 1
        count++
        break
      }
  }
  return count
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

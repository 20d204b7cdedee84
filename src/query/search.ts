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

/** Where a word was found: for each place of the text 0, or 1 + the byte at which it stands first, at most FAR. */
interface Found {
  readonly first: Uint8Array
  readonly count: number
}

/** Stands for this byte of a text and for all after it. */
const FAR = 255

/** As many words back as are remembered, a byte a row each: enough for typing, taking letters back and trying again. */
const REMEMBERED = 6

const encoder = new TextEncoder()

export function createSearcher(table: Table): Searcher {
  const known = new Map<string, Found>()
  /** Where one of all words but the last is missing, which stays while the last is typed. */
  let before: { readonly words: string; readonly missing: Uint8Array } | null = null
  const find = (word: string): Found => {
    const found = known.get(word) ?? findInText(table.folded, encoder.encode(word), narrowest(known, word))
    known.delete(word)
    known.set(word, found)
    return found
  }
  const addMissing = (words: readonly string[], missing: Uint8Array) => {
    const key = words.join(" ")
    if (before?.words !== key) {
      const own = before?.missing ?? new Uint8Array(table.length)
      before = null
      missIn(table, words[0], find(words[0]), own)
      const next = new Uint8Array(words.length > 1 ? table.length : 0)
      for (const word of words.slice(1)) {
        missIn(table, word, find(word), next)
        join(own, next)
      }
      before = { words: key, missing: own }
    }
    join(missing, before.missing)
  }
  return {
    forget() {
      known.clear()
      before = null
    },
    failing(q, failing) {
      const words = [...new Set(fold(q).split(" ").filter(Boolean))]
      const last = words.pop()
      if (last === undefined) return false
      missIn(table, last, find(last), failing)
      if (words.length > 0) addMissing(words, failing)
      for (const word of known.keys()) {
        if (known.size <= REMEMBERED) break
        known.delete(word)
      }
      return true
    },
  }
}

/** Marks what another marks as well. */
function join(marked: Uint8Array, other: Uint8Array): void {
  for (let row = 0; row < marked.length; row++) marked[row] |= other[row]
}

/** Tells which codes have a name, in any language, with the text in it; null where there is nothing to look for. */
export function finder(values: Dictionary, text: string): ((code: number) => boolean) | null {
  const wanted = fold(text)
  return wanted === "" ? null : code => foldedNames(values, code).includes(wanted)
}

/** Where to look at all: a word is only where its parts are, and no earlier than they are. */
interface Among extends Found {
  /** Bytes of the word before the part. */
  readonly ahead: number
}

/** The fewest places of any remembered word that stands within this one, the longest of them. */
function narrowest(known: ReadonlyMap<string, Found>, word: string): Among | null {
  let best: string | null = null
  const isBetter = (part: string, than: string) => {
    const fewer = known.get(than)!.count - known.get(part)!.count
    return fewer > 0 || (fewer === 0 && part.length > than.length)
  }
  for (const part of known.keys())
    if (word.includes(part) && (best === null || isBetter(part, best))) best = part
  if (best === null) return null
  return { ...known.get(best)!, ahead: encoder.encode(word.slice(0, word.indexOf(best))).length }
}

/** Writes 1 for each row in which a word stands neither in its text nor in a name of its actors and places, else 0. */
function missIn(table: Table, word: string, { first }: Found, missing: Uint8Array): void {
  const { rows } = table.folded
  missing.fill(1)
  for (let place = 0; place < first.length; place++) if (first[place] !== 0) missing[rows[place]] = 0
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
function findInText(text: TextColumn, word: Uint8Array, among: Among | null): Found {
  const at = rarest(word, text.bytes)
  const first = new Uint8Array(text.rows.length)
  const count = among ? findAmong(text, word, at, among, first) : findAnywhere(text, word, at, first)
  return { first, count }
}

/**
 * Through the one buffer of all texts; a match that crosses two of them is none. How many have one. Four bytes at a time
 * are passed over, or the first of them found, by a zero test of words (H. S. Warren, Hacker's Delight, section 6-1); what
 * it finds beyond the first may be wrong and is looked at.
 */
function findAnywhere(
  { bytes, offsets }: TextColumn,
  word: Uint8Array,
  at: number,
  first: Uint8Array,
): number {
  const anchor = word[at]
  const { length } = word
  const last = bytes.length - length + at
  const fours = Math.imul(anchor, 0x01010101)
  const lead = bytes.byteOffset & 3
  const quads = new Int32Array(bytes.buffer, bytes.byteOffset - lead, (bytes.length + lead) >>> 2)
  let count = 0
  let place = 0
  let i = at
  while (i <= last) {
    let quad = (i + lead) >> 2
    // Without what lies before.
    let mask = -1 << (((i + lead) & 3) * 8)
    let hits = 0
    for (; quad < quads.length; quad++) {
      const apart = quads[quad] ^ fours
      hits = (apart - 0x01010101) & ~apart & 0x80808080 & mask
      if (hits !== 0) break
      mask = -1
    }
    i = hits === 0 ? Math.max(i, quad * 4 - lead) : quad * 4 - lead + ((31 - Math.clz32(hits & -hits)) >> 3)
    const from = i - at
    i++
    if (from + at > last || bytes[from + at] !== anchor || (length > 1 && !matches(bytes, from, word)))
      continue
    while (offsets[place + 1] <= from) place++
    const end = offsets[place + 1]
    if (from + length > end) continue
    first[place] = Math.min(from - offsets[place] + 1, FAR)
    count++
    i = end + at
  }
  return count
}

function findAmong(
  { bytes, offsets }: TextColumn,
  word: Uint8Array,
  at: number,
  { first: candidates, ahead }: Among,
  first: Uint8Array,
): number {
  const anchor = word[at]
  const after = word.length - at
  let count = 0
  for (let place = 0; place < candidates.length; place++) {
    const candidate = candidates[place]
    if (candidate === 0) continue
    const begin = offsets[place]
    const last = offsets[place + 1] - after
    const earliest = candidate - 1 - ahead
    for (let i = begin + at + (earliest > 0 ? earliest : 0); i <= last; i++)
      if (bytes[i] === anchor && matches(bytes, i - at, word)) {
        first[place] = Math.min(i - at - begin + 1, FAR)
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

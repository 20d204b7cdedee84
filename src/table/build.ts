import type { Document, EventRecord, Text } from "../model/document.ts"
import { whenReader } from "../time/edtf.ts"
import { UNDATED, type When } from "../time/when.ts"
import { dictionaryBuilder, type DictionaryBuilder, type ValueEntries } from "./dictionaryBuilder.ts"
import { writeDetails } from "./event.ts"
import { fold } from "./fold.ts"
import { addFolded } from "./foldBytes.ts"
import { expectRest, growing, push, reserve, unknownPace } from "./growing.ts"
import { idBuilder } from "./idBuilder.ts"
import { orderRows } from "./order.ts"
import { tableOf, type TableParts } from "./parts.ts"
import { turnAbout } from "./postings.ts"
import {
  addCode,
  addList,
  endList,
  identity,
  raggedBuilder,
  rollUp,
  takeLists,
  type CodeList,
} from "./ragged.ts"
import { reorder, reordering } from "./reorder.ts"
import { spanBuilder } from "./spanBuilder.ts"
import { FACETS, type FacetName, type Table } from "./table.ts"
import type { TextParts } from "./text.ts"
import {
  addBytes,
  addText,
  encodeText,
  padText,
  takeText,
  textBuilder,
  type TextBuilder,
} from "./textBuilder.ts"

/** A table that fills as events come. */
export interface TableBuilder {
  readonly length: number
  has(id: string): boolean
  /** Says what part of all events (0 … 1) has come, so that room is made for the rest at once; 0 where nobody knows. */
  expect(part: number): void
  /** Takes an event in normal form whose id is not there yet. */
  add(event: EventRecord): void
  /** The code by which a value goes in rows that are added as such, and the other way round. */
  code(facet: FacetName, id: string): number
  idOf(facet: FacetName, code: number): string
  /** Takes an event that says no more than the row; false, and nothing added, where its id is there already. */
  addRow(row: PlainRow): boolean
  /**
   * The table of all events so far, rows in order of beginMin, endMax, id, undated ones last. Same events, same rows, in
   * whatever order they came. With `last` the builder's own columns are given up on the way, so that there are never
   * two whole tables.
   */
  build(last?: boolean): TableParts
}

/** An event of which an id, a title, a date and values of facets are all that is known; written anew for each row. */
export interface PlainRow {
  /** UTF-8, in which the id lies from idFrom to idTo. */
  idBytes: Uint8Array
  idFrom: number
  idTo: number
  /** The same for the title, which is never empty. */
  bytes: Uint8Array
  titleFrom: number
  titleTo: number
  /** Language of the title. */
  lang: string
  /** Days since 1970, the first and the last, where the date is whole days and `when` is null. */
  firstDay: number
  lastDay: number
  when: When | null
  /** The date as EDTF where it is other than a day or days, which its bounds say. */
  whenText: string | null
  /** By code, each once. */
  readonly codes: Readonly<Record<FacetName, CodeList>>
}

/** The table of a document. */
export function buildTable(document: Document): Table {
  const builder = startTable(document)
  for (const event of document.events) builder.add(event)
  return tableOf(builder.build(true))
}

/**
 * A builder for the events of a document, of which only the other fields are used; its maps may grow by what events name
 * until the table is built. Actors, places and so on that are in them now keep their order.
 */
export function startTable(document: Omit<Document, "events">): TableBuilder {
  const { actors, places, types, tags, sources } = document
  const dictionaries: Record<FacetName, DictionaryBuilder> = {
    actor: dictionaryBuilder(actors.keys()),
    place: dictionaryBuilder(places.keys()),
    type: dictionaryBuilder(types.keys()),
    status: dictionaryBuilder([]),
    tag: dictionaryBuilder(tags.keys()),
    source: dictionaryBuilder(sources.keys()),
  }
  const pace = unknownPace()
  const lists = byFacet(() => raggedBuilder(pace))
  const spans = spanBuilder(pace)
  const reportedMin = growing(Float64Array, 1024, pace)
  const reportedMax = growing(Float64Array, 1024, pace)
  const idText = textBuilder(pace)
  const ids = idBuilder(idText)
  const titles = new Map<string, TextBuilder>()
  const folded = textBuilder(pace)
  const details = textBuilder(pace)
  const spanOf = whenReader(50_000)
  let length = 0
  /** The language of the titles that are not folded yet; null where all are. */
  let unfolded: string | null = null
  let anyReported = false

  const titleIn = (lang: string) => {
    let column = titles.get(lang)
    if (!column) titles.set(lang, (column = textBuilder(pace)))
    padText(column, length)
    return column
  }
  /** Folds the titles of the rows since the last time: one after another they take half as long as each with its row. */
  const foldTitles = () => {
    const from = folded.offsets.length - 1
    if (unfolded === null || from === length) return
    const { bytes, offsets } = titleIn(unfolded)
    unfolded = null
    // Folded texts are mostly as long as they were.
    reserve(folded.bytes, offsets.array[length]! - offsets.array[from]! + 1)
    reserve(folded.offsets, length - from)
    for (let row = from; row < length; row++)
      addFoldedText(folded, bytes.array, offsets.array[row]!, offsets.array[row + 1]!)
  }
  const addDetails = (text: string) => {
    if (text === "") return
    padText(details, length)
    addText(details, text)
  }
  const addReported = (reported: When | null) => {
    // Columns of nothing are not begun before there is something.
    if (reported && !anyReported) {
      anyReported = true
      for (let row = 0; row < length; row++) {
        push(reportedMin, NaN)
        push(reportedMax, NaN)
      }
    }
    if (!anyReported) return
    push(reportedMin, reported ? reported.beginMin : NaN)
    push(reportedMax, reported ? reported.endMax : NaN)
  }
  const addFacets = (event: EventRecord) => {
    for (const { id } of event.actors) addCode(lists.actor, dictionaries.actor.code(id))
    for (const { id } of event.places) addCode(lists.place, dictionaries.place.code(id))
    if (event.type !== null) addCode(lists.type, dictionaries.type.code(event.type))
    addCode(lists.status, dictionaries.status.code(event.status))
    for (const id of event.tags) addCode(lists.tag, dictionaries.tag.code(id))
    for (const { id } of event.sources) addCode(lists.source, dictionaries.source.code(id))
    for (const facet of FACETS) endList(lists[facet])
  }

  return {
    get length() {
      return length
    },
    has: ids.has,
    expect: part => expectRest(pace, part),
    add(event) {
      spans.add((event.when === null ? null : spanOf(event.when, event.asOf)) ?? UNDATED)
      addReported(event.reported === null ? null : spanOf(event.reported))
      addFacets(event)
      ids.add(event.id)
      foldTitles()
      for (const lang in event.title) addText(titleIn(lang), event.title[lang]!)
      const words = encodeText(wordsOf(event))
      addFoldedText(folded, words.bytes, 0, words.length)
      addDetails(writeDetails(event))
      length++
    },
    code: (facet, id) => dictionaries[facet].code(id),
    idOf: (facet, code) => dictionaries[facet].idOf(code),
    addRow(row) {
      const { bytes, titleFrom, titleTo, lang, when: span, whenText, codes } = row
      if (!ids.addBytes(row.idBytes, row.idFrom, row.idTo)) return false
      if (span === null) spans.addDays(row.firstDay, row.lastDay)
      else spans.add(span)
      addReported(null)
      addList(lists.actor, codes.actor)
      addList(lists.place, codes.place)
      addList(lists.type, codes.type)
      addList(lists.status, codes.status)
      addList(lists.tag, codes.tag)
      addList(lists.source, codes.source)
      if (lang !== unfolded) foldTitles()
      unfolded = lang
      addBytes(titleIn(lang), bytes, titleFrom, titleTo)
      if (whenText !== null) addDetails(`{"when":"${whenText}"}`)
      length++
      return true
    },
    build(last = false) {
      foldTitles()
      const { order, dated } = orderRows(spans.dates(), {
        bytes: idText.bytes.array,
        offsets: idText.offsets.array,
        isAscending: ids.isAscending,
      })
      const rows = new Uint32Array(length)
      for (let row = 0; row < length; row++) rows[order[row]!] = row
      const moved = reordering(rows)
      if (last) ids.end()
      let zeros: Uint32Array | null = null
      /** What says nothing of any row is one column for all that say nothing. */
      const nothing = () => (zeros ??= new Uint32Array(length + 1))
      const texts = (from: TextBuilder) => takeText(from, length, last)
      const title = Object.fromEntries(
        [...titles.keys()].toSorted().map(lang => [lang, texts(titles.get(lang)!)]),
      )
      const when = spans.columns(moved, last)
      const entries = entriesOf(document)
      let shared: Uint32Array | null = null
      const single = () => (shared ??= identity(length))
      return {
        length,
        dated,
        when,
        reportedMin: anyReported ? reorder(reportedMin.array, moved) : null,
        reportedMax: anyReported ? reorder(reportedMax.array, moved) : null,
        facets: byFacet(facet => {
          const { parts, recoded } = dictionaries[facet].build(entries[facet])
          const taken = takeLists(lists[facet], moved, recoded, single, last)
          const isUnsaid = parts.ids.length === 1
          const ragged = isUnsaid ? { ...taken, codes: nothing().subarray(0, length) } : taken
          const isSingle = ragged.codes.length === length
          const postings = isSingle ? null : turnAbout(ragged, parts.ids.length)
          return { values: parts, ...ragged, rolled: rollUp(ragged, parts.parents), postings }
        }),
        placing: { places: order, rows },
        ids: texts(idText),
        titles: title,
        folded: sharing(texts(folded), Object.values(title)),
        details: details.bytes.length > 0 ? texts(details) : { bytes: new Uint8Array(0), offsets: nothing() },
        extent: extentOf(when, dated),
        document: withoutEvents(document),
      }
    },
  }
}

const decoder = new TextDecoder()

/** Adds the folded form of the UTF-8 in bytes[from … to). */
function addFoldedText(folded: TextBuilder, bytes: Uint8Array, from: number, to: number): void {
  if (!addFolded(folded, bytes, from, to)) addText(folded, fold(decoder.decode(bytes.subarray(from, to))))
}

/** The column with the offsets of one of the others where they are the same: folding mostly leaves lengths as they are. */
function sharing(column: TextParts, others: readonly TextParts[]): TextParts {
  const { length } = column.offsets
  const isSame = ({ offsets }: TextParts) => {
    for (let i = 0; i < length; i++) if (offsets[i] !== column.offsets[i]) return false
    return true
  }
  const same = others.find(isSame)
  return same ? { ...column, offsets: same.offsets } : column
}

function byFacet<T>(make: (facet: FacetName) => T): Record<FacetName, T> {
  return Object.fromEntries(FACETS.map(facet => [facet, make(facet)])) as Record<FacetName, T>
}

/** An event's own words, for search. */
function wordsOf({ title, summary }: EventRecord): string {
  let words = ""
  for (const lang in title) words += words === "" ? title[lang]! : `\n${title[lang]!}`
  for (const lang in summary) words += `\n${summary[lang]!}`
  return words
}

function extentOf(
  { beginMin, beginMax, endMin, endMax }: TableParts["when"],
  dated: number,
): readonly [number, number] | null {
  let first = Infinity
  let last = -Infinity
  for (const column of [beginMin, beginMax, endMin, endMax])
    for (let row = 0; row < dated; row++) {
      const bound = column[row]!
      if (bound - bound !== 0) continue
      if (bound < first) first = bound
      if (bound > last) last = bound
    }
  return first <= last ? [first, last] : null
}

function withoutEvents({ ...document }: Omit<Document, "events">): Omit<Document, "events"> {
  Reflect.deleteProperty(document, "events")
  return document
}

function entriesOf({
  actors,
  places,
  types,
  tags,
  sources,
}: Omit<Document, "events">): Record<FacetName, ValueEntries> {
  return {
    actor: [...actors].map(([id, { name, partOf }]) => [id, name, partOf] as const),
    place: [...places].map(([id, { name, within }]) => [id, name, within === null ? [] : [within]] as const),
    type: plain(types),
    status: [],
    tag: plain(tags),
    source: [...sources].map(([id, { title }]) => [id, title, []] as const),
  }
}

function plain(map: ReadonlyMap<string, { readonly name: Text }>): ValueEntries {
  return [...map].map(([id, { name }]) => [id, name, []] as const)
}

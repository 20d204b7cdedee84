import { canonicalEdtf, joinBounds } from "../../model/edtf-text.ts"
import type { Faults } from "../../model/faults.ts"
import { separatorOf, valuesOf } from "../tabular/cells.ts"
import { yearText } from "../tabular/looseDates.ts"
import { mediaOf } from "./media.ts"
import { answerIn, ENTITY, POINT, type Answer, type Cell } from "./sparql.ts"
import { things, type Things } from "./things.ts"
import type { Tree } from "./tree.ts"
import { saying, webAddress, wordsOnce } from "./values.ts"
import { columnsOf, type Column, type Role } from "./wikidataColumns.ts"
import { isFirstOfJanuary, wikidataDate } from "./wikidataDates.ts"

/**
 * An answer of the Wikidata Query Service, in full or flat: one event for each item, whose rows are the cross product of
 * its places, participants, languages and so on. Dates that disagree stand with the item as their source. Unknown values
 * are none; labels that are only numbers of items give way to whatever else names them.
 */
export function readWikidata(value: unknown, faults: Faults): Tree {
  const answer = answerIn(value)
  const columns = columnsOf(answer)
  const item = columns.find(({ role }) => role === "item")!
  const drafts = new Map<string, Draft>()
  const names = { actors: things(), places: things(), types: things(), tags: things() }
  const read = rowReader(answer, columns, names)
  answer.rows.forEach((row, index) => {
    const cell = item.self === null ? undefined : row.get(item.self)
    const key = cell && cell.kind !== "blank" ? cell.value : `row ${index}`
    const draft = drafts.get(key) ?? newDraft(index, cell)
    drafts.set(key, draft)
    if (!answer.odd.has(index)) read(row, draft)
  })
  tellOfRows(answer, drafts.size, columns, faults)
  return {
    fields: saying({
      actors: names.actors.declared(),
      places: names.places.declared(),
      types: names.types.declared(),
      tags: names.tags.declared(),
    }),
    events: (function* () {
      for (const draft of drafts.values())
        yield [
          answer.odd.has(draft.row) ? answer.odd.get(draft.row) : eventOf(draft),
          { pointer: `${answer.pointer}/${draft.row}` },
        ] as const
    })(),
  }
}

function tellOfRows(answer: Answer, events: number, columns: readonly Column[], faults: Faults): void {
  const where = { pointer: answer.pointer }
  if (events < answer.rows.length)
    faults.add({
      code: "merged-rows",
      severity: "repaired",
      where,
      seen: { word: "rows-of-events", of: String(answer.rows.length), and: String(events) },
    })
  const dates = columns.filter(({ role, precision }) => DATES.has(role) && precision === null)
  const isLost = (row: ReadonlyMap<string, Cell>) =>
    dates.some(({ self }) => self !== null && isFirstOfJanuary(row.get(self)?.value ?? ""))
  const first = answer.rows.findIndex(isLost)
  if (first < 0) return
  const self = dates.find(({ self: name }) =>
    isFirstOfJanuary(answer.rows[first]!.get(name ?? "")?.value ?? ""),
  )!.self!
  const pointer = `${answer.pointer}/${first}/${self}`
  const found = answer.rows[first]!.get(self)!.value
  faults.add({ code: "lost-precision", severity: "repaired", where: { pointer }, found })
}

const DATES: ReadonlySet<Role> = new Set<Role>(["when", "start", "end"])

/** What the rows of one item say, in the order in which they say it. */
interface Draft {
  /** Its first row. */
  readonly row: number
  readonly id: string
  readonly address: string
  readonly titles: Map<string, string>
  readonly summaries: Map<string, string>
  readonly whens: Set<string>
  /** Ids with roles, as keys. */
  readonly actors: Map<string, { readonly id: string; readonly role?: string }>
  readonly places: Set<string>
  readonly types: Set<string>
  readonly tags: Set<string>
  readonly media: Set<string>
  readonly sources: Set<string>
  readonly figures: Map<string, number>
}

function newDraft(row: number, cell: Cell | undefined): Draft {
  const address = cell?.kind === "uri" ? cell.value : ""
  return {
    row,
    id: ENTITY.exec(address)?.[1] ?? address,
    address: webAddress(address),
    ...{ titles: new Map(), summaries: new Map(), figures: new Map(), actors: new Map() },
    ...{
      whens: new Set(),
      places: new Set(),
      types: new Set(),
      tags: new Set(),
      media: new Set(),
      sources: new Set(),
    },
  }
}

type Names = Readonly<Record<"actors" | "places" | "types" | "tags", Things>>

/** Adds what a row says to the draft of its item. */
function rowReader(
  { rows }: Answer,
  columns: readonly Column[],
  names: Names,
): (row: ReadonlyMap<string, Cell>, draft: Draft) => void {
  const of = (role: Role) => columns.filter(column => column.role === role)
  const one = (role: Role) => of(role)[0]?.self ?? null
  const separators = new Map(columns.map(column => [column, separatorIn(column, rows)]))
  const each = (role: Role, row: ReadonlyMap<string, Cell>) =>
    of(role).flatMap(column =>
      referencesOf(column, row, separators.get(column)!).map(ref => ({ ...ref, column })),
    )
  const [item] = of("item")
  const dates = { when: of("when")[0], start: of("start")[0], end: of("end")[0] }

  return (row, draft) => {
    addTexts(draft.titles, item!.labels, row)
    addTexts(draft.summaries, item!.descriptions, row)
    const when = whenIn(row, dates)
    if (when !== null) draft.whens.add(when)
    for (const { id, texts, column } of each("actor", row)) {
      names.actors.note(id, texts, urlOf(id))
      const role = roleOfActor(column.base)
      draft.actors.set(`${id}\n${role ?? ""}`, role === null ? { id } : { id, role })
    }
    const within = each("within", row).map(({ id, texts }) => (names.places.note(id, texts), id))
    const point = pointIn(row, one("point"), one("lat"), one("lon"))
    const found = each("place", row)
    for (const { id, texts } of found) {
      // A point in a row of several places is that of what happened, nearest to the first of them.
      names.places.note(
        id,
        texts,
        saying({ point: id === found[0]!.id ? point : null, within: within.find(whole => whole !== id) }),
      )
      draft.places.add(id)
    }
    if (found.length === 0 && point) {
      const id = `${point[1]}, ${point[0]}`
      names.places.note(id, new Map([["", id]]), saying({ point, within: within[0] }))
      draft.places.add(id)
    } else if (found.length === 0) for (const id of within) draft.places.add(id)
    for (const kind of ["type", "tag"] as const)
      for (const { id, texts } of each(kind, row)) {
        names[`${kind}s`].note(id, texts)
        draft[`${kind}s`].add(id)
      }
    for (const { self } of of("media")) {
      const cell = self === null ? undefined : row.get(self)
      if (cell && cell.kind !== "blank") draft.media.add(cell.value)
    }
    for (const { self } of of("source")) draft.sources.add(self === null ? "" : (row.get(self)?.value ?? ""))
    for (const kind of ["killed", "injured"] as const) {
      const count = Number(row.get(one(kind) ?? "")?.value)
      if (Number.isFinite(count) && count >= 0) draft.figures.set(kind, count)
    }
  }
}

function urlOf(id: string): Record<string, unknown> {
  return /^[QL]\d+$/.test(id) ? { url: `https://www.wikidata.org/wiki/${id}` } : {}
}

/** Names for those who took part say no more than that they did. */
function roleOfActor(base: string): string | null {
  const word = base.toLowerCase().replace(/[\d_]+$/, "")
  const single = word.endsWith("ies") ? `${word.slice(0, -3)}y` : word.replace(/s$/, "")
  return /^(actor|participant|party|person|people|human|side|who|member|team|participatingteam)$/.test(single)
    ? null
    : single
}

interface Reference {
  readonly id: string
  readonly texts: ReadonlyMap<string, string>
}

/** The things that a column of a row names: one, or where labels were strung together those. */
function referencesOf(
  column: Column,
  row: ReadonlyMap<string, Cell>,
  separator: string,
): readonly Reference[] {
  const self = column.self === null ? undefined : row.get(column.self)
  if (self?.kind === "blank") return []
  const texts = new Map<string, string>()
  addTexts(texts, column.labels, row)
  if (self?.kind === "uri") {
    const id = ENTITY.exec(self.value)?.[1] ?? self.value
    return [{ id, texts: texts.size > 0 ? texts : new Map([["", id]]) }]
  }
  const words = self ? [self.value] : [...texts.values()].slice(0, 1)
  return words
    .flatMap(word => valuesOf(word, separator))
    .map(id => ({ id, texts: words.length === 1 && separator === "" && !self ? texts : new Map([["", id]]) }))
}

function separatorIn(column: Column, rows: Answer["rows"]): string {
  const variable = column.self ?? column.labels[0]?.variable
  if (variable === undefined) return ""
  const cells = rows.slice(0, 300).flatMap(row => row.get(variable) ?? [])
  return cells.some(({ kind }) => kind === "uri") ? "" : separatorOf(cells.map(({ value }) => value))
}

/** Labels by language; a label that is only the number of an item is none. */
function addTexts(into: Map<string, string>, from: Column["labels"], row: ReadonlyMap<string, Cell>): void {
  for (const { variable, lang } of from) {
    const cell = row.get(variable)
    if (!cell || cell.kind !== "literal" || /^[QLM]\d+$/.test(cell.value)) continue
    const key = cell.lang || lang
    if (!into.has(key)) into.set(key, cell.value)
  }
}

type Dates = Readonly<Record<"when" | "start" | "end", Column | undefined>>

/** EDTF; null where nothing is known. */
function whenIn(row: ReadonlyMap<string, Cell>, { when, start, end }: Dates): string | null {
  const [first, last] = [dateIn(row, start), dateIn(row, end)]
  const moment = dateIn(row, when)
  // An end that is there and unknown.
  if (first !== "" && last === "" && end?.self && row.get(end.self)?.kind === "blank")
    return canonicalEdtf(`${first}/`) ?? first
  if (first === "" && (last === "" || moment !== "")) return moment === "" ? null : moment
  return joinBounds(first, last) ?? first
}

function dateIn(row: ReadonlyMap<string, Cell>, column: Column | undefined): string {
  const cell = column?.self == null ? undefined : row.get(column.self)
  if (!cell || cell.kind === "blank") return ""
  const level = column!.precision === null ? undefined : row.get(column!.precision)?.value
  const precision = level !== undefined && /^\d{1,2}$/.test(level) ? Number(level) : null
  if (/^-?\d{1,9}$/.test(cell.value)) return yearText(Number(cell.value)) ?? cell.value
  return wikidataDate(cell.value, precision) ?? cell.value
}

/** [longitude, latitude]; null where there is none on this earth. */
function pointIn(
  row: ReadonlyMap<string, Cell>,
  point: string | null,
  lat: string | null,
  lon: string | null,
): readonly [number, number] | null {
  const found = point === null ? null : POINT.exec(row.get(point)?.value ?? "")
  const said = (name: string | null) =>
    name === null ? Number.NaN : Number(row.get(name)?.value ?? Number.NaN)
  // A globe is named where it is not the earth, which is Q2.
  if (found?.[1] && !found[1].endsWith("/Q2") && ENTITY.test(found[1])) return null
  const [x, y] = found ? [Number(found[2]), Number(found[3])] : [said(lon), said(lat)]
  return Math.abs(x) <= 180 && Math.abs(y) <= 90 ? [x, y] : null
}

function eventOf(draft: Draft): unknown {
  const [when, ...others] = bestFirst([...draft.whens])
  const [type, ...types] = draft.types
  const own = draft.address
  const sources = wordsOnce([own, ...[...draft.sources].map(webAddress)])
  const disagreeing = own === "" ? [] : others.map(other => ({ id: own, says: { when: other } }))
  return saying({
    id: draft.id,
    when,
    title: textOf(draft.titles) || titleOf(draft),
    summary: textOf(draft.summaries),
    type,
    tags: wordsOnce([...types, ...draft.tags]),
    actors: [...draft.actors.values()],
    places: [...draft.places],
    figures: draft.figures.size > 0 ? Object.fromEntries(draft.figures) : undefined,
    media: [...draft.media].map(address => mediaOf(address)).filter(one => one !== null),
    sources: [...sources, ...disagreeing],
  })
}

/** The most exact date first; one that only says the same less exactly goes. */
function bestFirst(whens: readonly string[]): string[] {
  const sorted = whens.toSorted((a, b) => digitsIn(b) - digitsIn(a))
  return sorted.filter((when, i) => !sorted.slice(0, i).some(finer => finer.startsWith(`${when}-`)))
}

function digitsIn(when: string): number {
  return when.replace(/\D/g, "").length
}

/** One without a label is called as its article, else by its number. */
function titleOf({ sources, id }: Draft): string {
  for (const source of sources) {
    const found = /^https?:\/\/[a-z-]+\.(?:m\.)?wikipedia\.org\/wiki\/([^?#]+)/.exec(source)
    if (found) return decoded(found[1]!).replaceAll("_", " ")
  }
  return id
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** One text without a language stands alone; "" for none. */
function textOf(texts: ReadonlyMap<string, string>): unknown {
  if (texts.size === 0) return ""
  const plain = texts.get("")
  if (texts.size === 1 && plain !== undefined) return plain
  return Object.fromEntries([...texts].map(([lang, text]) => [lang || "und", text]))
}

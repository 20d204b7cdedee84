import type { Confidence, PlaceRole, Relation } from "../model/document.ts"
import type { ClauseName } from "../query/selection.ts"
import type { Words } from "./words.ts"

/** The texts that the first picture does not need, in one language: what an action of the reader brings up. */
export interface MoreWords {
  // counting
  binHolds(n: number): string
  accounts(n: number): string
  moreEvents(n: number): string

  // names of things
  readonly roles: Readonly<Record<PlaceRole, string>>
  readonly relations: Readonly<Record<Relation, string>>
  readonly confidences: Readonly<Record<Confidence, string>>
  readonly aspects: Readonly<Record<"when" | "place" | "actors" | "event", string>>
  readonly undatedWord: string

  // search, settings, movement
  readonly suggestions: string
  goTo(date: string): string
  readonly open: string
  readonly close: string
  showEvents(n: number): string
  readonly language: string
  readonly theme: string
  readonly themes: Readonly<Record<"auto" | "light" | "dark", string>>
  readonly timeDirection: string
  readonly timeDirections: Readonly<Record<"auto" | "time-ltr" | "time-rtl", string>>
  readonly timeZone: string
  readonly wheelHint: string
  readonly outOfView: string
  readonly goToDate: string
  readonly notADate: string
  readonly help: string
  readonly keysTitle: string
  /** Keys and what they do, in reading order. */
  readonly keys: readonly (readonly [string, string])[]

  // filters
  readonly restLegend: string
  readonly restHide: string
  readonly restDim: string
  readonly matchAny: string
  readonly matchAll: string
  readonly matchLegend: string

  // time filter
  readonly when: string
  readonly from: string
  readonly to: string
  readonly rangeLegend: string
  readonly rangeCould: string
  readonly rangeMust: string
  readonly known: string
  readonly knownHint: string
  readonly useView: string

  // filters in force
  readonly inForce: string
  chip(facet: string, name: string): string
  chipNot(facet: string, name: string): string
  chipSearch(words: string): string
  chipFrom(date: string): string
  chipTo(date: string): string
  readonly chipMust: string
  chipKnown(date: string): string
  readonly chipTogether: string
  remove(chip: string): string
  readonly clearAll: string
  readonly nothingPasses: string
  liftFilter(clause: string, n: number): string
  readonly clauses: Readonly<Record<ClauseName, string>>
  hiddenBy(clauses: string): string
  readonly free: string

  // drawing
  readonly zoomToBin: string
  /** What Enter and L do on a stretch of a lane that is too dense for marks. */
  readonly binKeys: string
  readonly coverage: string
  readonly countDays: string

  // details
  readonly status: string
  readonly type: string
  readonly whenInSource: string
  countedFrom(date: string): string
  reported(date: string): string
  asOf(date: string): string
  readonly actorsTitle: string
  readonly placesTitle: string
  readonly sourcesTitle: string
  readonly tagsTitle: string
  readonly linksTitle: string
  readonly figuresTitle: string
  readonly mediaTitle: string
  readonly confidenceTitle: string
  readonly planNote: string
  sourceSays(what: string): string
  published(date: string): string
  readonly loadPicture: string
  readonly openLink: string
  figure(low: string | null, best: string | null, high: string | null, unit: string | null): string
  readonly previous: string
  readonly next: string
  readonly copyLink: string
  readonly copied: string
  readonly mapOf: string
  readonly centreOn: string

  // list
  readonly listCaption: string
  readonly columns: Readonly<Record<"when" | "title" | "status" | "actors" | "places" | "sources", string>>
  sortBy(column: string): string

  // trouble
  readonly dropHere: string
  readonly openBuiltIn: string

  /** Between the parts of what is said in short, its blank included. */
  readonly comma: string
  /** A list in words: "a, b and c". */
  list(items: readonly string[]): string
}

/** Every text of the interface but those of whole dialogs that have a file of their own. */
export interface AllWords extends Words, MoreWords {}

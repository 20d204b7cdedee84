import type { Confidence, PlaceRole, Relation, Status } from "../model/document.ts"
import type { ClauseName } from "../query/selection.ts"
import type { FacetName } from "../table/table.ts"
import type { LaneField, Show } from "../state/state.ts"

/**
 * Every text of the interface in one language. A language is one file that gives a function from digits to this shape;
 * a missing message does not compile. Values from a document come in as arguments and are isolated by whoever shows them.
 */
export interface Words {
  /** Direction of the language. */
  readonly dir: "ltr" | "rtl"

  // counting
  events(n: number): string
  countOf(passed: number, total: number): string
  undated(n: number): string
  binHolds(n: number): string
  problems(n: number): string
  accounts(n: number): string
  moreEvents(n: number): string

  // names of things
  readonly appName: string
  readonly untitled: string
  readonly facets: Readonly<Record<FacetName, string>>
  readonly notStated: string
  readonly statuses: Readonly<Record<Status, string>>
  readonly roles: Readonly<Record<PlaceRole, string>>
  readonly relations: Readonly<Record<Relation, string>>
  readonly confidences: Readonly<Record<Confidence, string>>
  readonly aspects: Readonly<Record<"when" | "place" | "actors" | "event", string>>
  readonly shows: Readonly<Record<Show, string>>
  readonly laneFields: Readonly<Record<LaneField, string>>
  readonly everyone: string
  readonly theRest: string
  readonly undatedWord: string

  // header and controls
  readonly search: string
  readonly searchHint: string
  readonly suggestions: string
  goTo(date: string): string
  readonly filterBy: string
  readonly open: string
  readonly close: string
  readonly filters: string
  showEvents(n: number): string
  readonly settings: string
  readonly language: string
  readonly theme: string
  readonly themes: Readonly<Record<"auto" | "light" | "dark", string>>
  readonly timeDirection: string
  readonly timeDirections: Readonly<Record<"auto" | "time-ltr" | "time-rtl", string>>
  readonly timeZone: string
  readonly view: string
  readonly lanesBy: string
  readonly zoomIn: string
  readonly zoomOut: string
  readonly fitAll: string
  readonly fitFiltered: string
  readonly earlier: string
  readonly later: string
  readonly goToDate: string
  readonly goToDateHint: string
  readonly notADate: string
  readonly help: string
  readonly keysTitle: string
  /** Keys and what they do, in reading order. */
  readonly keys: readonly (readonly [string, string])[]

  // facets
  readonly searchIn: (facet: string) => string
  readonly only: string
  readonly exclude: string
  onlyValue(name: string): string
  excludeValue(name: string): string
  showAllValues(n: number): string
  readonly showFewer: string
  readonly clear: string
  readonly clearFacet: (facet: string) => string
  readonly matchAny: string
  readonly matchAll: string
  readonly matchLegend: string
  expand(name: string): string
  collapse(name: string): string
  countDescription(n: number): string

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
  readonly restLegend: string
  readonly restHide: string
  readonly restDim: string

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
  readonly howToMove: string
  readonly howToMoveEmbed: string
  readonly howToMoveTouch: string
  readonly drawingDescription: string
  readonly wheelHint: string
  readonly overview: string
  readonly startOfView: string
  readonly endOfView: string
  pinLane(name: string): string
  unpinLane(name: string): string
  laneSummary(name: string, n: number): string
  readonly zoomToBin: string
  readonly outOfView: string
  readonly coverage: string
  viewIs(stretch: string): string
  /** A whole number of days after an event, negative before it. */
  daysFrom(days: number): string
  countFrom(title: string): string
  readonly countDays: string
  readonly countDates: string

  // details
  readonly details: string
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
  readonly accountsTitle: string
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

  // loading and trouble
  readonly loading: string
  loadingFile(name: string): string
  readonly stop: string
  /** What a file was taken for; a sentence to which counts are added after a blank. */
  readonly readAs: (format: string) => string
  readonly eventsShown: (n: number) => string
  readonly eventsLeftOut: (n: number) => string
  readonly allKinds: string
  readonly saveTable: string
  readonly openOther: string
  readonly openTitle: string
  /** Over the page while a file is held over it. */
  readonly dropHere: string
  /** How many events of a file have been read so far. */
  readonly eventsRead: (n: number) => string
  /** The reading was stopped and its part is shown. */
  readonly readInPart: string
  readonly readWhole: string
  readonly tryAgain: string
  readonly openBuiltIn: string
  /** What went wrong where nothing more is known, and what to do. */
  readonly broken: readonly [what: string, next: string]
  readonly leftOutTitle: string
  readonly leftOutIntro: string
  problemAt(place: string): string
  readonly problemFound: string
  readonly problemExpected: string
  readonly problemKinds: Readonly<Record<"left-out" | "repaired" | "fatal", string>>
  readonly noEvents: string
  readonly viewUnknown: string

  // embed
  readonly openInFull: string
  source(name: string): string

  /** A list in words: "a, b and c". */
  list(items: readonly string[]): string
}

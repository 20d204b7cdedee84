import type { Status } from "../model/document.ts"
import type { FacetName } from "../table/table.ts"
import type { LaneField, Show } from "../state/state.ts"
import type { AllWords } from "./more.ts"

/**
 * The texts of the first picture in one language; those that only an action of the reader brings up are in more.ts. A
 * language is two files, each with a function from digits to its shape; a missing message does not compile. Values from a
 * document come in as arguments and are isolated by whoever shows them.
 */
export interface Words {
  /** Direction of the language. */
  readonly dir: "ltr" | "rtl"

  // counting
  events(n: number): string
  countOf(passed: number, total: number): string
  undated(n: number): string
  problems(n: number): string

  // names of things
  readonly appName: string
  readonly untitled: string
  readonly facets: Readonly<Record<FacetName, string>>
  readonly notStated: string
  readonly statuses: Readonly<Record<Status, string>>
  readonly shows: Readonly<Record<Show, string>>
  readonly laneFields: Readonly<Record<LaneField, string>>
  readonly everyone: string
  readonly theRest: string

  // header and controls
  /** Takes the keyboard past the controls to what they control. */
  readonly skipTo: Readonly<Record<"timeline" | "list", string>>
  readonly search: string
  readonly searchHint: string
  readonly filterBy: string
  readonly filters: string
  readonly settings: string
  readonly share: string
  readonly view: string
  readonly lanesBy: string
  readonly zoomIn: string
  readonly zoomOut: string
  readonly fitAll: string
  readonly fitFiltered: string
  readonly earlier: string
  readonly later: string

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
  expand(name: string): string
  collapse(name: string): string

  // drawing
  readonly howToMove: string
  readonly howToMoveEmbed: string
  readonly howToMoveTouch: string
  /** In a frame one finger scrolls the page around. */
  readonly howToMoveTouchEmbed: string
  readonly drawingDescription: string
  readonly overview: string
  readonly startOfView: string
  readonly endOfView: string
  pinLane(name: string): string
  unpinLane(name: string): string
  laneSummary(name: string, n: number): string
  viewIs(stretch: string): string
  /** A whole number of days after an event, negative before it. */
  daysFrom(days: number): string
  countFrom(title: string): string
  readonly countDates: string

  // details
  readonly details: string

  // loading and trouble
  readonly loading: string
  loadingFile(name: string): string
  readonly stop: string
  /** Reads a file to its end whose reading was stopped. */
  readonly readWhole: string
  readonly openOther: string
  readonly openTitle: string
  /** Over the page while a file is held over it. */
  readonly tryAgain: string
  /** What went wrong where nothing more is known, and what to do. */
  readonly broken: readonly [what: string, next: string]

  // embed
  readonly openInFull: string
  source(name: string): string

  /** These with all the others, which are loaded when first asked for. */
  more(): Promise<AllWords>
}

import type { DocumentInput, EventInput } from "../model/schema.ts"
import type { Problem } from "../model/problem.ts"
import type { LoadFailureCode } from "../load/failure.ts"
import type { LoadSource } from "../load/source.ts"
import { readAddress, writeAddress } from "../state/address.ts"
import type { State } from "../state/state.ts"
import { createStore, type Store } from "../state/store.ts"
import { wantedState } from "../state/wanted.ts"
import type { EventRecord } from "../model/document.ts"
import type { Table } from "../table/table.ts"
import type { Outcome } from "../ui/App.tsx"
import { createOpened, isGiven, type Opened } from "../ui/opened.ts"
import { tellChanges } from "./tellChanges.ts"

/**
 * What a page gives a viewer to show: the address of a file; the text of a file, which has several lines or begins with
 * `{` or `[`; a file; a document or a list of events as objects (interface.md §1). Null is still to come; undefined is the
 * built-in document.
 */
export type Data = string | Blob | DocumentInput | readonly EventInput[] | null | undefined

/** A first complete picture stands. */
export interface ReadyDetail {
  /** Events in the document, shown or filtered away. */
  readonly events: number
}

export interface StateDetail {
  /** The view as a query string of the address's parameters, without those that name the data. */
  readonly state: string
}

export interface SelectDetail {
  /** Id of the event that was opened; null where one was closed. */
  readonly event: string | null
  /** The whole event in its normal form. */
  readonly record: EventRecord | null
}

export interface ProblemDetail {
  /** Why nothing could be shown; null where something is shown and the problems name what was left out or guessed. */
  readonly code: LoadFailureCode | "local-file" | null
  readonly problems: readonly Problem[]
}

/** What a viewer tells the page around. */
export interface Telling {
  ready(detail: ReadyDetail): void
  state(detail: StateDetail): void
  /** False keeps the event closed, for a page that shows it in its own way. */
  select(detail: SelectDetail): boolean
  problem(detail: ProblemDetail): void
}

type EventOf = (table: Table, row: number) => EventRecord

/** A view that lives in someone's page: its state, its data, and what it tells. Never touches the page's address. */
export interface Viewer {
  readonly store: Store
  readonly given: Opened
  /**
   * For App: what became of a document, and that its picture stands. Whoever draws it brings what reads its events, so that
   * a page need not load that before there is anything to draw.
   */
  readonly onOutcome: (outcome: Outcome | null, eventOf: EventOf) => void
  readonly onReady: () => void
  /** The view as a query string, without what names the data. */
  state(): string
  /** The view as a query string, with what names the data. */
  address(): string
  /** Sets a view by its query string, as a frame's host does; not told back. */
  setState(query: string): void
  /** Sets some parameters and leaves all others. */
  setParameters(change: (parameters: URLSearchParams) => void): void
  setData(data: Data): void
  stop(): void
}

/** A viewer that begins with the view of a query string, in the compact form that stands in a page. */
export function createViewer(query: string, telling: () => Telling): Viewer {
  const store = createStore({ ...readAddress(query), embed: true })
  const given = createOpened()
  let table: Table | null = null
  let recordOf: EventOf | null = null
  let stands = false
  let announced: Table | null = null

  const announce = () => {
    if (!stands || !table || announced === table) return
    announced = table
    telling().ready({ events: table.length })
  }
  const teller = tellChanges(store, stateOf, {
    state: state => telling().state({ state }),
    select: event => telling().select(selected(event)),
  })
  const selected = (event: string | null): SelectDetail => {
    const row = event === null || !table ? -1 : table.rowOf(event)
    return { event, record: row < 0 || !recordOf ? null : recordOf(table!, row) }
  }
  const { quietly } = teller
  let last: Data
  let lastGiven: { readonly text: string; readonly name: string } | null = null

  return {
    store,
    given,
    onOutcome(outcome, eventOf) {
      table = outcome?.table ?? null
      recordOf = eventOf
      if (!outcome) stands = false
      if (outcome && (outcome.failure || outcome.problems.length > 0)) {
        const code = (outcome.failure?.code ?? null) as ProblemDetail["code"]
        telling().problem({ code, problems: outcome.problems })
      }
      announce()
    },
    onReady() {
      stands = true
      announce()
    },
    state: () => stateOf(store.get()),
    address: () => writeAddress(store.get()),
    setState: text => quietly(() => store.set(state => wantedState(text, state), { entry: "replace" })),
    setParameters(change) {
      const before = writeAddress(store.get())
      const parameters = new URLSearchParams(before)
      change(parameters)
      const next = { ...readAddress(parameters.toString()), embed: true }
      if (writeAddress(next) !== before) quietly(() => store.set(next, { entry: "replace" }))
    },
    setData(data) {
      if (data === last) return
      last = data
      const source = sourceOf(data)
      if (source && typeof source === "object" && "text" in source) {
        // A component that makes the same list anew each time it renders must not read it each time.
        if (lastGiven?.text === source.text && store.get().data === lastGiven.name) return
      }
      const name = typeof source === "string" || source === undefined ? (source ?? null) : given.give(source)
      lastGiven =
        source && typeof source === "object" && "text" in source && name ? { text: source.text, name } : null
      quietly(() => store.set({ data: name }, { entry: "replace" }))
    },
    stop: () => teller.stop(),
  }
}

function stateOf(state: State): string {
  return writeAddress({ ...state, data: null, format: null, map: null, embed: false })
}

/** An address, undefined for the built-in document, or what is read in place of one. */
function sourceOf(data: Data): string | undefined | LoadSource | null {
  if (data === undefined || data === null) return data
  if (typeof data === "string") return isText(data) ? { text: data } : addressOf(data)
  return data instanceof Blob ? { file: data } : { text: jsonOf(data), name: "data.json" }
}

function isText(data: string): boolean {
  return /^\s*[[{]|[\n\r]/.test(data)
}

function addressOf(data: string): string | undefined {
  return data.trim() === "" || isGiven(data) ? undefined : data.trim()
}

/** Objects as the file that they would be; what cannot be one is read as a document of nothing, and reported as that. */
function jsonOf(data: object): string {
  try {
    return JSON.stringify(data) ?? "null"
  } catch {
    return "null"
  }
}

import { type FacetChoice, type Selection } from "../query/selection.ts"
import { formatInstant, parseInstant } from "../time/instant.ts"
import { isZone } from "../time/zone.ts"
import { INITIAL_STATE, LANE_FIELDS, PARTS, SHOWS, type State } from "./state.ts"

type Pair = readonly [parameter: string, value: string]
/** The values of one parameter, in their order; empty where it is not there. */
type Values = (parameter: string) => readonly string[]

/** How one value goes into an address and comes out of it. `write` gives nothing for the default. */
interface Row<Value> {
  readonly parameters: readonly string[]
  read(values: Values): Value
  write(value: Value): readonly Pair[]
}
type Rows<Shape> = { readonly [Key in keyof Shape]-?: Row<Shape[Key]> }

/** Parameters of interface.md §2, in canonical order. A key of State without a row does not compile. */
const ADDRESS: Row<Omit<State, "unknown">> = group<Omit<State, "unknown">>({
  data: text("data"),
  format: text("format"),
  map: text("map"),
  selection: group<Selection>({
    facets: group<Selection["facets"]>({
      actor: choice("actor"),
      place: choice("place"),
      type: choice("type"),
      status: choice("status"),
      tag: choice("tag"),
      source: choice("source"),
    }),
    match: word("match", ["any", "all"], "any"),
    q: single(
      "q",
      value => value,
      value => value,
      "",
    ),
    from: text("from"),
    to: text("to"),
    range: word("range", ["could", "must"], "could"),
    known: text("known"),
  }),
  rest: word("rest", ["hide", "dim"], INITIAL_STATE.rest),
  domain: single("view", readStretch, writeStretch, null),
  lanes: word("lanes", LANE_FIELDS, null),
  pins: {
    parameters: ["pin"],
    read: values => unique(values("pin")),
    write: pins => pins.map(id => ["pin", id]),
  },
  event: text("event"),
  align: text("align"),
  edition: text("edition"),
  show: word("show", SHOWS, INITIAL_STATE.show),
  lang: text("lang", tag => /^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$/.test(tag)),
  theme: word("theme", ["auto", "light", "dark"], INITIAL_STATE.theme),
  dir: word("dir", ["time-ltr", "time-rtl"], null),
  tz: single(
    "tz",
    zone => (isZone(zone) ? zone : null),
    zone => zone,
    INITIAL_STATE.tz,
  ),
  embed: single<boolean>(
    "embed",
    value => (value === "1" ? true : null),
    () => "1",
    false,
  ),
  hide: {
    parameters: ["hide"],
    read: values => PARTS.filter(part => values("hide").includes(part)),
    write: parts => parts.map(part => ["hide", part]),
  },
})

/** Names of all parameters that mean something, in canonical order. */
export const PARAMETERS: readonly string[] = ADDRESS.parameters

const KNOWN = new Set(PARAMETERS)

/**
 * The state that a query string names (interface.md §2), with or without its `?`. Each parameter is read alone: what it
 * cannot mean is left at its default and harms nothing else. Of a parameter given twice the first usable value counts.
 */
export function readAddress(query: string): State {
  const parameters = new Map<string, string[]>()
  const unknown: Pair[] = []
  for (const [name, value] of new URLSearchParams(query)) {
    if (!KNOWN.has(name)) unknown.push([name, value])
    else if (parameters.has(name)) parameters.get(name)!.push(value)
    else parameters.set(name, [value])
  }
  return { ...ADDRESS.read(name => parameters.get(name) ?? []), unknown }
}

/**
 * The query string of a state without `?`: parameters in the order of interface.md §2, defaults left out, unknown ones
 * last. readAddress gives the state back; times are kept to the millisecond.
 */
export function writeAddress(state: State): string {
  const pairs = [...ADDRESS.write(state), ...state.unknown].map(([name, value]) => [name, value])
  // These are legal in a query, and an address with them as they are can be read and told by people.
  return new URLSearchParams(pairs).toString().replace(/%(3A|2F|2C|3F|40)/g, decodeURIComponent)
}

/** One row for a whole shape, of a row for each of its keys. */
function group<Shape extends object>(rows: Rows<Shape>): Row<Shape> {
  const keys = Object.keys(rows) as (keyof Shape)[]
  return {
    parameters: keys.flatMap(key => rows[key].parameters),
    read: values => Object.fromEntries(keys.map(key => [key, rows[key].read(values)])) as Shape,
    write: shape => keys.flatMap(key => rows[key].write(shape[key])),
  }
}

/** A parameter with one value; `read` gives null for what it cannot mean. */
function single<Value>(
  parameter: string,
  read: (value: string) => Value | null,
  write: (value: NonNullable<Value>) => string,
  normal: Value,
): Row<Value> {
  return {
    parameters: [parameter],
    read(values) {
      for (const value of values(parameter)) {
        const found = value === "" ? null : read(value)
        if (found !== null) return found
      }
      return normal
    },
    write: value =>
      value === normal || value === null || value === undefined ? [] : [[parameter, write(value)]],
  }
}

function text(parameter: string, fits = (_value: string) => true): Row<string | null> {
  return single<string | null>(
    parameter,
    value => (fits(value) ? value : null),
    value => value,
    null,
  )
}

function word<const Word extends string, Normal extends Word | null>(
  parameter: string,
  words: readonly Word[],
  normal: Normal,
): Row<Word | Normal> {
  return single<Word | Normal>(
    parameter,
    value => words.find(one => one === value) ?? null,
    value => value,
    normal,
  )
}

/**
 * Filter values of a facet. A leading `-` excludes; an id that itself begins with `-` or `\` is chosen with a `\`
 * before it.
 */
function choice(parameter: string): Row<FacetChoice> {
  return {
    parameters: [parameter],
    read(values) {
      const all = values(parameter)
      const chosen = all.filter(value => !value.startsWith("-")).map(value => value.replace(/^\\/, ""))
      const excluded = all.filter(value => value.startsWith("-")).map(value => value.slice(1))
      return { include: unique(chosen), exclude: unique(excluded) }
    },
    write: ({ include, exclude }) => [
      ...include.map((id): Pair => [parameter, id.replace(/^[-\\]/, "\\$&")]),
      ...exclude.map((id): Pair => [parameter, `-${id}`]),
    ],
  }
}

function unique(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].filter(id => id !== "")
}

function readStretch(value: string): readonly [number, number] | null {
  const [from, to, more] = value.split("/").map(parseInstant)
  return from != null && to != null && more === undefined && from < to ? [from, to] : null
}

function writeStretch([from, to]: readonly [number, number]): string {
  return `${formatInstant(from)}/${formatInstant(to)}`
}

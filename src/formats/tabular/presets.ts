import type { Field } from "../mapping.ts"
import { said } from "./cells.ts"

/** What is known of a table by the names of its columns, where they say whose it is. */
export interface Preset {
  /** Columns by their names as they stand, in lower case; others keep what they are taken for. "" is "left alone". */
  readonly columns: Readonly<Record<string, Field | "">>
  /** Finishes an event from its row; gives false for a row that is no event. */
  readonly finish?: (event: Record<string, unknown>, cell: (name: string) => string) => boolean
  /** What a row says of the document itself. */
  readonly titleIn?: (cell: (name: string) => string) => string | null
}

const VIOLENCE = ["", "state-based violence", "non-state violence", "one-sided violence"]

/**
 * UCDP Georeferenced Event Dataset (codebook, ucdp.uu.se/downloads). A clash has no title: it is called after its two
 * sides. Articles stand as a table within the table, so the offices alone are taken for sources.
 */
const UCDP: Preset = {
  columns: {
    source_article: "",
    source_office: "source",
    source_date: "",
    source_headline: "summary",
    source_original: "",
    conflict_name: "tag",
    where_description: "",
    where_coordinates: "place",
    type_of_violence: "type",
    dyad_name: "title",
    year: "",
    region: "within",
  },
  finish(event, cell) {
    const dyad = cell("dyad_name")
    const place = cell("where_coordinates")
    event["title"] = [dyad.replace(/ - /, " – "), place].filter(Boolean).join(", ")
    const kind = VIOLENCE[Number(cell("type_of_violence"))]
    if (kind) event["type"] = kind
    const sides = [cell("side_a"), cell("side_b")]
    event["actors"] = sides.flatMap((id, i) => (id ? [{ id, role: i === 0 ? "side A" : "side B" }] : []))
    const [low, best, high] = [cell("low"), cell("best"), cell("high")].map(Number) as [
      number,
      number,
      number,
    ]
    if ([low, best, high].every(Number.isFinite)) event["figures"] = { killed: { low, best, high } }
    if (cell("event_clarity") === "2") event["confidence"] = { event: "low" }
    return true
  },
}

/** ACLED (codebook, acleddata.com): the order of actors is no direction; precision 2 is a week and 3 a month. */
const ACLED: Preset = {
  columns: {
    timestamp: "",
    year: "",
    sub_event_type: "tag",
    assoc_actor_1: "actor",
    assoc_actor_2: "actor",
    admin1: "within",
    admin2: "",
    admin3: "",
    region: "",
    source: "source",
    interaction: "",
  },
  finish(event, cell) {
    const place = cell("location")
    const what = cell("sub_event_type") || cell("event_type")
    if (what) event["title"] = place ? `${what}, ${place}` : what
    return true
  },
}

/** Global Terrorism Database (codebook, START): 0 is an unknown month or day, -9 and -99 an unknown figure. */
const GTD: Preset = {
  columns: {
    iyear: "year",
    imonth: "month",
    iday: "day",
    gname: "actor",
    gname2: "actor",
    gname3: "actor",
    attacktype1_txt: "type",
    city: "place",
    provstate: "within",
    country_txt: "within",
    country: "",
    region: "",
    region_txt: "",
    scite1: "source",
    approxdate: "whenText",
    location: "",
  },
  finish(event, cell) {
    const type = cell("attacktype1_txt")
    const city = cell("city")
    if (type) event["title"] = city ? `${type}, ${city}` : type
    if (cell("doubtterr") === "1") event["confidence"] = { event: "low" }
    return true
  },
}

/**
 * The spreadsheet template of TimelineJS (timeline.knightlab.com): a row of type `title` is the document's title; a year
 * below zero is counted as people count, without a year 0.
 */
const TIMELINEJS: Preset = {
  columns: {
    headline: "title",
    text: "summary",
    media: "",
    "media credit": "",
    "media caption": "",
    "media thumbnail": "",
    background: "",
    group: "type",
    tag: "type",
    type: "",
    "display date": "whenText",
  },
  finish(event, cell) {
    if (cell("type").toLowerCase() === "title" || cell("type").toLowerCase() === "era") return false
    const url = cell("media")
    if (/^https?:\/\/\S+$/i.test(url)) {
      const caption = cell("media caption")
      const credit = cell("media credit")
      event["media"] = [{ url, ...(caption && { caption }), ...(credit && { credit }) }]
    }
    const year = cell("year")
    if (/^-\d+$/.test(year) && typeof event["when"] === "string")
      event["when"] = event["when"].replace(/-(\d{4})/g, (_, digits: string) => shifted(Number(digits)))
    return true
  },
  titleIn: cell => (cell("type").toLowerCase() === "title" ? cell("headline") || null : null),
}

/** 500 before our era is the astronomical year -499. */
function shifted(year: number): string {
  return year === 1 ? "0000" : `-${String(year - 1).padStart(4, "0")}`
}

/** The preset of a table with these columns; null for a table of somebody's own. */
export function presetOf(header: readonly string[]): Preset | null {
  const names = new Set(header.map(normal))
  const has = (...all: readonly string[]) => all.every(name => names.has(name))
  if (has("date_prec", "side_a", "where_coordinates")) return UCDP
  if (has("event_id_cnty", "event_date")) return ACLED
  if (has("iyear", "imonth", "eventid")) return GTD
  return has("headline", "year") ? TIMELINEJS : null
}

/** The columns by a preset, where it says more than their names do. */
export function presetColumns(
  preset: Preset,
  header: readonly string[],
  columns: readonly (Field | null)[],
): (Field | null)[] {
  const own = header.map(name => {
    const key = normal(name)
    return Object.hasOwn(preset.columns, key) ? preset.columns[key]! : null
  })
  const claimed = new Set(own)
  return columns.map((field, i) => {
    if (own[i] !== null) return own[i] === "" ? null : own[i]!
    // A field that the preset gives to a column of its own is not taken by another.
    return field !== null && claimed.has(field) && !["actor", "within", "tag"].includes(field) ? null : field
  })
}

/** Cells of a row by the names of their columns. */
export function cellsByName(header: readonly string[]): (row: readonly string[]) => (name: string) => string {
  const at = new Map(header.map((name, i) => [normal(name), i] as const))
  return row => name => {
    const column = at.get(name)
    return column === undefined ? "" : said(row[column])
  }
}

function normal(name: string): string {
  return name
    .replace(/^\ufeff/, "")
    .trim()
    .toLowerCase()
}

import { canonicalEdtf } from "../../model/edtf-text.ts"
import { countIn, declarePlace, partsOf, type CellOf, type Draft, type Preset } from "./preset.ts"

const VIOLENCE = [
  null,
  { id: "state-based violence", name: { en: "State-based violence", ar: "عنف تكون الدولة طرفًا فيه" } },
  { id: "non-state violence", name: { en: "Non-state violence", ar: "عنف بين أطراف من غير الدول" } },
  { id: "one-sided violence", name: { en: "One-sided violence", ar: "عنف من طرف واحد ضد المدنيين" } },
]

/** By `where_prec`: exact, near, district, province, a line or an area, country, sea or air. */
const PLACES = [null, "point", "city", "region", "region", "region", "country", "region"]

/** Columns of deaths beside the estimates, and what they count. */
const DEATHS = [
  ["deaths_a", "killed of side A"],
  ["deaths_b", "killed of side B"],
  ["deaths_civilians", "civilians killed"],
  ["deaths_unknown", "killed, side unknown"],
] as const

/**
 * UCDP Georeferenced Event Dataset (codebook, ucdp.uu.se/downloads), with or without the tags of HDX. A clash has no title:
 * it is called after its two sides and its place. A `date_prec` above 1 is one event somewhere between two days.
 */
export const UCDP: Preset = {
  name: "ucdp",
  columns: {
    relid: "",
    year: "",
    region: "",
    country_id: "",
    source_article: "",
    source_office: "source",
    source_date: "",
    source_headline: "",
    source_original: "",
    conflict_name: "tag",
    dyad_name: "title",
    side_a: "actor",
    side_b: "actor",
    where_description: "summary",
    where_coordinates: "place",
    adm_1: "within",
    adm_2: "within",
    country: "within",
    type_of_violence: "type",
    date_prec: "",
    best: "",
    high: "",
    low: "",
  },
  finish(event, cell, declare) {
    const place = cell("where_coordinates")
    event["title"] = [cell("dyad_name").replace(/ - /, " – "), place].filter(Boolean).join(", ")
    const violence = VIOLENCE[Number(cell("type_of_violence"))]
    if (violence) {
      event["type"] = violence.id
      declare("types", violence.id, { name: violence.name })
    }
    event["actors"] = sidesOf(cell)
    const precision = PLACES[Number(cell("where_prec"))]
    if (precision) declarePlace(event, declare, { precision })
    const exact = Number(cell("date_prec"))
    if (exact >= 2) event["when"] = windowOf(event["when"], exact)
    event["figures"] = figuresOf(cell)
    const confidence = {
      ...(exact >= 2 && { when: exact >= 4 ? "low" : "medium" }),
      ...(Number(cell("where_prec")) >= 5 && { place: "low" }),
      ...(cell("event_clarity") === "2"
        ? { event: "low" }
        : /^check/i.test(cell("code_status")) && { event: "medium" }),
    }
    if (Object.keys(confidence).length > 0) event["confidence"] = confidence
    addArticles(event, cell)
    return true
  },
}

function sidesOf(cell: CellOf): { id: string; role: string }[] {
  const isOneSided = cell("type_of_violence") === "3"
  return ["side_a", "side_b"].flatMap((name, i) => {
    const id = cell(name)
    const role = i === 0 ? "side A" : isOneSided ? "target" : "side B"
    return id === "" ? [] : [{ id, role }]
  })
}

/** The window of two days; of one day that is not exact, the day about, its month (4) or its year (5). */
function windowOf(when: unknown, exact: number): unknown {
  if (typeof when !== "string") return when
  const window = when.includes("/")
    ? `[${when.replace("/", "..")}]`
    : exact >= 4
      ? when.slice(0, exact === 4 ? -3 : -6)
      : `${when}~`
  return canonicalEdtf(window) ?? when
}

function figuresOf(cell: CellOf): Record<string, unknown> {
  const [low, best, high] = ["low", "best", "high"].map(name => countIn(cell(name)))
  const killed = {
    ...(low !== null && { low }),
    ...(best !== null && { best }),
    ...(high !== null && { high }),
  }
  const parts = DEATHS.flatMap(([column, name]) => {
    const count = countIn(cell(column))
    return count ? [[name, count] as const] : []
  })
  return { ...(Object.keys(killed).length > 0 && { killed }), ...Object.fromEntries(parts) }
}

interface Article {
  readonly office: string
  readonly date: string
  readonly headline: string
}

/** Sources are the offices, so that they can be chosen; the article stands in where in the source. */
function addArticles(event: Draft, cell: CellOf): void {
  const articles = articlesIn(cell)
  if (articles.length === 0) return
  const original = cell("source_original")
  event["sources"] = articles.map(({ office, date, headline }, i) => {
    const at = [headline, date, i === 0 ? original : ""].filter(Boolean).join(" · ")
    return at === "" ? office : { id: office, at }
  })
  const dates = articles.flatMap(({ date }) => canonicalEdtf(date) ?? []).toSorted()
  if (dates[0] !== undefined) event["reported"] = dates[0]
  const headlines = [...new Set(articles.map(({ headline }) => headline).filter(Boolean))]
  const said = [event["summary"], ...headlines].filter(Boolean)
  if (said.length > 0) event["summary"] = said.join("\n\n")
}

/** `"A,2014-01-22,Title";"B,…"`: articles stand as a table of their own in one cell; else three lists stand side by side. */
function articlesIn(cell: CellOf): Article[] {
  const article = cell("source_article")
  const quoted = [...article.matchAll(/"((?:[^"]|"(?!;"|$))*)"(?:;|$)/g)].map(found =>
    found[1]!.replaceAll('""', '"'),
  )
  const known = quoted.flatMap(text => {
    const found = /^(.*?),\s*(\d{4}-\d{2}-\d{2})\s*,?\s*(.*)$/s.exec(text)
    return found ? [{ office: found[1]!.trim(), date: found[2]!, headline: found[3]!.trim() }] : []
  })
  if (known.length > 0) return unlike(known)
  const lists = ["source_office", "source_date", "source_headline"].map(name => cell(name).split(";"))
  const [offices, dates, headlines] = lists as [string[], string[], string[]]
  if (offices.length !== dates.length || offices.length !== headlines.length)
    return partsOf(cell("source_office")).map(office => ({ office, date: "", headline: "" }))
  return unlike(
    offices.flatMap((office, i) =>
      office.trim() === ""
        ? []
        : [{ office: office.trim(), date: dates[i]!.trim(), headline: headlines[i]!.trim() }],
    ),
  )
}

function unlike(articles: readonly Article[]): Article[] {
  const known = new Map(articles.map(one => [`${one.office}\n${one.date}\n${one.headline}`, one] as const))
  return [...known.values()]
}

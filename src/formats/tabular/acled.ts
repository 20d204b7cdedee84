import { canonicalEdtf } from "../../model/edtf-text.ts"
import { dayInText } from "../../time/day-text.ts"
import { DAY, formatIsoDay } from "../../time/instant.ts"
import { declarePlace, partsOf, type CellOf, type Declare, type Preset } from "./preset.ts"

/** What the codes of `inter1` and `inter2` stand for; since 2024 they are words. */
const KINDS = [
  "",
  "state forces",
  "rebel group",
  "political militia",
  "identity militia",
  "rioters",
  "protesters",
  "civilians",
  "external forces",
]
const PLACES = [null, "point", "city", "region"]

/**
 * ACLED (codebook and guide to columns, acleddata.com), also its older files in capitals. The order of actors is no
 * direction. Precision 2 is a week and 3 a month around the day; dyadic exports repeat an event for each pair of actors.
 */
export const ACLED: Preset = {
  name: "acled",
  columns: {
    event_date: "when",
    event_id_cnty: "id",
    event_id_no_cnty: "",
    data_id: "",
    timestamp: "",
    year: "",
    time_precision: "",
    event_type: "type",
    sub_event_type: "tag",
    disorder_type: "",
    civilian_targeting: "",
    tags: "",
    actor1: "actor",
    actor2: "actor",
    assoc_actor_1: "actor",
    assoc_actor_2: "actor",
    ally_actor_1: "actor",
    ally_actor_2: "actor",
    interaction: "",
    location: "place",
    admin1: "within",
    admin2: "within",
    admin3: "within",
    country: "within",
    region: "",
    iso: "",
    iso3: "",
    notes: "summary",
    source: "source",
    source_scale: "",
    fatalities: "killed",
  },
  keyOf: cell => cell("event_id_cnty"),
  finish(event, cell, declare) {
    const place = cell("location")
    const what = cell("sub_event_type") || cell("event_type")
    if (what) event["title"] = place ? `${what}, ${place}` : what
    const actors = actorsOf(cell, declare)
    if (actors.length > 0) event["actors"] = actors
    const sources = partsOf(cell("source"))
    if (sources.length > 0) event["sources"] = sources
    const tags = ["sub_event_type", "disorder_type", "civilian_targeting", "tags", "source_scale"].flatMap(
      name => partsOf(cell(name)),
    )
    if (tags.length > 0) event["tags"] = [...new Set(tags)]
    const exact = Number(cell("time_precision"))
    if (exact >= 2) {
      event["whenText"] = `${cell("event_date")} (time_precision ${exact})`
      event["when"] = around(event["when"], exact)
    }
    const near = Number(cell("geo_precision"))
    if (PLACES[near]) declarePlace(event, declare, { precision: PLACES[near] })
    const confidence = {
      ...(exact >= 2 && { when: exact === 2 ? "medium" : "low" }),
      ...(near >= 2 && { place: near === 2 ? "medium" : "low" }),
    }
    if (Object.keys(confidence).length > 0) event["confidence"] = confidence
    return true
  },
}

function actorsOf(cell: CellOf, declare: Declare): (string | { id: string; role: string })[] {
  const found = new Map<string, string | { id: string; role: string }>()
  for (const side of ["1", "2"]) {
    const name = cell(`actor${side}`)
    if (name === "") continue
    found.set(name, name)
    const inter = cell(`inter${side}`)
    const kind = KINDS[Number(inter)] ?? inter.toLowerCase()
    if (kind !== "") declare("actors", name, { kind })
  }
  const allies = ["assoc_actor_1", "assoc_actor_2", "ally_actor_1", "ally_actor_2"]
  for (const name of allies.flatMap(column => partsOf(cell(column))))
    if (!found.has(name)) found.set(name, { id: name, role: "associate" })
  return [...found.values()]
}

/** About a week, three days before and after; or about the month that a day lies in. */
function around(when: unknown, exact: number): unknown {
  const day = typeof when === "string" && when.length === 10 ? dayInText(when, 0) : Number.NaN
  if (Number.isNaN(day)) return when
  const [from, to] = [day - 3, day + 3].map(one => formatIsoDay(one * DAY))
  return canonicalEdtf(exact === 2 ? `[${from}~..${to}~]` : `${String(when).slice(0, 7)}~`) ?? when
}

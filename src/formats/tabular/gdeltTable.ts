import { kindOfActor, kindOfEvent, sayEvent } from "./cameo.ts"
import { PRECISIONS } from "./gdeltPlaces.ts"
import { declarePlace, type CellOf, type Preset } from "./preset.ts"

const FIGURES = [
  ["Goldstein scale", "goldsteinscale"],
  ["mentions", "nummentions"],
  ["articles", "numarticles"],
  ["tone", "avgtone"],
] as const

/**
 * Events of GDELT with the names of their columns above them, all or some, as its table in BigQuery is exported. Rows of one
 * article and day are one event, as they are in its own files (gdelt.ts).
 */
export const GDELT: Preset = {
  name: "gdelt",
  columns: {
    globaleventid: "id",
    sqldate: "when",
    day: "when",
    monthyear: "",
    year: "",
    fractiondate: "",
    actor1name: "actor",
    actor2name: "actor",
    eventcode: "",
    eventrootcode: "",
    actiongeo_fullname: "place",
    actiongeo_lat: "lat",
    actiongeo_long: "lon",
    sourceurl: "source",
    dateadded: "",
  },
  keyOf(cell) {
    const [url, date] = [cell("sourceurl"), cell("sqldate") || cell("day")]
    return url === "" ? "" : `${url}\n${date}`
  },
  finish(event, cell, declare) {
    const root = rootOf(cell)
    const [from, to] = [cell("actor1name"), cell("actor2name")]
    const type = kindOfEvent(root)
    if (type) {
      event["type"] = root
      declare("types", root, { name: type })
    }
    const title = sayEvent(root, from, to) ?? [from, to].filter(Boolean).join(" – ")
    if (title !== "") event["title"] = title
    const actors = (["1", "2"] as const).flatMap(side => {
      const id = cell(`actor${side}name`)
      if (id === "") return []
      const types = ["1", "2", "3"].map(n => cell(`actor${side}type${n}code`))
      const kind = kindOfActor(types, cell(`actor${side}countrycode`), cell(`actor${side}knowngroupcode`))
      if (kind !== null) declare("actors", id, { kind })
      return [{ id, role: side === "1" ? "source" : "target" }]
    })
    if (actors.length > 0) event["actors"] = actors
    const precision = PRECISIONS[cell("actiongeo_type")]
    if (precision) declarePlace(event, declare, { precision })
    const added = /^(\d{4})(\d{2})(\d{2})/.exec(cell("dateadded"))
    if (added) event["reported"] = added.slice(1, 4).join("-")
    const figures = FIGURES.flatMap(([name, column]) => {
      const value = Number(cell(column))
      return cell(column) !== "" && Number.isFinite(value) ? [[name, Number(value.toFixed(3))] as const] : []
    })
    if (figures.length > 0) event["figures"] = Object.fromEntries(figures)
    return true
  },
}

/** The two digits of the root of CAMEO, also where a spreadsheet took its zero away. */
function rootOf(cell: CellOf): string {
  const root = cell("eventrootcode")
  if (root !== "") return root.padStart(2, "0")
  const code = cell("eventcode").padStart(3, "0")
  return Number(code.slice(0, 2)) > 20 ? `0${code[0]}` : code.slice(0, 2)
}

import { joinBounds } from "../../model/edtf-text.ts"
import { said } from "./cells.ts"
import { readLooseDate } from "./looseDates.ts"
import { declarePlace, type CellOf, type Declare, type Preset } from "./preset.ts"

/** By `specificity`: the city itself, districts and provinces by their centre, the country. */
const PLACES = [null, "city", "region", "region", "region", "country"]

/**
 * Global Terrorism Database (codebook, START): 0 is an unknown month or day, -9 and -99 an unknown figure or yes-or-no.
 */
export const GTD: Preset = {
  name: "gtd",
  columns: {
    eventid: "id",
    iyear: "year",
    imonth: "month",
    iday: "day",
    approxdate: "whenText",
    resolution: "",
    gname: "actor",
    gname2: "actor",
    gname3: "actor",
    attacktype1_txt: "type",
    targtype1_txt: "tag",
    weaptype1_txt: "tag",
    city: "place",
    provstate: "within",
    country_txt: "within",
    country: "",
    region: "",
    region_txt: "",
    location: "",
    nkill: "killed",
    nwound: "injured",
    scite1: "source",
    summary: "summary",
  },
  finish(event, cell, declare) {
    const type = cell("attacktype1_txt")
    const city = cell("city")
    const where = city || cell("provstate") || cell("country_txt")
    if (type) event["title"] = where ? `${type}, ${where}` : type
    const actors = actorsOf(cell, declare)
    if (actors.length > 0) event["actors"] = actors
    const end = cell("extended") === "1" ? readLooseDate(cell("resolution"), "mdy") : null
    if (end !== null && typeof event["when"] === "string")
      event["when"] = joinBounds(event["when"], end) ?? event["when"]
    const precision = PLACES[Number(cell("specificity"))]
    if (precision && city !== "") declarePlace(event, declare, { precision })
    const sources = ["scite1", "scite2", "scite3"].map(cell).filter(Boolean)
    if (sources.length === 0 && cell("dbsource") !== "") sources.push(cell("dbsource"))
    if (sources.length > 0) event["sources"] = [...new Set(sources)]
    const tags = [
      ...["targtype1_txt", "weaptype1_txt"].map(cell),
      cell("success") === "0" ? "unsuccessful" : "",
      cell("suicide") === "1" ? "suicide attack" : "",
    ].filter(Boolean)
    if (tags.length > 0) event["tags"] = tags
    const isDoubted = cell("doubtterr") === "1"
    if (isDoubted) event["status"] = "possible"
    const areGuessed = ["guncertain1", "guncertain2", "guncertain3"].some(name => cell(name) === "1")
    const confidence = {
      ...(isDoubted && { event: "low" }),
      ...(areGuessed && { actors: "low" }),
      ...(Number(cell("specificity")) >= 4 && { place: "low" }),
    }
    if (Object.keys(confidence).length > 0) event["confidence"] = confidence
    return true
  },
}

function actorsOf(cell: CellOf, declare: Declare): { id: string; role: string }[] {
  const found = new Map<string, string>()
  for (const name of ["gname", "gname2", "gname3"].map(cell)) if (name !== "") found.set(name, "perpetrator")
  for (const side of ["1", "2", "3"]) {
    const name = cell(`corp${side}`) || cell(`target${side}`)
    if (name === "" || found.has(name)) continue
    found.set(name, "target")
    const kind = said(cell(`targtype${side}_txt`)).toLowerCase()
    if (kind !== "") declare("actors", name, { kind })
  }
  return [...found].map(([id, role]) => ({ id, role }))
}

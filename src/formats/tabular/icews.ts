import type { Preset } from "./preset.ts"

/**
 * ICEWS Coded Event Data (Harvard Dataverse, doi:10.7910/DVN/28075; ended in 2023): who did what to whom, by the codes of
 * CAMEO. Its ids repeat from day to day; only one with its date is an event's own.
 */
export const ICEWS: Preset = {
  name: "csv",
  columns: {
    "event id": "id",
    "event date": "when",
    "source name": "actor",
    "target name": "actor",
    "source country": "",
    "target country": "",
    "event text": "type",
    "cameo code": "",
    intensity: "",
    publisher: "source",
    "story id": "",
    city: "place",
    district: "within",
    province: "within",
    country: "within",
  },
  finish(event, cell) {
    const [from, to] = [cell("source name"), cell("target name")]
    const who = [from, to].filter(Boolean).join(" → ")
    const what = cell("event text")
    const title = [what, who].filter(Boolean).join(": ")
    if (title !== "") event["title"] = title
    const actors = [
      { id: from, role: "source" },
      { id: to, role: "target" },
    ].filter(({ id }, i, all) => id !== "" && all.findIndex(one => one.id === id) === i)
    if (actors.length > 0) event["actors"] = actors
    if (cell("event id") !== "") event["id"] = `${cell("event id")}/${cell("event date")}`
    return true
  },
}

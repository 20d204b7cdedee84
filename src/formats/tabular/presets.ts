import type { Field } from "../mapping.ts"
import { ACLED } from "./acled.ts"
import { GDELT } from "./gdeltTable.ts"
import { GTD } from "./gtd.ts"
import { ICEWS } from "./icews.ts"
import { normal, type Preset } from "./preset.ts"
import { TIMELINEJS } from "./timelinejsSheet.ts"
import { UCDP } from "./ucdp.ts"

/** The preset of a table with these columns; null for a table of somebody's own. */
export function presetOf(header: readonly string[]): Preset | null {
  const names = new Set(header.map(normal))
  const has = (...all: readonly string[]) => all.every(name => names.has(name))
  if (has("side_a", "side_b", "where_coordinates", "date_start")) return UCDP
  if (has("event_id_cnty", "event_date")) return ACLED
  if (has("iyear", "imonth", "eventid")) return GTD
  if (has("globaleventid") && (has("sqldate") || has("day"))) return GDELT
  if (has("event id", "event date", "source name", "target name", "cameo code")) return ICEWS
  return has("headline") && (has("year") || has("start date")) ? TIMELINEJS : null
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
    return field !== null && claimed.has(field) ? null : field
  })
}

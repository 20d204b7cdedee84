import type { Faults } from "../../model/faults.ts"
import type { Place } from "../../model/problem.ts"
import type { OriginOf } from "../../model/spot.ts"
import { proposeColumns } from "../mapping.ts"
import { finishing } from "./finishing.ts"
import { flat, headerOf, isThing, type Thing } from "./flat.ts"
import { originsIn } from "./objectRows.ts"
import type { Preset } from "./preset.ts"
import { presetColumns, presetOf } from "./presets.ts"
import { recordReader } from "./records.ts"

/** Reads objects that are rows of a table that is known, as the services of ACLED and UCDP answer with them. */
export interface PresetReader {
  readonly preset: Preset
  /** Takes an object, or what stands in place of one, by its number. */
  add(entry: unknown, number: number): void
  /** Events that are finished, with their numbers; all of them at the end. What is no object comes as it is. */
  take(isLast: boolean): { readonly events: readonly unknown[]; readonly numbers: readonly number[] }
  /** Where the fields of its events came from. */
  readonly originOf: OriginOf
  /** What is to be said of what these events name. */
  declared(): Readonly<Record<string, unknown>>
}

/** A reader of such objects by some at the beginning; null where their fields are no table's that is known. */
export function presetReader(
  sample: readonly Thing[],
  faults: Faults,
  placeOf: (number: number) => Place,
): PresetReader | null {
  const rows = sample.map(object => flat(object))
  const header = headerOf(rows)
  const preset = presetOf(header)
  // What is made by hand in a spreadsheet is told of its document by its rows, which objects have not.
  if (!preset || preset.fieldsIn) return null
  const columns = presetColumns(preset, header, proposeColumns(header, null))
  const cellsOf = (object: ReadonlyMap<string, string>) => header.map(name => object.get(name) ?? "")
  const records = recordReader({ columns, order: null }, header, rows.map(cellsOf), faults, true)
  const originOf = originsIn(sample)
  const finish = finishing(preset, null, header, faults, placeOf)
  let odd: { readonly entry: unknown; readonly number: number }[] = []
  return {
    preset,
    originOf(field) {
      const column = records.columnOf(field)
      return column < 0 ? null : originOf(header[column]!)
    },
    add(entry, number) {
      const row = isThing(entry) ? cellsOf(flat(entry)) : null
      const event = row && records.read(row, placeOf(number))
      if (event) finish.add(event, row, number)
      // What says nothing is left for the checker to name.
      else odd.push({ entry: row ? {} : entry, number })
    },
    take(isLast) {
      const { events, numbers } = finish.take(isLast)
      const taken = odd
      odd = []
      return {
        events: [...events, ...taken.map(({ entry }) => entry)],
        numbers: [...numbers, ...taken.map(({ number }) => number)],
      }
    },
    declared: () => finish.declared(records.takePlaces()),
  }
}

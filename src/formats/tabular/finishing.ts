import type { Faults } from "../../model/faults.ts"
import type { Place } from "../../model/problem.ts"
import { gathering, mergeRows } from "./gathering.ts"
import { cellsByName, type Declare, type Draft, type Preset } from "./preset.ts"

/** Adds to an event what a row says in columns that need a closer look. */
export type Extra = (event: Draft, row: readonly string[], where: Place) => void

/** Finishes the events of a table of which more is known than its columns, and puts rows together that are one event. */
export interface Finishing {
  /** Takes the event of a row. */
  add(event: Draft, row: readonly string[], number: number): void
  /** Events that are finished, with the numbers of their rows; all of them at the end. */
  take(isLast: boolean): { readonly events: Draft[]; readonly numbers: number[] }
  /** What is to be said of places, and of all else that the events taken so far name for the first time. */
  declared(places: Readonly<Record<string, unknown>> | null): Readonly<Record<string, unknown>>
}

type Traits = Record<string, Readonly<Record<string, unknown>>>

/** The finishing of a table by a preset, by what its columns need, or both. */
export function finishing(
  preset: Preset | null,
  extra: Extra | null,
  header: readonly string[],
  faults: Faults,
  placeOf: (number: number) => Place = row => ({ row }),
): Finishing {
  const cellsOf = cellsByName(header)
  const held = preset?.keyOf ? gathering(mergeRows) : null
  const said = { actors: new Set<string>(), places: new Set<string>(), types: new Set<string>() }
  let fresh: Partial<Record<keyof typeof said, Traits>> = {}
  let ready: { event: Draft; row: number }[] = []
  let merged = 0
  let firstMerged = 0
  const declare: Declare = (kind, id, traits) => {
    if (said[kind].has(id)) return
    said[kind].add(id)
    fresh[kind] ??= Object.create(null) as Traits
    fresh[kind][id] = { name: id, ...traits }
  }
  return {
    add(event, row, number) {
      extra?.(event, row, placeOf(number))
      const cell = cellsOf(row)
      if (preset?.finish && !preset.finish(event, cell, declare)) return
      if (!held) ready.push({ event, row: number })
      else if (held.add(preset!.keyOf!(cell), event, number) && merged++ === 0) firstMerged = number
    },
    take(isLast) {
      const taken = [...ready, ...(held?.take(isLast) ?? [])]
      ready = []
      if (isLast && merged > 0)
        faults.add({
          code: "merged-rows",
          severity: "repaired",
          where: placeOf(firstMerged),
          found: String(merged),
        })
      return { events: taken.map(({ event }) => event), numbers: taken.map(({ row }) => row) }
    },
    declared(places) {
      const { places: traits, ...others } = fresh
      fresh = {}
      if (!places) return others
      const known = Object.entries(places).map(([id, place]) => [
        id,
        { ...traits?.[id], ...(place as object) },
      ])
      return { ...others, places: Object.fromEntries(known) as Record<string, unknown> }
    },
  }
}

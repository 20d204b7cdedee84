import type { Selected } from "../query/engine.ts"
import type { FacetName, Table } from "../table/table.ts"

export type LaneBy = "actor" | "place" | "type" | "status" | "source" | "none"

/** A lane before it has a place: which value, and the rows that stand in it. */
export interface LanePlan {
  /** Id of the value, "" for all others. */
  readonly id: string
  /** -1 for all others, or for everything where there are no lanes. */
  readonly code: number
  readonly pinned: boolean
  /** Rows that pass. */
  readonly count: number
  /** Rows to draw, ascending: those that pass, or all where the rest is dimmed. */
  readonly rows: Uint32Array
}

export interface LaneOptions {
  readonly by: LaneBy
  /** Ids to keep on top, in this order, chosen or not; a pinned parent takes in all that belongs to it. */
  readonly pins: readonly string[]
  /** Lanes beside the pinned ones, before the one for the rest. */
  readonly most: number
  /** Whether rows that do not pass are drawn too. */
  readonly all: boolean
}

/**
 * The lanes of a view: the pinned ones, then the values with most passing events (ties by their first event), ordered by
 * their first event, then one lane for every event that has none of these. An event stands in the lane of each of its
 * values that has one; where a value has no lane but a pinned one takes it in, it stands there. Nothing is in no lane.
 */
export function chooseLanes(table: Table, answer: Selected, options: LaneOptions): LanePlan[] {
  const passing = answer.rows
  const everything = options.all ? allRows(table) : passing
  if (options.by === "none") {
    return [{ id: "", code: -1, pinned: false, count: passing.length, rows: everything }]
  }
  const facet = table.facets[options.by as FacetName]
  const { offsets, codes, rolled, values } = facet
  const pins = [...new Set(options.pins.map(id => values.code(id)).filter(code => code >= 0))]
  const counts = new Uint32Array(values.size)
  const first = new Float64Array(values.size).fill(Infinity)
  for (const row of passing)
    for (let i = offsets[row]!; i < offsets[row + 1]!; i++) {
      const code = codes[i]!
      counts[code]!++
      if (row < first[code]!) first[code] = row
    }
  const ranked = [...counts.keys()].filter(code => code > 0 && counts[code]! > 0 && !pins.includes(code))
  ranked.sort((a, b) => counts[b]! - counts[a]! || first[a]! - first[b]!)
  const shown = ranked.slice(0, options.most)
  if (ranked.length === options.most + 1) shown.push(ranked[options.most]!)
  shown.sort((a, b) => first[a]! - first[b]! || counts[b]! - counts[a]!)
  const order = [...pins, ...shown]
  const laneOf = new Int32Array(values.size).fill(-1)
  order.forEach((code, lane) => (laneOf[code] = lane))

  const lanes: number[][] = order.map(() => [])
  const rest: number[] = []
  const lanePassed = new Uint32Array(order.length + 1)
  for (const row of everything) {
    const passes = answer.fails[row] === 0
    let placed = false
    const stand = (lane: number) => {
      const list = lanes[lane]!
      placed = true
      if (list.at(-1) === row) return
      list.push(row)
      if (passes) lanePassed[lane]!++
    }
    for (let i = offsets[row]!; i < offsets[row + 1]!; i++) {
      const lane = laneOf[codes[i]!]!
      if (lane >= 0) stand(lane)
    }
    if (pins.length > 0)
      for (let i = rolled.offsets[row]!; i < rolled.offsets[row + 1]!; i++) {
        const lane = laneOf[rolled.codes[i]!]!
        if (lane >= 0 && lane < pins.length) stand(lane)
      }
    if (!placed) {
      rest.push(row)
      if (passes) lanePassed[order.length]!++
    }
  }
  const plans: LanePlan[] = order.map((code, lane) => ({
    id: values.ids[code]!,
    code,
    pinned: lane < pins.length,
    count: lanePassed[lane]!,
    rows: Uint32Array.from(lanes[lane]!),
  }))
  if (rest.length > 0)
    plans.push({
      id: "",
      code: -1,
      pinned: false,
      count: lanePassed[order.length]!,
      rows: Uint32Array.from(rest),
    })
  return plans
}

function allRows(table: Table): Uint32Array {
  return Uint32Array.from({ length: table.length }, (_, row) => row)
}

import type { Faults } from "../../model/faults.ts"
import type { Place } from "../../model/problem.ts"
import type { OriginOf } from "../../model/spot.ts"
import type { Batch } from "../format.ts"
import { isThing, listOf, type Thing } from "./values.ts"

/** A document as a reader of trees (parsed JSON or XML) tells it. */
export interface Tree {
  /** All of the document but its events. */
  readonly fields: Readonly<Record<string, unknown>>
  /** Its events as people write them, each with where it stands; drawn one by one. */
  readonly events: Iterable<readonly [event: unknown, where: Place]>
  /** Where the fields of its events came from, where those were told by columns. */
  readonly originOf?: OriginOf
  /** Places met by the events drawn since this was last asked, where they are told along the way. */
  readonly takePlaces?: () => Readonly<Record<string, unknown>> | null
}

/**
 * Reads a value that its shape was told of; what is left out or guessed goes to `faults`. Never throws. `now` is in ms
 * since 1970: what lies ahead of it has not happened yet; null where nothing lies ahead.
 */
export type ReadTree = (value: unknown, faults: Faults, now: number | null) => Tree

/** Events in a batch, so that the reader can pause. */
const BATCH = 1000

/** The batches of a tree; the first says which format it turned out to be. */
export function* batchesOf(tree: Tree, format: string): Generator<Batch> {
  let events: unknown[] = []
  let places: Place[] = []
  let isFirst = true
  const take = (): Batch => {
    const where = places
    const met = tree.takePlaces?.()
    const own = isFirst ? tree.fields : null
    const declared = { ...(own?.["places"] as object | undefined), ...met }
    const fields = { ...own, ...(Object.keys(declared).length > 0 && { places: declared }) }
    const batch: Batch = {
      ...(isFirst && { format }),
      ...((isFirst || met) && { fields }),
      events,
      placeOf: index => where[index]!,
      originOf: tree.originOf,
    }
    ;[events, places, isFirst] = [[], [], false]
    return batch
  }
  for (const [event, where] of tree.events) {
    events.push(event)
    places.push(where)
    if (events.length >= BATCH) yield take()
  }
  if (events.length > 0 || isFirst) yield take()
}

/** The events of a list, each with its pointer; what is no object comes as it is, for the checker to name. */
export function* eventsOf(
  list: unknown,
  pointer: string,
  read: (thing: Thing, where: Place) => unknown,
): Generator<readonly [event: unknown, where: Place]> {
  for (const [index, one] of listOf(list).entries()) {
    const where = { pointer: `${pointer}/${index}` }
    yield [isThing(one) ? read(one, where) : one, where]
  }
}

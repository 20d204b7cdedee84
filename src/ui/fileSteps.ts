import type { View } from "../figure/view.ts"
import { excerptSteps } from "../model/excerpt.ts"
import type { EventRecord } from "../model/document.ts"
import { eventOf } from "../table/event.ts"
import { lossSteps, type Loss } from "../write/traits.ts"
import type { WriteOptions, Writer } from "../write/writer.ts"

/** Work step by step: yields the part of it that is done, from 0 to 1. */
export type Steps<T> = Generator<number, T>

/** Characters that go into a file at once. */
const BATCH = 1 << 20

/** A file of the events that pass, of a kind, and what that kind cannot say of them. */
export interface MadeFile {
  readonly content: Blob
  readonly losses: readonly Loss[]
}

/** Makes a file of the events that pass. */
export function* fileSteps(view: View, writer: Writer, options: WriteOptions): Steps<MadeFile> {
  const { table, selected } = view
  const count = selected.rows.length
  const events = yield* within(listSteps(view, selected.rows), 0, 0.3)
  // Each of the two goes through the events; the one twice.
  const part = yield* within(counted(excerptSteps(table.document, events), 2 * count), 0.3, 0.4)
  const losses = yield* within(counted(lossSteps(part, writer.drops), count), 0.4, 0.5)
  const written = writer.write(part, options)
  if (!(Symbol.iterator in written)) throw new Error(`${writer.name} is not written step by step`)
  const content = yield* within(blobSteps(written, count), 0.5, 1)
  return { content, losses }
}

/** The whole events of these rows. */
export function* listSteps({ table }: View, rows: Uint32Array): Steps<EventRecord[]> {
  const events: EventRecord[] = []
  for (const row of rows) {
    events.push(eventOf(table, row))
    yield events.length / rows.length
  }
  return events
}

/** Pieces of text as one, given how many are expected. */
export function* blobSteps(pieces: Iterable<string>, count: number): Steps<Blob> {
  const batches: Blob[] = []
  let batch = ""
  let taken = 0
  for (const piece of pieces) {
    batch += piece
    if (batch.length >= BATCH) {
      batches.push(new Blob([batch]))
      batch = ""
    }
    yield Math.min(1, ++taken / Math.max(1, count))
  }
  return new Blob([...batches, batch])
}

/** Steps as a part of others, which goes from `from` to `to`. */
export function* within<T>(steps: Steps<T>, from: number, to: number): Steps<T> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    yield from + step.value * (to - from)
  }
}

/** Steps that do not tell how far they are, by how many there will be. */
function* counted<T>(steps: Generator<void, T>, count: number): Steps<T> {
  for (let taken = 0; ; taken++) {
    const step = steps.next()
    if (step.done) return step.value
    yield Math.min(1, taken / Math.max(1, count))
  }
}

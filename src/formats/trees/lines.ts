import type { Faults } from "../../model/faults.ts"
import type { Place } from "../../model/problem.ts"
import type { Batch } from "../format.ts"
import { objectColumns, objectReader } from "../tabular/objectRows.ts"
import { areEvents } from "../tabular/objects.ts"
import { presetReader, type PresetReader } from "../tabular/presetObjects.ts"
import { SHAPES, type Shape } from "./shapes.ts"
import { batchesOf } from "./tree.ts"
import { isThing } from "./values.ts"

/** Values that stand one in a line, and the numbers of their lines. */
export interface ValueLines {
  readonly values: readonly unknown[]
  readonly numbers: readonly number[]
  /** Lines that were no JSON and are already reported. */
  readonly lost: number
}

type ReadLines = (
  first: ValueLines,
  more: AsyncIterable<ValueLines>,
  faults: Faults,
  now: number | null,
) => AsyncGenerator<Batch>

/** How lines are read of which these are the first, where they are no events of the native format; null where they are. */
export function foreignLines(sample: readonly unknown[]): ReadLines | null {
  const shape = SHAPES.find(one => one.recognise(sample))
  if (shape) return (...lines) => readAs(shape, ...lines)
  return areEvents(sample.filter(isThing)) ? readByColumns : null
}

/** Reads all lines as one list, since things in it may name each other. */
async function* readAs(
  shape: Shape,
  first: ValueLines,
  more: AsyncIterable<ValueLines>,
  faults: Faults,
  now: number | null,
): AsyncGenerator<Batch> {
  const values = [...first.values]
  const numbers = [...first.numbers]
  let { lost } = first
  for await (const lines of more) {
    for (const [i, value] of lines.values.entries()) {
      values.push(value)
      numbers.push(lines.numbers[i]!)
    }
    lost += lines.lost
  }
  const read = await shape.load()
  const atLine = (where: Place): Place => {
    const [, index = "", rest = ""] = /^\/(\d+)(.*)$/.exec(where.pointer ?? "") ?? []
    const line = numbers[Number(index)]
    return line === undefined ? where : { line, ...(rest !== "" && { pointer: rest }) }
  }
  const placed: Faults = { ...faults, add: fault => faults.add({ ...fault, where: atLine(fault.where) }) }
  for (const batch of batchesOf(read(values, placed, now), shape.name)) {
    yield { ...batch, lost, placeOf: index => atLine(batch.placeOf(index)) }
    lost = 0
  }
}

/** Reads lines as they come, their columns being told by the first of them. */
async function* readByColumns(
  first: ValueLines,
  more: AsyncIterable<ValueLines>,
  faults: Faults,
): AsyncGenerator<Batch> {
  const sample = first.values.filter(isThing)
  const known = presetReader(sample, faults, line => ({ line }))
  if (known) {
    yield* readKnown(known, first, more)
    return
  }
  const reader = objectReader(objectColumns(sample), faults)
  const batchOf = ({ values, numbers, lost }: ValueLines): Batch => {
    const events = values.map((value, i) =>
      isThing(value) ? (reader.read(value, { line: numbers[i]! }) ?? {}) : value,
    )
    const places = reader.takePlaces()
    return {
      ...(places && { fields: { places } }),
      events,
      lost,
      placeOf: index => ({ line: numbers[index]! }),
      originOf: reader.originOf,
    }
  }
  yield batchOf(first)
  for await (const lines of more) yield batchOf(lines)
}

/** Reads lines that are rows of a table that is known. */
async function* readKnown(
  known: PresetReader,
  first: ValueLines,
  more: AsyncIterable<ValueLines>,
): AsyncGenerator<Batch> {
  const add = ({ values, numbers }: ValueLines) => {
    for (const [i, value] of values.entries()) known.add(value, numbers[i]!)
  }
  const batch = (isLast: boolean, lost: number): Batch => {
    const { events, numbers } = known.take(isLast)
    const { originOf } = known
    return { fields: known.declared(), events, lost, placeOf: index => ({ line: numbers[index]! }), originOf }
  }
  add(first)
  yield { format: known.preset.name, ...batch(false, first.lost) }
  for await (const lines of more) {
    add(lines)
    yield batch(false, lines.lost)
  }
  yield batch(true, 0)
}

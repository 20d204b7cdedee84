type Numbers = Float64Array | Uint32Array | Uint16Array | Uint8Array

/** A typed array that grows as values are pushed; `array` may be longer than `length` and changes when it grows. */
export interface Growing<A extends Numbers> {
  array: A
  length: number
  readonly pace: Pace
}

/** By how much arrays grow that have become too short, as a multiple of what they hold; shared by those of one table. */
export interface Pace {
  factor: number
}

/** Half as much again: doubling would waste a third of a large table's memory. */
const HALF_MORE = 1.5

/** The pace of arrays of which nobody knows how long they will be. */
export function unknownPace(): Pace {
  return { factor: HALF_MORE }
}

/** Where `part` (0 … 1) of what is to come has come, arrays grow to what all of it should take and a little more. */
export function expectRest(pace: Pace, part: number): void {
  pace.factor = part > 0 && part <= 1 ? Math.max(1.05, 1.03 / part) : HALF_MORE
}

/** An empty one with room for `room` values. */
export function growing<A extends Numbers>(
  make: new (length: number) => A,
  room = 1024,
  pace = unknownPace(),
): Growing<A> {
  return { array: new make(room), length: 0, pace }
}

/** Makes room for `more` values after those that are there. */
export function reserve<A extends Numbers>(grown: Growing<A>, more: number): void {
  const wanted = grown.length + more
  if (wanted <= grown.array.length) return
  const make = grown.array.constructor as new (length: number) => A
  const larger = new make(Math.max(wanted, Math.ceil(grown.length * grown.pace.factor)))
  larger.set(grown.array.subarray(0, grown.length) as never)
  grown.array = larger
}

/** Adds a value at the end. */
export function push<A extends Numbers>(grown: Growing<A>, value: number): void {
  if (grown.length === grown.array.length) reserve(grown, 1)
  grown.array[grown.length++] = value
}

/** Part of an array beyond which what is left of it is not worth a copy: memory that nothing was written to takes none. */
const FULL = 0.9

/** What has been pushed, as an array of its own; with `last` the memory itself, where little of it is unused. */
export function take<A extends Numbers>(grown: Growing<A>, last: boolean): A {
  const { array, length } = grown
  const isOwn = last && length >= FULL * array.length
  // A part of it moves, and is kept, with all of its memory.
  const taken = (isOwn ? array.subarray(0, length) : array.slice(0, length)) as A
  if (last) [grown.array, grown.length] = [array.slice(0, 0) as A, 0]
  return taken
}

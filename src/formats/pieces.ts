/** Bytes that are handed on at a time where more are at hand; few, so that the first rows of a table come soon. */
export const PIECE = 16_000

const back = new WeakSet<Uint8Array>()

/** Says that nobody holds this piece any longer: what it came from may write over its memory. */
export function giveBack(piece: Uint8Array): void {
  back.add(piece)
}

/** Whether a piece was given back; true once. */
export function takeBack(piece: Uint8Array): boolean {
  return back.delete(piece)
}

/** Pieces one after another in one; the piece itself where it is alone. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const held = pieces.filter(({ length }) => length > 0)
  if (held.length === 1) return held[0]!
  const whole = new Uint8Array(held.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of held) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** All of a file in one piece. */
export async function collected(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of bytes) pieces.push(piece)
  return joined(pieces)
}

/** The beginning of a file, at least `wanted` bytes where there are so many, and the whole of it to be read after. */
export async function peek(
  bytes: AsyncIterable<Uint8Array>,
  wanted: number,
): Promise<{ readonly head: Uint8Array; readonly bytes: AsyncIterable<Uint8Array> }> {
  const source = bytes[Symbol.asyncIterator]()
  const pieces: Uint8Array[] = []
  let length = 0
  while (length < wanted) {
    const next = await source.next()
    if (next.done) break
    pieces.push(next.value)
    length += next.value.length
  }
  const head = joined(pieces)
  return { head, bytes: chained(head, source) }
}

/** Some bytes, a piece at a time, and then the rest of a file; who stops in the middle stops the file as well. */
export async function* chained(
  first: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    yield* cutUp(first, PIECE)
    for (;;) {
      const next = await rest.next()
      if (next.done) return
      yield next.value
    }
  } finally {
    await rest.return?.()
  }
}

/** The same bytes in pieces of a length, the last of what is left. */
export function* cutUp(bytes: Uint8Array, length: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}

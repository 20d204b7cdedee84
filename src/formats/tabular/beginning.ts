/** Bytes of the beginning that are read at a time, so that rows by which a table is understood are few. */
const PIECE = 16_000

/** The beginning of a file, at least so many bytes where there are so many, and all of it. */
export async function headOf(bytes: AsyncIterable<Uint8Array>, wanted: number) {
  const source = bytes[Symbol.asyncIterator]()
  const chunks: Uint8Array[] = []
  let length = 0
  while (length < wanted) {
    const next = await source.next()
    if (next.done) break
    chunks.push(next.value)
    length += next.value.length
  }
  const head = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    head.set(chunk, at)
    at += chunk.length
  }
  return { head, all: chained(head, source) }
}

/** Some bytes and then the rest of a file. */
export async function* chained(
  first: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    for (let at = 0; at < first.length; at += PIECE) yield first.subarray(at, at + PIECE)
    for (;;) {
      const next = await rest.next()
      if (next.done) return
      yield next.value
    }
  } finally {
    await rest.return?.()
  }
}

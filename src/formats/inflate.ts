/** Why something packed cannot be unpacked: broken, cut off, locked, packed in a way that is not known. */
export class NotUnpacked extends Error {
  override readonly name = "NotUnpacked"
}

/**
 * What compressed bytes unpack to, piece by piece, by the engine's own inflate. Throws what `bytes` throws, and NotUnpacked
 * where they are no such compression or break off. Leaving the loop early leaves `bytes` too.
 */
export async function* inflate(
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  kind: "gzip" | "deflate-raw",
): AsyncGenerator<Uint8Array> {
  const source = Symbol.asyncIterator in bytes ? bytes[Symbol.asyncIterator]() : bytes[Symbol.iterator]()
  let failure: unknown = null
  const packed = new ReadableStream<BufferSource>({
    async pull(controller) {
      try {
        const next = await source.next()
        if (next.done) controller.close()
        else controller.enqueue(next.value as Uint8Array<ArrayBuffer>)
      } catch (error) {
        failure = error
        throw error
      }
    },
  })
  const reader = packed.pipeThrough(new DecompressionStream(kind)).getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } catch {
    // What broke before it came here keeps its own name.
    throw failure ?? new NotUnpacked()
  } finally {
    // The reader is not cancelled: Node goes on unpacking into a stream that is closed, and falls over it.
    await source.return?.()
  }
}

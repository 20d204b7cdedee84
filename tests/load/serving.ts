import type { Fetch } from "../../src/load/fetch.ts"

/** Serves bytes in pieces of given sizes. */
export function serving(bytes: Uint8Array, sizes: readonly number[]): Fetch {
  return async () => {
    let at = 0
    let turn = 0
    const stream = new ReadableStream({
      pull(controller) {
        if (at >= bytes.length) return controller.close()
        const size = sizes[turn++ % sizes.length]
        controller.enqueue(bytes.slice(at, at + size))
        at += size
      },
    })
    return new Response(stream)
  }
}

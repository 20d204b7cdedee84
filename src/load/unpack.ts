import { inflate } from "../formats/inflate.ts"
import { peek } from "../formats/pieces.ts"
import { counted, isGzip, isZip, unpacking } from "./bytes.ts"
import { LoadFailure } from "./failure.ts"

/** Enough to tell formats apart. */
const HEAD = 4096
/** A table in a zip in a gzip is still opened; beyond, somebody plays. */
const DEPTH = 3

/** A file out of what it was packed in: its beginning, and all of it to be read. */
export interface Unpacked {
  readonly name: string
  readonly head: Uint8Array
  readonly bytes: AsyncIterable<Uint8Array>
}

/**
 * What a file holds: gzip is unpacked as it comes, of a zip the one file in it that can be read. Unpacked it may have
 * `limit` bytes; more, a broken archive, or several readable files in one are a LoadFailure. A workbook is a zip as well
 * and stays whole. `isReadable` tells by a name whether a file is of a format that is known.
 */
export async function unpack(
  packed: AsyncIterable<Uint8Array>,
  name: string,
  limit: number,
  isReadable: (name: string) => boolean,
): Promise<Unpacked> {
  let file: Unpacked = { ...(await peek(packed, HEAD)), name }
  for (let depth = 0; depth < DEPTH; depth++) {
    if (isGzip(file.head)) {
      const bytes = counted(unpacking(inflate(file.bytes, "gzip")), limit, () => undefined)
      file = { ...(await peek(bytes, HEAD)), name: file.name.replace(/\.gz$/i, "") }
    } else if (isZip(file.head)) {
      const { openZip } = await import("./zip.ts")
      const inside = await openZip(file.bytes, limit, isReadable)
      if ("whole" in inside) return { ...file, bytes: oneChunk(inside.whole) }
      const bytes = counted(unpacking(inside.bytes), limit, () => undefined)
      file = { ...(await peek(bytes, HEAD)), name: inside.name }
    } else return file
  }
  throw new LoadFailure("bad-archive")
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

import { decompress as unpackZstd } from "fzstd"
import { DamagedFile } from "./kinds.ts"
import { unpackLz4Frame } from "./lz4.ts"

/** No buffer of a file of events unpacks to more, in bytes; what says that it does is not unpacked. */
const LARGEST = 1 << 28

/**
 * What unpacks the buffers of Arrow files (BodyCompression, Message.fbs), which are not told how long they become. Nothing
 * is ever packed here.
 */
export const BUFFERS = {
  lz4: { encode: same, decode: (bytes: Uint8Array) => unpackLz4Frame(bytes, LARGEST) },
  zstd: { encode: same, decode: unpackFrame },
}

function same(bytes: Uint8Array): Uint8Array {
  return bytes
}

function unpackFrame(bytes: Uint8Array): Uint8Array {
  const length = zstdLength(bytes)
  if (length === null || length > LARGEST) throw new DamagedFile("too-much-packed")
  return unpackZstd(bytes, new Uint8Array(length))
}

/** What a frame of Zstandard says that it unpacks to (RFC 8878, 3.1.1.1); null where it does not say. */
function zstdLength(bytes: Uint8Array): number | null {
  const descriptor = bytes[4] ?? 0
  const isSingle = (descriptor & 0x20) !== 0
  const width = [isSingle ? 1 : 0, 2, 4, 8][descriptor >> 6]!
  const from = 5 + (isSingle ? 0 : 1) + [0, 1, 2, 4][descriptor & 3]!
  if (width === 0 || bytes.length < from + width) return null
  let length = 0
  for (let i = width - 1; i >= 0; i--) length = length * 256 + bytes[from + i]!
  return width === 2 ? length + 256 : length
}

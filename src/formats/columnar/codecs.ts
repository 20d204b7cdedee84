import { decompress as unpackZstd } from "fzstd"
import { snappyUncompress, type CompressionCodec, type Compressors } from "hyparquet"
import { DamagedFile } from "./kinds.ts"

/** No page of a file of events unpacks to more, in bytes; what says that it does is not unpacked. */
const LARGEST = 1 << 28

type Unpack = (bytes: Uint8Array, length: number) => Uint8Array

/**
 * What unpacks the pages of Parquet files, by the name of the packing. All of it is plain script, taken file by file: the
 * package as a whole begins with WebAssembly for Snappy, a right that our policy does not give.
 */
const PAGES: Readonly<Partial<Record<CompressionCodec, () => Promise<Unpack>>>> = {
  UNCOMPRESSED: async () => bytes => bytes,
  SNAPPY: async () => (bytes, length) => {
    const unpacked = new Uint8Array(length)
    snappyUncompress(bytes, unpacked)
    return unpacked
  },
  ZSTD: async () => (bytes, length) => unpackZstd(bytes, new Uint8Array(length)),
  GZIP: async () => {
    const { gunzip } = await import("hyparquet-compressors/src/gzip.js")
    return (bytes, length) => gunzip(bytes, new Uint8Array(length))
  },
  BROTLI: async () => (await import("hyparquet-compressors/src/brotli.js")).decompressBrotli,
  LZ4: async () => (await import("hyparquet-compressors/src/lz4.js")).decompressLz4,
  LZ4_RAW: async () => (await import("hyparquet-compressors/src/lz4.js")).decompressLz4Raw,
}

/** What unpacks the pages of a file that is packed in these ways; one that is not known is a DamagedFile. */
export async function pageCodecs(used: ReadonlySet<CompressionCodec>): Promise<Compressors> {
  const codecs: Compressors = {}
  for (const name of used) {
    const load = PAGES[name]
    if (!load) throw new DamagedFile("unknown-packing", name)
    codecs[name] = bounded(await load())
  }
  return codecs
}

function bounded(unpack: Unpack): Unpack {
  return (bytes, length) => {
    if (!(length >= 0 && length <= LARGEST)) throw new DamagedFile("page-of-bytes", String(length))
    return unpack(bytes, length)
  }
}

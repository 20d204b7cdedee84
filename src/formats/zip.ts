import { inflate, NotUnpacked } from "./inflate.ts"
import { cutUp } from "./pieces.ts"

/** A file in a zip archive, as the archive's directory describes it. */
export interface ZipEntry {
  readonly name: string
  /** Bytes that it unpacks to, and bytes that it takes in the archive. */
  readonly size: number
  readonly packedSize: number
  /** 0 as it is, 8 by deflate; nothing else is unpacked. */
  readonly method: number
  /** Whether it takes a password. */
  readonly isLocked: boolean
  /** Where its own header begins. */
  readonly at: number
}

const END = 0x06054b50
const END_64 = 0x06064b50
const IN_DIRECTORY = 0x02014b50
const LOCAL = 0x04034b50
/** The record at the end is this long, and may be followed by a remark of 64 KB. */
const END_LENGTH = 22
const REMARK = 0xffff
/** Bytes unpacked between two turns of others. */
const TURN = 1 << 16
/** What stands for a number that is too large for its 32 bits. */
const ELSEWHERE = 0xffffffff

/**
 * The files of a zip archive by the directory at its end (APPNOTE 6.3.10, sizes beyond 4 GB included); null where that
 * cannot be read. Nothing is unpacked.
 */
export function listZip(zip: Uint8Array): ZipEntry[] | null {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  try {
    return readDirectory(zip, view)
  } catch (error) {
    // Whatever points beyond the end.
    if (error instanceof RangeError) return null
    throw error
  }
}

function readDirectory(zip: Uint8Array, view: DataView): ZipEntry[] | null {
  let end = zip.length - END_LENGTH
  const first = Math.max(0, end - REMARK)
  while (end >= first && view.getUint32(end, true) !== END) end--
  if (end < first) return null
  let count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (at === ELSEWHERE || count === 0xffff) {
    const wide = Number(view.getBigUint64(end - 20 + 8, true))
    if (view.getUint32(wide, true) !== END_64) return null
    count = Number(view.getBigUint64(wide + 32, true))
    at = Number(view.getBigUint64(wide + 48, true))
  }
  const entries: ZipEntry[] = []
  while (entries.length < count) {
    if (view.getUint32(at, true) !== IN_DIRECTORY) return null
    const name = view.getUint16(at + 28, true)
    const extra = view.getUint16(at + 30, true)
    const sizes = wideNumbers(view, at + 46 + name, extra, [
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    ])
    entries.push({
      name: nameIn(zip.subarray(at + 46, at + 46 + name)),
      size: sizes[0],
      packedSize: sizes[1],
      method: view.getUint16(at + 10, true),
      isLocked: (view.getUint16(at + 8, true) & 1) !== 0,
      at: sizes[2],
    })
    at += 46 + name + extra + view.getUint16(at + 32, true)
  }
  return entries
}

/** The numbers of an entry: those too large stand in an extra field, in the same order (APPNOTE 4.5.3). */
function wideNumbers(
  view: DataView,
  from: number,
  length: number,
  numbers: [size: number, packed: number, at: number],
): [number, number, number] {
  if (!numbers.includes(ELSEWHERE)) return numbers
  for (let at = from; at + 4 <= from + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue
    let next = at + 4
    return numbers.map(number => {
      if (number !== ELSEWHERE) return number
      next += 8
      return Number(view.getBigUint64(next - 8, true))
    }) as [number, number, number]
  }
  return numbers
}

/** Names are UTF-8 nowadays, whether they say so or not. */
function nameIn(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder("windows-1252").decode(bytes)
  }
}

/**
 * What a file of an archive unpacks to, piece by piece, by the engine's own inflate. Throws NotUnpacked where it is locked,
 * packed in another way or broken, and as soon as it gives more than its directory says.
 */
export async function* readEntry(zip: Uint8Array, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const packed = cutUp(packedBytes(zip, entry), TURN)
  let length = 0
  for await (const piece of entry.method === 0 ? packed : inflate(packed, "deflate-raw")) {
    length += piece.length
    if (length > entry.size) throw new NotUnpacked("more than the archive says")
    yield piece
  }
  if (length < entry.size) throw new NotUnpacked("less than the archive says")
}

function packedBytes(zip: Uint8Array, { at, packedSize, method, isLocked }: ZipEntry): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  if (at + 30 > zip.length) throw new NotUnpacked("cut off")
  if (isLocked || (method !== 0 && method !== 8)) throw new NotUnpacked("locked, or packed in another way")
  if (view.getUint32(at, true) !== LOCAL) throw new NotUnpacked("no file where the archive says")
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  if (from + packedSize > zip.length) throw new NotUnpacked("cut off")
  return zip.subarray(from, from + packedSize)
}

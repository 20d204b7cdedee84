import { collected } from "../formats/pieces.ts"
import { listZip, readEntry, type ZipEntry } from "../formats/zip.ts"
import { EXPECTED } from "../model/faults.ts"
import { LoadFailure } from "./failure.ts"

/** A zip that is a file of its own: a workbook; or the file that lies in one. */
export type Opened =
  { readonly whole: Uint8Array } | { readonly name: string; readonly bytes: AsyncIterable<Uint8Array> }

/** What archives hold beside what was meant: folders, notes of file systems. */
const ASIDE = /\/$|(^|\/)(__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i
/** Files that go with data and are none. */
const NOTES = /(^|\/)(readme|licen[cs]e|copying|changelog|metadata|codebook)[^/]*$/i

/** The one readable file of a zip; nothing that says that it is larger than `limit` is unpacked. What it holds throws NotUnpacked where it is broken. */
export async function openZip(
  packed: AsyncIterable<Uint8Array>,
  limit: number,
  isReadable: (name: string) => boolean,
): Promise<Opened> {
  const zip = await collected(packed)
  const files = listZip(zip)
  if (!files) throw new LoadFailure("bad-archive")
  if (files.some(({ name }) => name === "[Content_Types].xml")) return { whole: zip }
  const chosen = chooseFile(files, isReadable)
  if (chosen.size > limit) throw new LoadFailure("too-large", { limit })
  return { name: chosen.name.split("/").at(-1)!, bytes: readEntry(zip, chosen) }
}

function chooseFile(files: readonly ZipEntry[], isReadable: (name: string) => boolean): ZipEntry {
  const meant = files.filter(({ name, size }) => !ASIDE.test(name) && size > 0)
  if (meant.length === 1) return meant[0]!
  const readable = meant.filter(({ name }) => isReadable(name) && !NOTES.test(name))
  if (readable.length === 1) return readable[0]!
  if (meant.length === 0) throw new LoadFailure("no-events")
  const names = (readable.length > 0 ? readable : meant).map(({ name }) => name)
  throw new LoadFailure("several-files", {
    problems: names.slice(0, 100).map(name => ({
      code: "several-files",
      severity: "fatal",
      where: { file: name },
      found: name,
      expected: EXPECTED["several-files"],
    })),
  })
}

import { createReadStream } from "node:fs"
import { stat } from "node:fs/promises"
import { basename } from "node:path"
import { LoadFailure } from "../load/failure.ts"
import type { LoadOptions, LoadSource } from "../load/source.ts"
import type { Terminal } from "./terminal.ts"
import type { Asked } from "./usage.ts"

/** Larger than any file that a command is likely to be given; what is unpacked must not be endless. */
const LIMIT = 64_000_000_000
/** Longest stretch of work in ms before progress is told. */
const SLICE = 100

/** Options of every command that reads a file. */
export const READING = { format: "one", map: "one" } as const

/** How the file is to be read that the arguments name. */
export function readingOptions(asked: Asked, onProgress: LoadOptions["onProgress"]): LoadOptions {
  const [format, map] = [asked.one("format"), asked.one("map")]
  return { format: format ?? undefined, map: map ?? undefined, onProgress, slice: SLICE, limit: LIMIT }
}

/** Whether the name of a file is an address. */
export function isAddress(file: string): boolean {
  return /^https?:\/\//i.test(file)
}

/** What `-`, an address or the path of a file stands for. Rejects with a LoadFailure for a file that is not there. */
export async function openInput(file: string, { input }: Terminal): Promise<LoadSource> {
  if (file === "-") return { bytes: input, name: "", total: null }
  if (isAddress(file)) return { url: file }
  const size = await sizeOf(file)
  return { bytes: createReadStream(file, { highWaterMark: 1 << 18 }), name: basename(file), total: size }
}

/** Bytes of a file; null for a pipe or a device, which do not say. */
async function sizeOf(file: string): Promise<number | null> {
  try {
    const found = await stat(file)
    if (found.isDirectory()) throw new LoadFailure("unknown-format", { address: file })
    return found.isFile() ? found.size : null
  } catch (error) {
    if (error instanceof LoadFailure) throw error
    const code = (error as NodeJS.ErrnoException).code
    throw new LoadFailure(code === "EACCES" || code === "EPERM" ? "forbidden" : "not-found", {
      address: file,
    })
  }
}

import { createWriteStream } from "node:fs"
import { rename, rm } from "node:fs/promises"
import { once } from "node:events"
import { finished } from "node:stream/promises"
import { LoadFailure } from "../load/failure.ts"
import { load, type Loaded } from "../load/load.ts"
import { writerFor } from "../write/index.ts"
import { lossesOf } from "../write/traits.ts"
import type { Writer, WriteOptions } from "../write/writer.ts"
import { sayFailure } from "./failure.ts"
import { openInput, READING, readingOptions } from "./open.ts"
import { progressBar } from "./progress.ts"
import { sayLosses } from "./losses.ts"
import { SPEECH, speechFor } from "./speech.ts"
import type { Terminal } from "./terminal.ts"
import { UsageError, type Asked } from "./usage.ts"
import { WRITERS } from "./writers.ts"

export const CONVERT_OPTIONS = { ...READING, out: "one", to: "one", ...SPEECH } as const

/**
 * `dateline convert`: the file as another kind, by the ending of OUT, or by --to where OUT is `-`. Says what the new file
 * cannot hold. 0, or 2 for a file that cannot be read or written.
 */
export async function runConvert(asked: Asked, terminal: Terminal): Promise<number> {
  const [file, ...more] = asked.rest
  const out = asked.one("out")
  if (file === undefined) throw new UsageError("convert needs a file, an address, or - for standard input")
  if (more.length > 0) throw new UsageError(`convert takes one file, and “${more[0]}” is another`)
  if (out === null) throw new UsageError("convert needs -o and the file to write")
  const writer = chooseWriter(out, asked.one("to"))
  const speech = await speechFor(asked)
  const loaded = await loadFile(file, asked, terminal)
  if (!loaded) return 2
  const { document, problems } = loaded
  const pieces = piecesOf(writer, loaded, {
    ...(asked.one("lang") !== null && { lang: speech.lang }),
    now: Date.now(),
    sayDate: speech.date,
    sayStatus: speech.status,
  })
  try {
    if (out === "-") for await (const piece of pieces) await terminal.out(piece)
    else await writeFile(out, pieces)
  } catch (error) {
    terminal.say(`${out} could not be written: ${error instanceof Error ? error.message : String(error)}`)
    return 2
  }
  for (const line of sayLosses(lossesOf(document, writer.drops), writer.name)) terminal.say(line)
  if (problems.length > 0)
    terminal.say(
      `${file}: ${problems.length} problem${problems.length > 1 ? "s" : ""}; “dateline check” lists them`,
    )
  if (out !== "-") terminal.say(`${out}: ${document.events.length.toLocaleString("en")} events`)
  return 0
}

function chooseWriter(out: string, to: string | null): Writer {
  const writer = writerFor(to ?? out, WRITERS)
  if (writer) return writer
  const known = WRITERS.map(({ name, extensions }) => `${extensions[0]} (${name})`).join(", ")
  if (out === "-" && to === null) throw new UsageError(`-o - needs --to with a kind of file: ${known}`)
  throw new UsageError(`“${to ?? out}” is no kind of file that is written here; known are ${known}`)
}

async function loadFile(file: string, asked: Asked, terminal: Terminal): Promise<Loaded | null> {
  const bar = progressBar(file, terminal)
  try {
    const source = await openInput(file, terminal)
    return await load(source, readingOptions(asked, bar.tell))
  } catch (error) {
    if (!(error instanceof LoadFailure)) throw error
    bar.end()
    terminal.say(`${file}: ${sayFailure(file, error)}`)
    return null
  } finally {
    bar.end()
  }
}

/** Letters in a piece, so that a writer's short lines do not each cost a call of the system. */
const TOGETHER = 1 << 16

async function* piecesOf(
  writer: Writer,
  { document }: Loaded,
  options: WriteOptions,
): AsyncGenerator<string | Uint8Array> {
  let held: string[] = []
  let length = 0
  for await (const piece of writer.write(document, options)) {
    if (typeof piece !== "string") {
      yield piece
      continue
    }
    held.push(piece)
    length += piece.length
    if (length < TOGETHER) continue
    yield held.join("")
    ;[held, length] = [[], 0]
  }
  if (held.length > 0) yield held.join("")
}

/** Writes beside the file first, so that what was there before stays whole until the new one is. */
async function writeFile(path: string, pieces: AsyncIterable<string | Uint8Array>): Promise<void> {
  const beside = `${path}.part`
  const stream = createWriteStream(beside)
  const ended = finished(stream)
  try {
    for await (const piece of pieces)
      if (!stream.write(piece)) await Promise.race([once(stream, "drain"), ended])
    stream.end()
    await ended
    await rename(beside, path)
  } catch (error) {
    stream.destroy()
    await ended.catch(() => undefined)
    await rm(beside, { force: true })
    throw error
  }
}

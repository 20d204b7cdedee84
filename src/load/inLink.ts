import { inflate } from "../formats/inflate.ts"
import { LoadFailure } from "./failure.ts"
import type { LoadSource } from "./source.ts"

/** The text, packed. */
export async function packText(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"))
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer())
  let binary = ""
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")
}

/** More than any link should unpack to, in bytes: a few letters may be made to unpack to all of a device's memory. */
const MOST = 64_000_000

/** The document of a packed text, as a source of its own. Rejects with LoadFailure where it is cut off or is none. */
export async function sourceOfPacked(packed: string): Promise<LoadSource> {
  const pieces: Uint8Array[] = []
  let length = 0
  try {
    const binary = atob(packed.replaceAll("-", "+").replaceAll("_", "/"))
    for await (const piece of inflate(alone(binary), "deflate-raw")) {
      pieces.push(piece)
      length += piece.length
      if (length > MOST) break
    }
  } catch {
    throw new LoadFailure("damaged-link")
  }
  if (length === 0) throw new LoadFailure("damaged-link")
  if (length > MOST) throw new LoadFailure("too-large", { limit: MOST })
  return { text: await new Blob(pieces as BlobPart[]).text(), name: "link.json" }
}

async function* alone(binary: string): AsyncGenerator<Uint8Array> {
  yield Uint8Array.from(binary, letter => letter.charCodeAt(0))
}

import type { Faults } from "../model/faults.ts"

/**
 * The text of a file, piece by piece: UTF-8, or UTF-16 where a byte order mark says so; the mark itself is left out.
 * Bytes that are neither are a fatal `bad-encoding`, after which nothing more comes.
 */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>, faults: Faults): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null
  let read = 0
  for await (const chunk of bytes) {
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true })
    const text = decodePart(decoder, chunk)
    if (text === null) return refuse(faults, read)
    read += chunk.length
    if (text !== "") yield text
  }
  const rest = decoder ? decodePart(decoder, null) : ""
  if (rest === null) refuse(faults, read)
  else if (rest !== "") yield rest
}

/** All of it in one string; null where it cannot be decoded. */
export async function decodeWhole(bytes: AsyncIterable<Uint8Array>, faults: Faults): Promise<string | null> {
  const before = faults.problems.length
  const parts: string[] = []
  for await (const part of decodeText(bytes, faults)) parts.push(part)
  return faults.problems.slice(before).some(problem => problem.code === "bad-encoding")
    ? null
    : parts.join("")
}

/** Beginnings that were decoded: each format looks at the same one. */
const heads = new WeakMap<Uint8Array, string>()

/** The beginning of a file as text, for sniffing; what cannot be decoded is shown as such. */
export function decodeHead(head: Uint8Array): string {
  const known = heads.get(head)
  if (known !== undefined) return known
  const text = new TextDecoder(encodingOf(head)).decode(head)
  heads.set(head, text)
  return text
}

function encodingOf(head: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le"
  return head[0] === 0xfe && head[1] === 0xff ? "utf-16be" : "utf-8"
}

function decodePart(decoder: TextDecoder, chunk: Uint8Array | null): string | null {
  try {
    return chunk === null ? decoder.decode() : decoder.decode(chunk, { stream: true })
  } catch {
    return null
  }
}

function refuse(faults: Faults, at: number): void {
  faults.add({
    code: "bad-encoding",
    severity: "fatal",
    where: {},
    seen: { word: "odd-bytes", of: String(at) },
  })
}

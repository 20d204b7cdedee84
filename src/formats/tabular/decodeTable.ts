import type { Faults } from "../../model/faults.ts"
import type { Encoding } from "./encodings.ts"

/**
 * The encoding of the beginning of a table: by its byte order mark; else UTF-8 where it is sound UTF-8; UTF-16 where
 * every other byte is zero; else the one of Windows' whose letters stand together as words of its script do.
 */
export function guessEncoding(head: Uint8Array): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le"
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be"
  const zeros = [0, 0]
  const looked = Math.min(head.length, 4096)
  for (let i = 0; i < looked; i++) if (head[i] === 0) zeros[i % 2]++
  if (zeros[1] > looked / 8 && zeros[0] < zeros[1] / 8) return "utf-16le"
  if (zeros[0] > looked / 8 && zeros[1] < zeros[0] / 8) return "utf-16be"
  if (isUtf8(head)) return "utf-8"
  const { arabic, cyrillic, latin } = lettersOf(head)
  if (arabic > cyrillic && arabic > latin) return "windows-1256"
  return cyrillic > latin ? "windows-1251" : "windows-1252"
}

/** Whether an encoding is no more than a guess: one of Windows' of whose script there are hardly more words than of another. */
export function isEncodingDoubtful(head: Uint8Array, encoding: Encoding): boolean {
  if (!encoding.startsWith("windows-")) return false
  const { arabic, cyrillic, latin } = lettersOf(head)
  const [most = 0, next = 0] = [arabic, cyrillic, latin].toSorted((a, b) => b - a)
  return most < 2 * next || most === 0
}

/** Letters that stand in what would be words, by the encodings of Windows'. */
function lettersOf(head: Uint8Array): { arabic: number; cyrillic: number; latin: number } {
  const score = (encoding: Encoding, word: RegExp) =>
    (new TextDecoder(encoding).decode(head).match(word) ?? []).reduce((sum, found) => sum + found.length, 0)
  return {
    arabic: score("windows-1256", /[\u0621-\u064a]{3,}/g),
    cyrillic: score("windows-1251", /[а-яё]{3,}/g),
    latin: score("windows-1252", /[a-z]{2}[ß-ÿ]|[ß-ÿ][a-z]{2}/g),
  }
}

/** Sound as far as it goes: the last letter may be cut off. */
function isUtf8(head: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true })
    return true
  } catch {
    return false
  }
}

/** The beginning of a table as bytes and the encoding in which it is read. */
export interface Begun {
  readonly head: Uint8Array
  readonly encoding: Encoding
}

/** The text of a table, piece by piece; NULs are left out, and bytes that are no letters stand as U+FFFD and are reported. */
export async function* decodeTable(
  bytes: AsyncIterable<Uint8Array>,
  faults: Faults,
  encoding: Encoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  let replaced = 0
  const clean = (text: string) => {
    const bad = text.split("\ufffd").length - 1
    if (bad > 0 && replaced === 0)
      faults.add({ code: "bad-encoding", severity: "repaired", where: {}, found: around(text) })
    replaced += bad
    return text.includes("\0") ? text.replaceAll("\0", "") : text
  }
  for await (const chunk of bytes) yield clean(decoder.decode(chunk, { stream: true }))
  yield clean(decoder.decode())
}

function around(text: string): string {
  const at = text.indexOf("\ufffd")
  return text.slice(Math.max(0, at - 20), at + 20)
}

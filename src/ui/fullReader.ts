import type { AllWords } from "../words/more.ts"
import type { Words } from "../words/words.ts"
import { useReader, useWords, type Reader } from "./reader.ts"

/** A reader that knows every word of the interface, as all parts have it that come after the first picture. */
export interface FullReader extends Reader {
  readonly words: AllWords
}

/** A promise that tells what became of it, so that it is read without a pause. */
type Coming = Promise<AllWords> & { value?: AllWords; reason?: Error }

const loading = new WeakMap<Words, Coming>()
const readers = new WeakMap<Reader, FullReader>()

/** All words of the language of these, loaded once. */
export function loadAllWords(words: Words): Promise<AllWords> {
  let coming = loading.get(words)
  // What did not come is asked for again the next time.
  if (!coming || coming.reason) {
    const started: Coming = words.more()
    started.then(
      value => Object.assign(started, { value }),
      (reason: Error) => Object.assign(started, { reason }),
    )
    loading.set(words, (coming = started))
  }
  return coming
}

/** All messages of the interface's language; suspends until they are there. */
export function useAllWords(): AllWords {
  const words = useWords()
  const failed = loading.get(words)?.reason
  if (failed) {
    loading.delete(words)
    throw failed
  }
  const coming: Coming = loadAllWords(words)
  if (coming.value) return coming.value
  // As React waits for what is thrown since its version 18; `use` came with 19.
  // oxlint-disable-next-line no-throw-literal
  throw coming
}

/** The reader with all messages; suspends until they are there. */
export function useFullReader(): FullReader {
  const reader = useReader()
  const words = useAllWords()
  let full = readers.get(reader)
  if (!full) readers.set(reader, (full = { ...reader, words }))
  return full
}

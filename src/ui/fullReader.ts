import { use } from "react"
import type { AllWords } from "../words/more.ts"
import type { Words } from "../words/words.ts"
import { useReader, useWords, type Reader } from "./reader.ts"

/** A reader that knows every word of the interface, as all parts have it that come after the first picture. */
export interface FullReader extends Reader {
  readonly words: AllWords
}

/** A promise as React's `use` knows it: with its value on it, it is read without a pause. */
type Coming = Promise<AllWords> & { status?: "fulfilled"; value?: AllWords }

const loading = new WeakMap<Words, Coming>()
const readers = new WeakMap<Reader, FullReader>()

/** All words of the language of these, loaded once. */
export function loadAllWords(words: Words): Promise<AllWords> {
  let coming = loading.get(words)
  if (!coming) {
    const started: Coming = words.more()
    started.then(
      value => Object.assign(started, { status: "fulfilled", value }),
      // What did not come is asked for again the next time.
      () => loading.delete(words),
    )
    loading.set(words, (coming = started))
  }
  return coming
}

/** All messages of the interface's language; suspends until they are there. */
export function useAllWords(): AllWords {
  return use(loadAllWords(useWords()))
}

/** The reader with all messages; suspends until they are there. */
export function useFullReader(): FullReader {
  const reader = useReader()
  const words = useAllWords()
  let full = readers.get(reader)
  if (!full) readers.set(reader, (full = { ...reader, words }))
  return full
}

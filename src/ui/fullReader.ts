import { use } from "react"
import type { AllWords } from "../words/more.ts"
import type { Words } from "../words/words.ts"
import { useReader, useWords, type Reader } from "./reader.ts"

/** A reader that knows every word of the interface, as all parts have it that come after the first picture. */
export interface FullReader extends Reader {
  readonly words: AllWords
}

const loading = new WeakMap<Words, Promise<AllWords>>()
const loaded = new WeakMap<Words, AllWords>()
const readers = new WeakMap<Reader, FullReader>()

/** All words of the language of these, loaded once. */
export function loadAllWords(words: Words): Promise<AllWords> {
  let coming = loading.get(words)
  if (!coming) {
    coming = words.more().then(all => {
      loaded.set(words, all)
      return all
    })
    // What did not come is asked for again the next time.
    coming.catch(() => loading.delete(words))
    loading.set(words, coming)
  }
  return coming
}

/** All messages of the interface's language; suspends until they are there. */
export function useAllWords(): AllWords {
  const words = useWords()
  return loaded.get(words) ?? use(loadAllWords(words))
}

/** The reader with all messages; suspends until they are there. */
export function useFullReader(): FullReader {
  const reader = useReader()
  const words = useAllWords()
  let full = readers.get(reader)
  if (!full) readers.set(reader, (full = { ...reader, words }))
  return full
}

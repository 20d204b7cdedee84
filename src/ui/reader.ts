import { createContext, useContext } from "react"
import type { Selected } from "../query/engine.ts"
import type { Store } from "../state/store.ts"
import type { Table } from "../table/table.ts"
import type { DateLocale } from "../words/dates-locale.ts"
import type { Words } from "../words/words.ts"

export { nameOf, nameOfId, titleOf } from "../figure/names.ts"
export { sayText, type Said } from "../model/sayText.ts"

/** What every part of the page reads from; one value per viewer, so that many can live on one page. */
export interface Reader {
  readonly store: Store
  readonly table: Table
  readonly words: Words
  readonly locale: DateLocale
  /** BCP 47 tag of the interface, by which names of a document are chosen. */
  readonly lang: string
  /** Address of the whole page that a compact view leads to, "" for the page itself; null where there is none. */
  readonly full: string | null
  /** Colour slot of a type's code: 0 … 6, or -1 for grey. */
  readonly colourOf: (typeCode: number) => number
  /** A number in the digits of the locale. */
  readonly number: (value: number) => string
}

const ReaderContext = createContext<Reader | null>(null)
const AnswerContext = createContext<Selected | null>(null)
export const ReaderProvider = ReaderContext.Provider
export const AnswerProvider = AnswerContext.Provider

/** The messages alone, where there is no document yet or none could be read. */
const WordsContext = createContext<Words | null>(null)
export const WordsProvider = WordsContext.Provider

/** The messages of the interface's language. */
export function useWords(): Words {
  const reader = useContext(ReaderContext)
  const words = useContext(WordsContext) ?? reader?.words
  if (!words) throw new Error("useWords stands outside an App and a Timeline")
  return words
}

export function useReader(): Reader {
  const reader = useContext(ReaderContext)
  if (!reader) throw new Error("useReader stands outside a Timeline")
  return reader
}

/** Which events pass, and the counts; see query/engine Selected. */
export function useAnswer(): Selected {
  const answer = useContext(AnswerContext)
  if (!answer) throw new Error("useAnswer stands outside a Timeline")
  return answer
}

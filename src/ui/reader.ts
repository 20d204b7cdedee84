import { createContext, useContext } from "react"
import type { Said } from "../model/sayText.ts"
import type { MemoryEngine } from "../query/memory.ts"
import type { Selected } from "../query/engine.ts"
import type { Store } from "../state/store.ts"
import type { FacetName, Table } from "../table/table.ts"
import type { DateLocale } from "../words/dates-locale.ts"
import type { Words } from "../words/words.ts"

export { sayText, type Said } from "../model/sayText.ts"

/** What every part of the page reads from; one value per viewer, so that many can live on one page. */
export interface Reader {
  readonly store: Store
  readonly table: Table
  readonly engine: MemoryEngine
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

/** Name of a value, with "not stated" and the statuses in the interface's language. */
export function nameOf(
  reader: Pick<Reader, "table" | "words" | "lang">,
  facet: FacetName,
  code: number,
): string {
  if (code === 0) return reader.words.notStated
  const { values } = reader.table.facets[facet]
  if (facet === "status") {
    const id = values.ids[code] ?? ""
    return (reader.words.statuses as Record<string, string>)[id] ?? id
  }
  return values.name(code, reader.lang)
}

/** Name of a value by its id; an id that is not in the data is its own name. */
export function nameOfId(
  reader: Pick<Reader, "table" | "words" | "lang">,
  facet: FacetName,
  id: string,
): string {
  const code = reader.table.facets[facet].values.code(id)
  return code < 0 ? id : nameOf(reader, facet, code)
}

/** Title of a row in the language that suits best. */
export function titleOf(table: Table, row: number, lang: string): Said {
  const primary = lang.split("-")[0]
  const tags = Object.keys(table.titles)
  const order = [
    ...tags.filter(t => t === lang),
    ...tags.filter(t => t !== lang && t.split("-")[0] === primary),
    ...tags.filter(t => t.split("-")[0] === "en"),
    ...tags,
  ]
  for (const tag of order) {
    const text = table.titles[tag]!.get(row)
    if (text) return { text, lang: tag === "und" ? "" : tag }
  }
  return { text: table.ids.get(row), lang: "" }
}

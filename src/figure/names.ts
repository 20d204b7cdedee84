import type { Said } from "../model/sayText.ts"
import type { FacetName, Table } from "../table/table.ts"
import type { Words } from "../words/words.ts"

/** What names are said by. */
export interface Naming {
  readonly table: Table
  readonly words: Words
  /** BCP 47 tag of the interface. */
  readonly lang: string
}

/** Name of a value, with "not stated" and the statuses in the interface's language. */
export function nameOf(reader: Naming, facet: FacetName, code: number): string {
  if (code === 0) return reader.words.notStated
  const { values } = reader.table.facets[facet]
  if (facet === "status") {
    const id = values.ids[code] ?? ""
    return (reader.words.statuses as Record<string, string>)[id] ?? id
  }
  return values.name(code, reader.lang)
}

/** Name of a value by its id; an id that is not in the data is its own name. */
export function nameOfId(reader: Naming, facet: FacetName, id: string): string {
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

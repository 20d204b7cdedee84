/** An object of JSON. */
export type Thing = Readonly<Record<string, unknown>>

/** Objects by which columns are told. */
const SAMPLE = 500

/** An object as cells: nested ones by dotted names, lists of words joined, `{value}` of a query's answer as its value. */
export function flat(object: Thing): ReadonlyMap<string, string> {
  const cells = new Map<string, string>()
  const add = (key: string, value: unknown, depth: number) => {
    if (value === null || value === undefined) return
    if (typeof value !== "object") cells.set(key, String(value))
    else if (Array.isArray(value)) {
      const words = value.filter(one => typeof one === "string" || typeof one === "number")
      if (words.length > 0) cells.set(key, words.join("; "))
      else if (isThing(value[0]) && depth < 2) {
        add(key, value[0], depth)
        // Of several people or sources all are meant, of several points the first.
        for (const [name, texts] of textsIn(value))
          cells.set(key === "" ? name : `${key}.${name}`, texts.join("; "))
      }
    } else if (isThing(value)) {
      if (typeof value["value"] === "string" && "type" in value) cells.set(key, value["value"])
      else if (depth < 2)
        for (const [name, part] of Object.entries(value))
          add(key === "" ? name : `${key}.${name}`, part, depth + 1)
    }
  }
  add("", object, 0)
  return cells
}

/** Things of a list whose texts are looked at. */
const LISTED = 100

/** The texts that the things of a list have under the same name, where those are several. */
function textsIn(list: readonly unknown[]): [name: string, texts: string[]][] {
  const found = new Map<string, Set<string>>()
  for (const thing of list.slice(0, LISTED)) {
    if (!isThing(thing)) continue
    for (const [name, text] of Object.entries(thing)) {
      if (typeof text !== "string" || text === "") continue
      if (!found.has(name)) found.set(name, new Set())
      found.get(name)!.add(text)
    }
  }
  return [...found].flatMap(([name, texts]) =>
    texts.size > 1 ? [[name, [...texts]] as [string, string[]]] : [],
  )
}

/** The names of all cells in the rows of a sample. */
export function headerOf(rows: readonly ReadonlyMap<string, string>[]): string[] {
  const names = new Set<string>()
  for (const row of rows.slice(0, SAMPLE)) for (const key of row.keys()) names.add(key)
  return [...names]
}

/** `title_en`, `name_ar` and the like: one text in several languages. */
const IN_LANGUAGE = /^(title|name|label|headline|summary|description)[_.-]([a-z]{2})$/i

/** Whether a name is of a text in one language of several. */
export function isInLanguage(name: string): boolean {
  return IN_LANGUAGE.test(name)
}

/** An event with those texts of its row that are in several languages. */
export function withLanguages(
  event: Record<string, unknown>,
  row: ReadonlyMap<string, string>,
): Record<string, unknown> {
  const titles: Record<string, string> = {}
  const summaries: Record<string, string> = {}
  for (const [key, value] of row) {
    const found = IN_LANGUAGE.exec(key)
    if (!found || value.trim() === "") continue
    const into = /^(summary|description)$/i.test(found[1]!) ? summaries : titles
    into[found[2]!.toLowerCase()] = value
  }
  return {
    ...event,
    ...(Object.keys(titles).length > 0 && { title: withOwn(titles, event["title"]) }),
    ...(Object.keys(summaries).length > 0 && { summary: withOwn(summaries, event["summary"]) }),
  }
}

/** The texts and the one that says no language, where it is not one of them. */
function withOwn(texts: Record<string, string>, own: unknown): Record<string, string> {
  return typeof own !== "string" || Object.values(texts).includes(own) ? texts : { ...texts, und: own }
}

/** The title in what a file says of itself, in languages where it does so; null for none. */
export function titleOf(value: unknown): unknown {
  if (typeof value === "string") return value.trim() === "" ? null : value
  if (!isThing(value)) return null
  const texts: Record<string, string> = {}
  for (const [key, text] of Object.entries(value)) {
    const found = IN_LANGUAGE.exec(key)
    if (found && typeof text === "string") texts[found[2]!.toLowerCase()] = text
  }
  if (Object.keys(texts).length > 0) return texts
  if (isThing(value["text"])) return titleOf(value["text"]["headline"])
  return titleOf(value["title"] ?? value["name"] ?? null)
}

export function isThing(value: unknown): value is Thing {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

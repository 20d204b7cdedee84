import { isThing, wordOf, type Thing } from "./values.ts"

/** Whether a value holds items of Wikidata with their statements. */
export function areItems(value: unknown): boolean {
  const [first] = itemsIn(value)
  return first !== undefined && isThing(first[0]["claims"])
}

/** Items of an answer of the API or of Special:EntityData (`entities` by id), of a list, or one alone; with pointers. */
export function itemsIn(value: unknown): (readonly [item: Thing, pointer: string])[] {
  if (Array.isArray(value)) return value.flatMap((one, i) => (isItem(one) ? [[one, `/${i}`] as const] : []))
  if (!isThing(value)) return []
  if (isItem(value)) return [[value, ""]]
  const entries = isThing(value["entities"]) ? Object.entries(value["entities"]) : []
  return entries.flatMap(([id, one]) => (isItem(one) ? [[one, `/entities/${id}`] as const] : []))
}

function isItem(one: unknown): one is Thing {
  return isThing(one) && /^[QL]\d+$/.test(wordOf(one["id"])) && ("claims" in one || "labels" in one)
}

import { joinBounds } from "../../model/edtf-text.ts"
import { pointerTo } from "../../model/faults.ts"
import { textOfHtml } from "../tabular/html.ts"
import { dateOfValue } from "./dates.ts"
import type { Tree } from "./tree.ts"
import { firstWord, isThing, listOf, saying, wordOf, wordsOnce, type Thing } from "./values.ts"

/**
 * Items and groups of vis-timeline (visjs.github.io/vis-timeline/docs/timeline/#Data_Format): a list of items, `{items,
 * groups}`, or dumps of a DataSet. Ends are drawn as exclusive and meant as inclusive days; backgrounds are periods; a
 * group is an event's type, and the groups around it are tags.
 */
export function readVis(value: unknown): Tree {
  const isWhole = isThing(value) && "items" in value
  const root: Thing = isWhole ? value : { items: value }
  const groups = groupsOf(recordsOf(root["groups"], "").map(({ record }) => record))
  const items = recordsOf(root["items"], isWhole ? "/items" : "")
  const periods = items.filter(isBackground).flatMap(({ record }) => {
    const item = record as Thing
    const when = whenOf(item)
    const said = textOfHtml(firstWord(item["content"], item["title"]))
    const title = said || nameOf(groups, item["group"]) || wordOf(item["id"])
    return when === "" || title === "" ? [] : [saying({ id: wordOf(item["id"]), when, title })]
  })
  return {
    fields: saying({ title: textOfHtml(firstWord(root["title"])), periods }),
    events: drawn(
      items.filter(item => !isBackground(item)),
      groups,
    ),
  }
}

function* drawn(items: readonly Located[], groups: Groups): Tree["events"] & Generator {
  for (const { record, pointer } of items)
    yield [isThing(record) ? eventOf(record, groups) : record, { pointer }] as const
}

function isBackground({ record }: Located): boolean {
  return isThing(record) && record["type"] === "background"
}

interface Located {
  readonly record: unknown
  readonly pointer: string
}

/** The records of a list, of a map by id, or of a DataSet that was written out with its inner fields. */
function recordsOf(value: unknown, pointer: string): readonly Located[] {
  if (Array.isArray(value)) return value.map((record: unknown, i) => ({ record, pointer: `${pointer}/${i}` }))
  if (!isThing(value)) return []
  if ("_data" in value) return recordsOf(value["_data"], `${pointer}/_data`)
  return Object.entries(value)
    .filter(([key]) => !key.startsWith("_"))
    .map(([key, record]) => ({ record: named(record, key), pointer: pointerTo(pointer, key) }))
}

function named(record: unknown, id: string): unknown {
  return isThing(record) && record["id"] === undefined ? { ...record, id } : record
}

function eventOf(item: Thing, groups: Groups): unknown {
  const content = textOfHtml(firstWord(item["content"]))
  const tooltip = textOfHtml(firstWord(item["title"]))
  return saying({
    id: wordOf(item["id"]),
    when: whenOf(item),
    title: content || tooltip,
    summary: content === "" || tooltip === content ? "" : tooltip,
    type: nameOf(groups, item["group"]),
    tags: wordsOnce([...around(groups, item["group"]), wordOf(item["subgroup"])]),
  })
}

function whenOf(item: Thing): string {
  const start = dateOfValue(item["start"])
  const end = dateOfValue(item["end"])
  return joinBounds(start, end) ?? start
}

interface Group {
  readonly name: string
  readonly parents: string[]
}
type Groups = ReadonlyMap<string, Group>

function groupsOf(records: readonly unknown[]): Groups {
  const groups = new Map<string, Group>()
  const things = records.filter(isThing)
  for (const group of things) {
    const id = wordOf(group["id"])
    groups.set(id, { name: textOfHtml(firstWord(group["content"], group["title"])) || id, parents: [] })
  }
  for (const group of things)
    for (const child of listOf(group["nestedGroups"]))
      groups.get(wordOf(child))?.parents.push(wordOf(group["id"]))
  return groups
}

function nameOf(groups: Groups, id: unknown): string {
  return groups.get(wordOf(id))?.name ?? wordOf(id)
}

/** Names of the groups around a group, each once, though they may be nested in a circle. */
function around(groups: Groups, id: unknown): string[] {
  const met = new Set(groups.get(wordOf(id))?.parents)
  // A set gives what is added while it is gone through.
  for (const one of met) for (const parent of groups.get(one)?.parents ?? []) met.add(parent)
  return [...met].map(parent => nameOf(groups, parent))
}

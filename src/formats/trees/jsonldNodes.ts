import { pointerTo } from "../../model/faults.ts"
import { isEventType } from "./jsonldTypes.ts"
import { valuesOf, type Vocabulary } from "./jsonldTerms.ts"
import { isThing, listOf, wordOf, wordsOnce, type Thing } from "./values.ts"

/** A node that is an event, and what it lies in. */
export interface EventNode {
  readonly node: Thing
  readonly types: readonly string[]
  readonly pointer: string
  /** The event that it is a part of, where it lies in that. */
  readonly parent: Thing | null
  /** The place that lists it among its own events. */
  readonly host: Thing | null
}

/** All of a document that matters to its events. */
export interface Nodes {
  readonly events: readonly EventNode[]
  /** What a value stands for: the node of a reference that is told elsewhere in the document, else itself. */
  resolve(value: unknown): unknown
  /** Pointer to what lay too deep to be looked at; null where nothing did. */
  readonly tooDeep: string | null
}

/** As deep as graphs nest; what lies below is not looked at. */
const DEEPEST = 64

interface Step {
  readonly value: unknown
  readonly pointer: string
  readonly depth: number
  readonly parent: Thing | null
  readonly host: Thing | null
}

/**
 * The events in a document of JSON-LD, wherever they lie: alone, in lists, in a graph, within each other, within lists of
 * items, places and pages. Where nothing has the type of an event, what has a name and a start is one.
 */
export function nodesIn(document: unknown, vocabulary: Vocabulary): Nodes {
  const events: EventNode[] = []
  const maybe: EventNode[] = []
  let tooDeep: string | null = null
  const byId = new Map<string, Thing>()
  const steps: Step[] = [{ value: document, pointer: "", depth: 0, parent: null, host: null }]
  for (let step = steps.pop(); step; step = steps.pop()) {
    const { value, pointer, depth } = step
    if (depth > DEEPEST) {
      tooDeep ??= pointer
      continue
    }
    if (Array.isArray(value)) {
      const inner = value.map((one, i): Step => ({
        ...step!,
        value: one,
        pointer: `${pointer}/${i}`,
        depth: depth + 1,
      }))
      for (const one of inner.toReversed()) steps.push(one)
      continue
    }
    if (!isThing(value)) continue
    const node = vocabulary.plain(value)
    const id = wordOf(node["@id"])
    const types = valuesOf(node, "@type").map(vocabulary.term)
    if (id !== "" && isTold(node) && !byId.has(id)) byId.set(id, node)
    const isEvent = types.some(isEventType) && isTold(node)
    const found = { node, types, pointer, parent: step.parent, host: step.host }
    if (isEvent) events.push(found)
    else if (isDated(node, types)) maybe.push(found)
    const isPlace = !isEvent && types.some(type => /Place$|Venue$|Theater$|Museum$|Hall$|Stadium/.test(type))
    const children = Object.entries(value).filter(([, part]) => typeof part === "object" && part !== null)
    const inner = children.map(([key, part]): Step => {
      const term = vocabulary.term(key)
      return {
        value: part,
        pointer: pointerTo(pointer, key),
        depth: depth + 1,
        parent: isEvent && /^subEvents?$/.test(term) ? node : null,
        host: isPlace && /^events?$/.test(term) ? node : null,
      }
    })
    for (const one of inner.toReversed()) steps.push(one)
  }
  return {
    events: events.length > 0 ? events : maybe,
    tooDeep,
    resolve(value) {
      if (!isThing(value)) return typeof value === "string" ? (byId.get(value.trim()) ?? value) : value
      const node = vocabulary.plain(value)
      return isTold(node) ? node : (byId.get(wordOf(node["@id"])) ?? node)
    },
  }
}

/** Whether a node says more than which one it is. */
function isTold(node: Thing): boolean {
  return Object.keys(node).some(key => !/^@?(id|type|context)$/.test(key))
}

function isDated(node: Thing, types: readonly string[]): boolean {
  if (types.some(type => /Role$|Schedule$|Offer$|Specification$/.test(type))) return false
  const has = (key: string) => listOf(node[key]).length > 0
  return (has("name") || has("headline")) && (has("startDate") || has("startTime") || has("endDate"))
}

/** All contexts of a document: those at its top and of its items. */
export function contextsOf(document: unknown): readonly unknown[] {
  return listOf(document).flatMap(one => (isThing(one) ? listOf(one["@context"]) : []))
}

/** The looked-at part of a document when it is only to be told what it is. */
const LOOKED_AT = 5000

/** Whether a value is JSON-LD with events: something in it has the type of one, or a context of schema.org and a start. */
export function holdsEvents(document: unknown): boolean {
  const steps: { value: unknown; depth: number }[] = [{ value: document, depth: 0 }]
  const isSchema = contextsOf(document).some(context =>
    /schema\.org/.test(wordOf(context) || sketch(context)),
  )
  for (let looked = 0; looked < LOOKED_AT && steps.length > 0; looked++) {
    const { value, depth } = steps.shift()!
    if (isThing(value)) {
      const types = wordsOnce(
        [value["@type"], isSchema ? value["type"] : undefined].flatMap(listOf).map(wordOf),
      )
      if (types.some(type => isEventType(type.replace(/^.*[/#:]/, "")))) return true
      if (isSchema && ("startDate" in value || "schema:startDate" in value)) return true
    }
    if (depth < DEEPEST && typeof value === "object" && value !== null)
      for (const part of Object.values(value).slice(0, LOOKED_AT))
        steps.push({ value: part, depth: depth + 1 })
  }
  return false
}

/** What the entries of a context lead to, as one text. */
function sketch(context: unknown): string {
  if (!isThing(context)) return ""
  return Object.values(context)
    .map(value => wordOf(isThing(value) ? value["@id"] : value))
    .join(" ")
}

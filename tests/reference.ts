import type { Document, EventRecord } from "../src/model/document.ts"
import type { FacetChoice, Selection } from "../src/query/selection.ts"
import { fold } from "../src/table/fold.ts"
import { FACETS, type FacetName } from "../src/table/table.ts"
import { readWhen } from "../src/time/edtf.ts"
import { QUALIFIER, UNDATED, type When } from "../src/time/when.ts"

/** The slow and obvious filter over plain events: what the columns must agree with. */
export function passing(document: Document, selection: Selection): string[] {
  return document.events
    .filter(event => failsOf(document, selection, event).length === 0)
    .map(event => event.id)
    .toSorted()
}

/** How many events choosing this value alone would give, all other filters staying. */
export function countOf(document: Document, selection: Selection, facet: FacetName, id: string): number {
  const together = facet === "actor" && selection.match === "all" && selection.facets.actor.include.length > 0
  const own: FacetChoice = together
    ? { ...selection.facets.actor, include: [...selection.facets.actor.include, id] }
    : { include: [id], exclude: [] }
  return passing(document, { ...selection, facets: { ...selection.facets, [facet]: own } }).length
}

function failsOf(document: Document, selection: Selection, event: EventRecord): string[] {
  const failed: string[] = []
  for (const facet of FACETS) {
    const choice = selection.facets[facet]
    const values = rolledUp(document, facet, idsOf(event, facet))
    const has = (id: string) => values.has(id)
    const together = facet === "actor" && selection.match === "all"
    const wanted =
      choice.include.length === 0 || (together ? choice.include.every(has) : choice.include.some(has))
    if (!wanted || choice.exclude.some(has)) failed.push(facet)
  }
  if (!searched(document, selection.q, event)) failed.push("q")
  if (!inTime(selection, event)) failed.push("time")
  if (selection.known !== null) {
    const known = readWhen(selection.known)
    const reported = event.reported === null ? null : readWhen(event.reported)
    if (!known || !reported || !(reported.beginMin < known.endMax)) failed.push("known")
  }
  return failed
}

function idsOf(event: EventRecord, facet: FacetName): string[] {
  switch (facet) {
    case "actor":
      return event.actors.map(one => one.id)
    case "place":
      return event.places.map(one => one.id)
    case "type":
      return event.type ? [event.type] : []
    case "status":
      return [event.status]
    case "tag":
      return [...event.tags]
    case "source":
      return event.sources.map(one => one.id)
  }
}

function rolledUp(document: Document, facet: FacetName, ids: string[]): Set<string> {
  const found = new Set(ids)
  for (const id of found) {
    if (facet === "actor") for (const parent of document.actors.get(id)?.partOf ?? []) found.add(parent)
    if (facet === "place") {
      const parent = document.places.get(id)?.within
      if (parent) found.add(parent)
    }
  }
  if (found.size === 0) found.add("?")
  return found
}

function searched(document: Document, q: string, event: EventRecord): boolean {
  const haystacks = [
    ...Object.values(event.title),
    ...Object.values(event.summary ?? {}),
    ...event.actors.flatMap(({ id }) => [id, ...Object.values(document.actors.get(id)?.name ?? {})]),
    ...event.places.flatMap(({ id }) => [id, ...Object.values(document.places.get(id)?.name ?? {})]),
  ].map(fold)
  return fold(q)
    .split(" ")
    .filter(Boolean)
    .every(word => haystacks.some(text => text.includes(word)))
}

function whenOf(event: EventRecord): When {
  return (event.when && readWhen(event.when, event.asOf ?? undefined)) || UNDATED
}

function inTime({ from, to, range }: Selection, event: EventRecord): boolean {
  if (from === null && to === null) return true
  const first = from === null ? null : readWhen(from)
  const last = to === null ? null : readWhen(to)
  if ((from !== null && !first) || (to !== null && !last)) return false
  const low = first ? first.beginMin : -Infinity
  const high = last ? last.endMax : Infinity
  const when = whenOf(event)
  if (when.qualifiers & QUALIFIER.undated) return false
  if (range === "could") return when.beginMin < high && when.endMax > low
  const stretch = when.qualifiers & (QUALIFIER.interval | QUALIFIER.allOf)
  if (!stretch) return when.beginMin >= low && when.endMax <= high
  return when.beginMax <= high && when.endMin >= low && when.beginMin < high
}

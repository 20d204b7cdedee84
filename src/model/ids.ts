import type { EventRecord, Text } from "./document.ts"

/**
 * An id of ten letters and digits that follows from what an event says: its date, title, actors and places.
 * The order of events, actors, places and languages does not matter, so that a link survives a file that was sorted.
 */
export function contentId(event: Pick<EventRecord, "when" | "title" | "actors" | "places">): string {
  return hashText(
    JSON.stringify([event.when, sortedText(event.title), names(event.actors), names(event.places)]),
  )
}

function names(list: readonly { readonly id: string }[]): string[] {
  return list.map(entry => entry.id).toSorted()
}

/** The same for a period. */
export function periodId(when: string, title: Text): string {
  return hashText(JSON.stringify([when, sortedText(title)]))
}

function sortedText(text: Text): unknown {
  return Object.entries(text).toSorted(([a], [b]) => (a < b ? -1 : 1))
}

/** Fifty bits of two multiplicative sums (FNV-1a and a like one): among a million texts a clash is most unlikely. */
function hashText(text: string): string {
  let [a, b] = [0x811c9dc5, 0x9747b28c]
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul(b ^ (code + i), 0x85ebca6b)
  }
  const mixed = (a >>> 0) * 0x100000 + ((b ^ (b >>> 13)) & 0xfffff)
  return mixed.toString(36).padStart(10, "0").slice(-10)
}

/** An id that is not taken yet: the wished one, or with -2, -3, … after it. `counters` makes many repeats cheap. */
export function freeId(
  wished: string,
  taken: { has(id: string): boolean },
  counters: Map<string, number>,
): string {
  if (!taken.has(wished)) return wished
  let count = counters.get(wished) ?? 2
  while (taken.has(`${wished}-${count}`)) count += 1
  counters.set(wished, count + 1)
  return `${wished}-${count}`
}

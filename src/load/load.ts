import type { EventRecord, ReadDocument } from "../model/document.ts"
import { readSource, type Outcome } from "./read.ts"
import type { LoadOptions, LoadSource } from "./source.ts"

export type Loaded = ReadDocument & Outcome

/** The document of an address, a file or a text, and all that was wrong with it; see readSource. */
export async function load(source: LoadSource, options: LoadOptions = {}): Promise<Loaded> {
  const ids = new Set<string>()
  const events: EventRecord[] = []
  let document: Omit<ReadDocument["document"], "events"> | null = null
  const outcome = await readSource(source, options, head => {
    document = head
    return {
      has: id => ids.has(id),
      add(event, at) {
        ids.add(event.id)
        events[at] = event
      },
    }
  })
  // What was left out is a hole in the list.
  return { document: { ...document!, events: events.filter(() => true) }, ...outcome }
}

/** What is told of actors, places, types or tags along the way, to be declared in the document. */
export interface Things {
  /** Adds names by language ("" for none said) and other fields to what is known under an id; the first said counts. */
  note(id: string, names: ReadonlyMap<string, string>, more?: Readonly<Record<string, unknown>>): void
  /** As a document's `actors`, `places` and so on; undefined for none. What says no more than its id, and has nothing within it, is not in it. */
  declared(): Record<string, unknown> | undefined
}

export function things(): Things {
  const known = new Map<string, { names: Map<string, string>; more: Record<string, unknown> }>()
  return {
    note(id, names, more = {}) {
      let thing = known.get(id)
      if (!thing) known.set(id, (thing = { names: new Map(), more: {} }))
      for (const [lang, name] of names) if (!thing.names.has(lang)) thing.names.set(lang, name)
      for (const [key, value] of Object.entries(more)) thing.more[key] ??= value
    },
    declared() {
      const around = new Set([...known.values()].map(({ more }) => more["within"]))
      const entries = [...known].flatMap(([id, { names, more }]) => {
        const name = nameOf(id, names)
        return name === id && Object.keys(more).length === 0 && !around.has(id)
          ? []
          : [[id, { name, ...more }] as const]
      })
      return entries.length > 0 ? Object.fromEntries(entries) : undefined
    },
  }
}

function nameOf(id: string, names: ReadonlyMap<string, string>): string | Record<string, string> {
  // A name that is only the id, in no language, gives way to any other.
  const said = [...names].filter(([lang, name]) => lang !== "" || name !== id)
  if (said.length === 0) return id
  if (said.length === 1 && said[0]![0] === "") return said[0]![1]
  return Object.fromEntries(said.map(([lang, name]) => [lang || "und", name]))
}

/** Calls `cut` for each step up (index into `parentsOf`) that would close a circle. A parent that is not known is no step. */
export function cutCycles(
  ids: Iterable<string>,
  parentsOf: (id: string) => readonly string[],
  cut: (id: string, parent: string, at: number) => void,
): void {
  const state = new Map<string, "open" | "done">()
  for (const root of ids) {
    if (state.has(root)) continue
    // A stack of our own: a chain as long as the file must not exhaust the engine's.
    const path = [{ id: root, next: 0 }]
    state.set(root, "open")
    while (path.length > 0) {
      const top = path.at(-1)!
      const at = top.next++
      const parent = parentsOf(top.id)[at]
      if (parent === undefined) {
        state.set(top.id, "done")
        path.pop()
      } else if (state.get(parent) === "open") cut(top.id, parent, at)
      else if (!state.has(parent)) {
        state.set(parent, "open")
        path.push({ id: parent, next: 0 })
      }
    }
  }
}

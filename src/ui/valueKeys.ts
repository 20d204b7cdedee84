const CONTROLS = ".branch:is(button), input, .value-actions button"

/**
 * Has arrow keys go among the values of a facet within an element: up and down from value to value, Home and End to the
 * first and the last, sideways to what else can be done with a value. So "only" and "not" need no Tab stop of their own on
 * every line. Gives what ends it.
 */
export function attachValueKeys(element: HTMLElement): () => void {
  element.addEventListener("keydown", valueKeys)
  return () => element.removeEventListener("keydown", valueKeys)
}

function valueKeys(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
  const line = (event.target as Element).closest(".values > li")
  if (!line) return
  const controls = [...line.querySelectorAll<HTMLElement>(CONTROLS)]
  const at = controls.indexOf(event.target as HTMLElement)
  const forward = getComputedStyle(line).direction === "rtl" ? "ArrowLeft" : "ArrowRight"
  const lines = [...line.parentElement!.children]
  const here = lines.indexOf(line)
  const sameIn = (other: Element | undefined) => {
    // Not every value has a branch: what is the same is counted from the end.
    const all = other ? [...other.querySelectorAll<HTMLElement>(CONTROLS)] : []
    return all[all.length - (controls.length - at)] ?? all[0]
  }
  const to: Record<string, () => HTMLElement | undefined> = {
    ArrowUp: () => sameIn(lines[here - 1]),
    ArrowDown: () => sameIn(lines[here + 1]),
    Home: () => sameIn(lines[0]),
    End: () => sameIn(lines.at(-1)),
    ArrowLeft: () => controls[at + (forward === "ArrowLeft" ? 1 : -1)],
    ArrowRight: () => controls[at + (forward === "ArrowRight" ? 1 : -1)],
  }
  const next = to[event.key]?.()
  if (!next) return
  event.preventDefault()
  next.focus()
}

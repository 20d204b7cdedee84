import type { KeyboardEvent, PointerEvent as PressEvent } from "react"
import { domainOf } from "../figure/domain.ts"
import { clampDomain, type Domain } from "../layout/scale.ts"
import type { Store } from "../state/store.ts"
import type { Table } from "../table/table.ts"
import { glide, hold, move } from "./camera.ts"

/** What of the brush is taken hold of; a new one is drawn from where the press began. */
export type Grip = "begin" | "end" | "view" | "new"

/** Part of the whole that a key moves a handle by. */
const STEP = 0.01
const LARGE_STEP = 0.1

/** The overview that is moved in. */
export interface Held {
  readonly store: Store
  readonly table: Table
  /** All that it shows. */
  readonly whole: Domain
  /** Whether time runs to the left. */
  readonly reversed: boolean
  readonly box: HTMLElement
}

/** Follows a pointer from its press on; a press that does not move brings the view to where it was. */
export function drag(event: PressEvent, kind: Grip, { store, table, whole, reversed, box }: Held): void {
  if (event.button !== 0) return
  event.preventDefault()
  event.stopPropagation()
  hold(store)
  const element = event.currentTarget as HTMLElement
  element.setPointerCapture(event.pointerId)
  const instantAt = (clientX: number) => {
    const { left, width } = box.getBoundingClientRect()
    const along = reversed ? width - (clientX - left) : clientX - left
    return whole[0] + (along / width) * (whole[1] - whole[0])
  }
  const grabbed = instantAt(event.clientX)
  const start = domainOf(store.get().domain, table)
  let moved = false
  const follow = ({ clientX }: PointerEvent) => {
    if (Math.abs(clientX - event.clientX) > 3) moved = true
    if (moved) move(store, clampDomain(dragged(kind, start, grabbed, instantAt(clientX)), table.extent))
  }
  const end = ({ clientX }: PointerEvent) => {
    element.removeEventListener("pointermove", follow)
    element.removeEventListener("pointerup", end)
    element.removeEventListener("pointercancel", end)
    if (moved || kind !== "new") return
    const at = instantAt(clientX)
    const half = (start[1] - start[0]) / 2
    glide(store, table, clampDomain([at - half, at + half], table.extent))
  }
  element.addEventListener("pointermove", follow)
  element.addEventListener("pointerup", end)
  element.addEventListener("pointercancel", end)
}

/** Moves an edge of the view by a key. */
export function slide(event: KeyboardEvent, edge: "begin" | "end", { store, table, whole, reversed }: Held) {
  const [from, to] = domainOf(store.get().domain, table)
  const span = whole[1] - whole[0]
  const later = reversed ? "ArrowLeft" : "ArrowRight"
  const earlier = reversed ? "ArrowRight" : "ArrowLeft"
  const steps: Record<string, number> = {
    [later]: STEP,
    [earlier]: -STEP,
    ArrowUp: STEP,
    ArrowDown: -STEP,
    PageUp: LARGE_STEP,
    PageDown: -LARGE_STEP,
  }
  const now = edge === "begin" ? from : to
  let next = now
  if (event.key === "Home") next = edge === "begin" ? whole[0] : from + span * STEP
  else if (event.key === "End") next = edge === "begin" ? to - span * STEP : whole[1]
  else if (steps[event.key] !== undefined) next = now + steps[event.key]! * span
  else return
  event.preventDefault()
  const gap = span * STEP * 0.5
  const target: Domain =
    edge === "begin" ? [Math.min(next, to - gap), to] : [from, Math.max(next, from + gap)]
  move(store, clampDomain(target, table.extent))
}

/** The stretch that a drag asks for. */
function dragged(kind: Grip, start: Domain, grabbed: number, at: number): Domain {
  const least = 60_000
  switch (kind) {
    case "begin":
      return [Math.min(start[0] + at - grabbed, start[1] - least), start[1]]
    case "end":
      return [start[0], Math.max(start[1] + at - grabbed, start[0] + least)]
    case "view":
      return [start[0] + at - grabbed, start[1] + at - grabbed]
    case "new":
      return [Math.min(grabbed, at), Math.max(grabbed, at, Math.min(grabbed, at) + least)]
  }
}

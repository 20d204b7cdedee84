import { domainOf } from "../figure/domain.ts"
import type { Domain } from "../layout/scale.ts"
import type { Store } from "../state/store.ts"
import type { Table } from "../table/table.ts"
import type { When } from "../time/when.ts"

const DURATION = 200

const running = new WeakMap<Store, number>()

/** Stops a movement under way, as when the reader takes hold. */
export function hold(store: Store): void {
  const frame = running.get(store)
  if (frame !== undefined) cancelAnimationFrame(frame)
  running.delete(store)
}

/** Moves the view at once; the address follows when the movement comes to rest. */
export function move(store: Store, domain: Domain | null): void {
  hold(store)
  store.set({ domain }, { entry: "replace" })
}

/** Moves the view in 200 ms so that the eye can follow, or at once where the reader wants no motion. */
export function glide(store: Store, table: Table, target: Domain | null): void {
  hold(store)
  const from = domainOf(store.get().domain, table)
  const to = domainOf(target, table)
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
    store.set({ domain: target }, { entry: "replace" })
    return
  }
  const start = performance.now()
  const step = (now: number) => {
    const part = Math.min(1, (now - start) / DURATION)
    if (part >= 1) {
      running.delete(store)
      store.set({ domain: target }, { entry: "replace" })
      return
    }
    const eased = 1 - (1 - part) ** 3
    store.set({ domain: between(from, to, eased) }, { entry: "replace" })
    running.set(store, requestAnimationFrame(step))
  }
  running.set(store, requestAnimationFrame(step))
}

/** Between two stretches the span goes by ratio, so that a zoom over ten powers is as even as one over two. */
function between(a: Domain, b: Domain, part: number): Domain {
  const spanA = a[1] - a[0]
  const spanB = b[1] - b[0]
  const span = spanA * (spanB / spanA) ** part
  const weight = spanA === spanB ? part : (span - spanA) / (spanB - spanA)
  const middle = (a[0] + a[1]) / 2 + ((b[0] + b[1]) / 2 - (a[0] + a[1]) / 2) * weight
  return [middle - span / 2, middle + span / 2]
}

/** Moves the view to a date or an event: as close as before, but wide enough to hold it. */
export function centreOn(store: Store, table: Table, when: When | null): void {
  if (!when) return
  const bounds = [when.beginMin, when.beginMax, when.endMin, when.endMax].filter(Number.isFinite)
  if (bounds.length === 0) return
  const from = Math.min(...bounds)
  const to = Math.max(...bounds)
  const [start, end] = domainOf(store.get().domain, table)
  const span = Math.max(end - start, (to - from) * 1.5)
  const middle = (from + to) / 2
  glide(store, table, [middle - span / 2, middle + span / 2])
}

import { domainOf } from "../figure/domain.ts"
import type { Frame } from "../layout/frame.ts"
import { movedTo, showsLittle, standsFor, UNMOVED, type Moved } from "../layout/moved.ts"
import type { Store } from "../state/store.ts"
import type { Table } from "../table/table.ts"
import type { Laid } from "./laid.ts"

/** Milliseconds of an exact frame up to which each frame of a movement is one. */
const QUICK = 30
/** A hand that is still for so long, in ms, sees the exact scene. */
const STILL = 80
/** In a movement without a rest the exact scene comes after so many ms, or so many times what it takes. */
const LONGEST = 300
const SHARE = 8
/** Time in which what was moved comes to be seen, in ms. */
const FRAME = 20
/** Where the picture no longer stands for what is seen the exact one comes sooner: so many times what it takes. */
const URGENT = 2

export interface Carrier {
  /** How the scene on the page lies to what it shows. */
  moved(): Moved
  /** Moves what stands in the drawing to where the state wants it; after each new scene. */
  place(): void
  end(): void
}

interface Carried {
  readonly store: Store
  readonly table: Table
  readonly laid: Laid
  readonly frame: () => Frame
  /** What holds the parts of the drawing that move; null once it is gone. */
  readonly drawing: () => HTMLElement | null
}

/**
 * Keeps a drawing under the hand where an exact frame takes longer than a hand in motion can wait: what is drawn is moved
 * and stretched at once, and the exact scene follows when the hand is still, or some frames later where what is seen no
 * longer stands for it: exact frames one after the other would be all that a fast hand sees. Only where next to nothing of
 * what is drawn is in view it is drawn exactly at once. Where frames are quick, each is exact.
 */
export function createCarrier({ store, table, laid, frame, drawing }: Carried): Carrier {
  /** What the last exact frames took; the lesser of two, since a single one may have waited for something else. */
  let took: readonly number[] = []
  let started = 0
  let ended = 0
  let since: number | null = null
  let timer = 0
  /** Whether the exact scene is on its way, however the hand moves on. */
  let isDue = false
  let isMoved = false
  let wasStretched = false
  const channel = new MessageChannel()
  channel.port1.addEventListener("message", () => {
    ended = performance.now()
    took = [...took.slice(-1), ended - started]
  })
  channel.port1.start()
  const expected = () => (took.length < 2 ? 0 : Math.min(...took))
  const moved = () =>
    movedTo(domainOf(store.get().domain, table), domainOf(laid.domain, table), frame().length)

  const rest = () => {
    clearTimeout(timer)
    isDue = false
    since = null
  }
  /** From here to a message that comes once the page has drawn what follows. */
  const measure = () => {
    rest()
    started = performance.now()
    channel.port2.postMessage(null)
  }
  const follow = () => {
    measure()
    laid.follow?.()
  }
  const place = (to = moved()) => {
    const { scale, shift } = to
    const isExact = scale === 1 && shift === 0
    const holder = drawing()
    if (!holder || (isExact && !isMoved)) return
    isMoved = !isExact
    const { vertical, rtl, length } = frame()
    const isReversed = rtl && !vertical
    const by = isReversed ? length * (1 - scale) - shift : shift
    const axis = vertical ? "Y" : "X"
    holder.toggleAttribute("data-moved", !isExact)
    for (const layer of holder.querySelectorAll<HTMLElement>("canvas, .labels, [role=application]")) {
      const stretch = layer.tagName === "CANVAS" ? ` scale${axis}(${scale})` : ""
      layer.style.transform = isExact ? "" : `translate${axis}(${by}px)${stretch}`
    }
    // Texts keep their form, each where its mark is; those of the axis by themselves, for their ground stays. `transform`
    // is the scene's.
    const isStretched = Math.abs(scale - 1) * length > 0.01
    for (const held of holder.querySelectorAll<HTMLElement>(
      isStretched || wasStretched ? "[data-held]" : ".tick, .period, .focus-mark",
    )) {
      const at = Number(held.dataset.held)
      const isLabel = held.classList.contains("label")
      // All but labels stand at the edge where they began before the view, as long as they do.
      const isAtEdge = at < 0 && !isLabel
      const along = scale * at + shift
      const apart = isAtEdge ? Math.max(0, along) : along - at
      const offset = (isReversed ? -apart : apart) - (held.classList.contains("tick") ? 0 : by)
      held.style.translate =
        isExact || (isLabel && !isStretched) ? "" : vertical ? `0 ${offset}px` : `${offset}px`
    }
    wasStretched = isStretched
  }
  laid.carry = () => {
    if (store.get().domain === laid.domain) {
      // Back where it is laid out: nothing follows.
      rest()
      place()
      return true
    }
    const cost = expected()
    const to = moved()
    if (cost <= QUICK || showsLittle(to, frame().length)) {
      measure()
      return false
    }
    place(to)
    if (isDue) return true
    clearTimeout(timer)
    const now = performance.now()
    since ??= now
    isDue = now - since > Math.max(LONGEST, SHARE * cost) || !standsFor(to, frame().length)
    timer = window.setTimeout(follow, isDue ? Math.max(FRAME, ended + URGENT * cost - now) : STILL)
    return true
  }
  return {
    moved,
    place: () => place(),
    end() {
      rest()
      channel.port1.close()
      laid.carry = undefined
      place(UNMOVED)
      laid.follow?.()
    },
  }
}

import { zoomDomain, type Domain } from "../layout/scale.ts"

/** What the hands want of the view. Lengths are CSS pixels along the axis of time, growing with time. */
export interface GestureTarget {
  /** The stretch in view now. */
  domain(): Domain
  /** Pixels that the stretch takes. */
  length(): number
  /** Position along the axis of time of a point in the page. */
  along(clientX: number, clientY: number): number
  /** Position across it, for scrolling lanes while dragging. */
  move(domain: Domain): void
  /** Scrolls the lanes by so many pixels. */
  scroll(pixels: number): void
  /** A press without movement. */
  tap(clientX: number, clientY: number, touch: boolean): void
  /** The reader took hold, so that a movement under way stops. */
  grab(): void
  /** Whether the wheel belongs to the drawing now (it was clicked, or fills the page). */
  ownsWheel(): boolean
  /** Called when a wheel was left to the page, to say how to zoom. */
  refusedWheel(): void
  /** Whether a single finger moves time; else it is left to the page and two are needed. */
  oneFinger(): boolean
}

/** A press that moves less than this many pixels is a click. */
const SLOP = 5
/** Wheel steps come in pixels, lines or pages. */
const WHEEL_UNIT = [1, 16, 400] as const
/** Zoom per pixel of wheel. */
const WHEEL_RATE = 0.002
/** Part of its speed that a flung view keeps after a millisecond. */
const FRICTION = 0.995

/**
 * Drag, fling, pinch, wheel and double click on an element; gives back the function that lets go of it. Every movement
 * starts from the stretch at the press, so that nothing adds up to drift and an instant stays under its finger.
 */
export function attachGestures(element: HTMLElement, target: GestureTarget): () => void {
  const pointers = new Map<number, { x: number; y: number }>()
  let start: {
    domain: Domain
    alongs: number[]
    x: number
    y: number
    moved: boolean
    touch: boolean
  } | null = null
  let speed = 0
  let last = { time: 0, along: 0, y: 0 }
  let fling = 0

  const alongs = () => [...pointers.values()].map(point => target.along(point.x, point.y))
  const restart = (event: PointerEvent, moved: boolean) => {
    start = {
      domain: target.domain(),
      alongs: alongs(),
      x: event.clientX,
      y: event.clientY,
      moved,
      touch: event.pointerType === "touch",
    }
    last = { time: event.timeStamp, along: target.along(event.clientX, event.clientY), y: event.clientY }
    speed = 0
  }
  const down = (event: PointerEvent) => {
    if (event.button !== 0 || (event.target as Element).closest("button, input, select, a")) return
    cancelAnimationFrame(fling)
    target.grab()
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY })
    restart(event, pointers.size > 1)
  }
  const moveTo = (event: PointerEvent) => {
    if (!start || !pointers.has(event.pointerId)) return
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY })
    if (!start.moved) {
      if (Math.hypot(event.clientX - start.x, event.clientY - start.y) < SLOP) return
      start.moved = true
      element.setPointerCapture(event.pointerId)
      element.dataset.dragging = ""
    }
    if (start.touch && pointers.size === 1 && !target.oneFinger()) return
    const now = alongs()
    target.move(pinched(start.domain, target.length(), start.alongs, now))
    if (pointers.size === 1) {
      const along = now[0]!
      const elapsed = Math.max(1, event.timeStamp - last.time)
      speed = 0.6 * ((along - last.along) / elapsed) + 0.4 * speed
      target.scroll(last.y - event.clientY)
      last = { time: event.timeStamp, along, y: event.clientY }
    }
  }
  const up = (event: PointerEvent) => {
    if (!pointers.delete(event.pointerId) || !start) return
    const { moved, touch } = start
    if (!moved && event.type === "pointerup") target.tap(event.clientX, event.clientY, touch)
    if (pointers.size > 0) return restart(event, true)
    delete element.dataset.dragging
    if (moved && event.type === "pointerup" && event.timeStamp - last.time < 50) throwOn(speed)
    start = null
  }
  const throwOn = (initial: number) => {
    let current = initial
    let before = performance.now()
    if (Math.abs(current) < 0.2 || matchMedia("(prefers-reduced-motion: reduce)").matches) return
    const step = (now: number) => {
      const elapsed = now - before
      before = now
      current *= FRICTION ** elapsed
      const [from, to] = target.domain()
      const shift = (-current * elapsed * (to - from)) / target.length()
      target.move([from + shift, to + shift])
      if (Math.abs(current) > 0.02) fling = requestAnimationFrame(step)
    }
    fling = requestAnimationFrame(step)
  }
  const wheel = (event: WheelEvent) => {
    const unit = WHEEL_UNIT[event.deltaMode] ?? 1
    const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY)
    const zooms = event.ctrlKey || event.metaKey || (target.ownsWheel() && !sideways && !event.shiftKey)
    if (!zooms && !sideways && !event.shiftKey) {
      target.refusedWheel()
      return
    }
    event.preventDefault()
    cancelAnimationFrame(fling)
    target.grab()
    const [from, to] = target.domain()
    const length = target.length()
    if (zooms) {
      const at = from + (target.along(event.clientX, event.clientY) / length) * (to - from)
      const rate = event.ctrlKey && Math.abs(event.deltaY) < 50 ? WHEEL_RATE * 4 : WHEEL_RATE
      target.move(zoomDomain([from, to], Math.exp(event.deltaY * unit * rate), at))
      return
    }
    const box = element.getBoundingClientRect()
    const pixels = (sideways ? event.deltaX : event.deltaY) * unit
    const origin = target.along(box.left, box.top)
    const turned = sideways ? target.along(box.left + pixels, box.top) - origin : pixels
    const shift = (turned * (to - from)) / length
    target.move([from + shift, to + shift])
  }
  const twice = (event: MouseEvent) => {
    if ((event.target as Element).closest("button, input, select, a")) return
    const [from, to] = target.domain()
    const at = from + (target.along(event.clientX, event.clientY) / target.length()) * (to - from)
    target.grab()
    target.move(zoomDomain([from, to], event.shiftKey ? 2 : 0.5, at))
  }
  element.addEventListener("pointerdown", down)
  element.addEventListener("pointermove", moveTo)
  element.addEventListener("pointerup", up)
  element.addEventListener("pointercancel", up)
  element.addEventListener("wheel", wheel, { passive: false })
  element.addEventListener("dblclick", twice)
  return () => {
    cancelAnimationFrame(fling)
    element.removeEventListener("pointerdown", down)
    element.removeEventListener("pointermove", moveTo)
    element.removeEventListener("pointerup", up)
    element.removeEventListener("pointercancel", up)
    element.removeEventListener("wheel", wheel)
    element.removeEventListener("dblclick", twice)
  }
}

function middle(list: readonly number[]): number {
  return list.reduce((sum, x) => sum + x, 0) / list.length
}

function spread(list: readonly number[]): number {
  return list.length > 1 ? Math.abs(list[0]! - list[1]!) : 0
}

/** The stretch for which what lay under the fingers at the start lies under them now: one finger moves, two zoom. */
export function pinched(
  domain: Domain,
  length: number,
  before: readonly number[],
  now: readonly number[],
): Domain {
  const [from, to] = domain
  const rate = (to - from) / length
  const held = from + middle(before) * rate
  const scale = spread(before) > 8 && spread(now) > 8 ? spread(before) / spread(now) : 1
  const span = (to - from) * scale
  const start = held - (middle(now) / length) * span
  return [start, start + span]
}

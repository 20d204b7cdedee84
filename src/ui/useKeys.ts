import { useRef, type KeyboardEvent, type RefObject } from "react"
import { directionOf, type Frame } from "../layout/frame.ts"
import type { Lane } from "../layout/lanes.ts"
import { navigate, type Focus, type Move } from "../layout/navigate.ts"
import { clampDomain, zoomDomain } from "../layout/scale.ts"
import { domainOf, fitRows } from "../figure/domain.ts"
import { glide } from "./camera.ts"
import { laneField } from "../figure/laneField.ts"
import { useAnswer, useReader } from "./reader.ts"
import { rootOf } from "./root.ts"
import type { Bins } from "./useBins.ts"

interface KeysOptions {
  readonly frame: Frame
  readonly lanes: readonly Lane[]
  readonly focus: Focus | null
  readonly bins: Bins
  readonly setFocus: (focus: Focus | null) => void
  readonly onOpen: (row: number, byKey?: boolean) => void
  readonly onClose: () => void
  readonly onKeys: () => void
  readonly region: RefObject<HTMLElement | null>
}

const DIRECTIONS: Record<ReturnType<typeof directionOf>, Move> = {
  earlier: "previous",
  later: "next",
  laneBefore: "lanePrevious",
  laneAfter: "laneNext",
}

/** Keys of the drawing, while the focus is in it: arrows follow the eye, letters do what analysts' tools taught. */
export function useKeys(options: KeysOptions): (event: KeyboardEvent) => void {
  const { frame, lanes, focus, bins, setFocus, onOpen, onClose, onKeys, region } = options
  const { store, table } = useReader()
  const field = laneField(table, store.get().lanes)
  const answer = useAnswer()
  const centred = useRef(-1)

  const go = (to: Move) => {
    // From a bin the way leads into it, to its first event.
    if (focus && bins.focused && to === "next") return setFocus({ row: focus.row, lane: focus.lane })
    const next = navigate(
      { table, selected: answer, field: frame.vertical ? "none" : field, lanes },
      focus,
      to,
    )
    if (!next) return
    setFocus(next)
    bringIntoView(next.row)
  }
  /** From bin to bin; where the lane shows marks, from event to event. */
  const goByBin = (direction: ReturnType<typeof directionOf>) => {
    const row = bins.step(direction)
    if (row >= 0) bringBeginIntoView(row)
    else go(DIRECTIONS[direction])
  }
  /** As bringIntoView, but a bin that is in view stays where it is. */
  const bringBeginIntoView = (row: number) => {
    const [from, to] = domainOf(store.get().domain, table)
    const at = table.when.beginMin[row]!
    if (bins.focused === null || at >= to || (at < from && table.when.endMax[row]! < from)) bringIntoView(row)
  }
  /** Moves the view only as far as it takes for the event to be in it. */
  const bringIntoView = (row: number) => {
    const bounds = fitRows(table, [row])
    if (!bounds) return
    const [from, to] = domainOf(store.get().domain, table)
    const span = to - from
    const middle = (bounds[0] + bounds[1]) / 2
    if (middle > from + span * 0.02 && middle < to - span * 0.02) return
    const start = middle < from ? middle - span * 0.15 : middle - span * 0.85
    glide(store, table, [start, start + span])
  }
  const zoom = (factor: number) => {
    const [from, to] = domainOf(store.get().domain, table)
    const around = focus ? middleOf(fitRows(table, [focus.row])) : undefined
    const inside = around !== undefined && around > from && around < to ? around : undefined
    glide(store, table, clampDomain(zoomDomain([from, to], factor, inside), table.extent))
  }
  const shift = (part: number) => {
    const [from, to] = domainOf(store.get().domain, table)
    glide(store, table, clampDomain([from + (to - from) * part, to + (to - from) * part], table.extent))
  }
  /** Centres on the event; the second time in a row shows all that is filtered. */
  const centre = () => {
    const row = focus?.row ?? -1
    const around = row >= 0 && centred.current !== row ? middleOf(fitRows(table, [row])) : undefined
    centred.current = row
    if (around === undefined) {
      centred.current = -1
      const fitted = fitRows(table, answer.rows)
      if (fitted) glide(store, table, fitted)
      return
    }
    const [from, to] = domainOf(store.get().domain, table)
    glide(store, table, [around - (to - from) / 2, around + (to - from) / 2])
  }

  const commands: Record<string, () => void> = {
    Home: () => go("first"),
    End: () => go("last"),
    PageUp: () => shift(-0.8),
    PageDown: () => shift(0.8),
    "+": () => zoom(0.5),
    "=": () => zoom(0.5),
    "-": () => zoom(2),
    "−": () => zoom(2),
    _: () => zoom(2),
    "0": () => glide(store, table, null),
    Escape: () => {
      if (focus) {
        setFocus(null)
        region.current?.focus()
      }
      onClose()
    },
    ".": () => go("inLaneNext"),
    ",": () => go("inLanePrevious"),
    "?": onKeys,
    "/": () => {
      if (region.current)
        rootOf(region.current).querySelector<HTMLInputElement>('[data-shortcut="search"]')?.focus()
    },
  }
  /** Letters by their place on the keyboard, so that they work in an Arabic layout too. */
  const places: Record<string, () => void> = {
    KeyW: () => zoom(0.5),
    KeyS: () => zoom(2),
    KeyA: () => shift(-0.25),
    KeyD: () => shift(0.25),
    KeyF: centre,
    KeyL: () => {
      if (bins.focused) bins.list(bins.focused)
    },
  }
  return event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const inControl = (event.target as Element).closest(
      "input, select, textarea, .gutter, .tray, .out-of-view",
    )
    if (inControl && event.key !== "Escape") return
    if (event.key === "Enter" && focus && event.target === region.current) {
      event.preventDefault()
      if (bins.focused) bins.enter(bins.focused)
      else onOpen(focus.row, true)
      return
    }
    if (event.key === "Enter" && !focus) {
      event.preventDefault()
      go("first")
      return
    }
    const command = event.key.startsWith("Arrow")
      ? () => {
          const direction = directionOf(frame, event.key as Parameters<typeof directionOf>[1])
          if (event.shiftKey) goByBin(direction)
          else go(DIRECTIONS[direction])
        }
      : (commands[event.key] ?? places[event.code])
    if (!command) return
    event.preventDefault()
    command()
  }
}

function middleOf(domain: readonly [number, number] | null): number | undefined {
  return domain ? (domain[0] + domain[1]) / 2 : undefined
}

import { laneField } from "../figure/laneField.ts"
import { binNear, binsOf, canPart, rowsOfBin, type Bin } from "../layout/binRows.ts"
import type { Lane } from "../layout/lanes.ts"
import { passingIn, type Focus } from "../layout/navigate.ts"
import { rowBefore, rowFrom } from "../layout/rowBits.ts"
import type { Scene } from "../layout/scene.ts"
import { sayStretch } from "../words/dates-instant.ts"
import { glide } from "./camera.ts"
import { useAnswer, useReader } from "./reader.ts"
import { useStore } from "./useStore.ts"

/** Widths of a bin that are shown on either side of it when one comes closer. */
const AROUND = 4

interface BinsOptions {
  readonly scene: Scene
  readonly lanes: readonly Lane[]
  readonly upright: boolean
  readonly focus: Focus | null
  readonly setFocus: (focus: Focus | null) => void
  readonly onList: (rows: Uint32Array, title: string) => void
}

/** What can be done with the bins of lanes that are too dense for marks. */
export interface Bins {
  /** The bin that the keyboard is on; null where it is on an event or nowhere. */
  readonly focused: Bin | null
  /** Its lane and its stretch of time in words. */
  title(bin: Bin): string
  /** The passing rows that it holds. */
  rows(bin: Bin): readonly number[]
  /** Comes closer, or lists what no coming closer can tell apart. */
  enter(bin: Bin): void
  list(bin: Bin): void
  /** Moves the focus from bin to bin; gives the row that it went to, -1 where there is no bin to go to. */
  step(direction: "earlier" | "later" | "laneBefore" | "laneAfter"): number
}

export function useBins({ scene, lanes, upright, focus, setFocus, onList }: BinsOptions): Bins {
  const { store, table, locale } = useReader()
  const selected = useAnswer()
  const chosen = useStore(store, state => state.lanes)
  const field = upright ? "none" : laneField(table, chosen)
  const passing = (lane: number) => passingIn({ table, selected, field, lanes }, lane)
  const rows = (bin: Bin) => rowsOfBin(table, passing(bin.lane), scene, bin)
  const begin = (row: number) => table.when.beginMin[row]!
  const focused = focus?.inBin ? binNear(scene, focus.lane, begin(focus.row)) : null
  const title = ({ lane, domain: [from, to] }: Bin) =>
    [scene.lanes[lane]!.name, sayStretch(from, to, locale)].filter(Boolean).join(" · ")
  const list = (bin: Bin) => onList(Uint32Array.from(rows(bin)), title(bin))
  const land = (bin: Bin | null) => {
    if (!bin) return -1
    const row = rows(bin)[0]!
    setFocus({ row, lane: bin.lane, inBin: true })
    return row
  }
  return {
    focused,
    title,
    rows,
    list,
    enter(bin) {
      const own = rows(bin)
      if (!canPart(table, own, bin)) return list(bin)
      const [from, to] = bin.domain
      const first = own.find(row => begin(row) >= from)!
      setFocus({ row: first, lane: bin.lane, inBin: true })
      glide(store, table, [from - (to - from) * AROUND, to + (to - from) * AROUND])
    },
    step(direction) {
      if (direction === "laneBefore" || direction === "laneAfter") {
        const at = focus ? begin(focus.row) : scene.domain[0]
        const by = direction === "laneAfter" ? 1 : -1
        let lane = (focus?.lane ?? -1) + by
        while (lane >= 0 && lane < lanes.length && binsOf(scene, lane).length === 0) lane += by
        return lane < 0 ? -1 : land(binNear(scene, lane, at))
      }
      if (!focus) return land(scene.bins.map(({ lane }) => binsOf(scene, lane)[0]).find(Boolean) ?? null)
      // From an event to the bin that holds it, from there to the next.
      if (!focused) return land(binNear(scene, focus.lane, begin(focus.row)))
      const bins = binsOf(scene, focus.lane)
      const at = bins.findIndex(({ columns }) => columns[0] === focused.columns[0])
      const next = bins[at + (direction === "later" ? 1 : -1)]
      if (next) return land(next)
      // Beyond the view is the next event of the lane, if it has any there.
      const own = rows(focused)
      const lane = passing(focus.lane)
      const beyond = direction === "later" ? rowFrom(lane, own.at(-1)! + 1) : rowBefore(lane, own[0]!)
      if (beyond < 0 || beyond >= table.dated) return focus.row
      setFocus({ row: beyond, lane: focus.lane, inBin: true })
      return beyond
    },
  }
}

import { labelBox, overlap, type Box, type Label, type Mark, type Tie } from "./scene.ts"

/** Pixels between a mark and its label. */
export const LABEL_GAP = 6
/** Pixels between the end of a label and whatever follows. */
export const LABEL_AFTER = 14
/** A label shorter than this says nothing. */
const LEAST = 44
/** A label that a tie would cross is shortened to it only if so much of the text remains. */
const ENOUGH = 0.6

/** Height of a line of labels. */
export function lineOf(labelSize: number): number {
  return Math.round(labelSize * 1.3)
}

/** Which side of its mark a label wants, given the width of its text and at most `cap` of it. */
export function sideOf(
  mark: Pick<Mark, "from" | "to">,
  width: number,
  cap: number,
  along: number,
): Label["side"] {
  const wanted = Math.min(width, cap)
  const from = Math.max(0, mark.from)
  const to = Math.min(along, mark.to)
  if (to - from >= wanted + LABEL_GAP) return "above"
  if (mark.to + LABEL_GAP + wanted <= along) return "after"
  if (mark.from - LABEL_GAP - wanted >= 0) return "before"
  return along - to >= from ? "after" : "before"
}

/** What a mark and so much of its label take up along, for packing. */
export function reach(
  mark: Pick<Mark, "from" | "to">,
  side: Label["side"],
  wanted: number,
): { readonly from: number; readonly to: number } {
  if (side === "above" || wanted === 0) return mark
  const room = LABEL_GAP + wanted + LABEL_AFTER
  return side === "after" ? { from: mark.from, to: mark.to + room } : { from: mark.from - room, to: mark.to }
}

/** A mark whose label is to be placed. */
export interface Labelled {
  readonly mark: Mark
  /** Width of the whole text. */
  readonly width: number
  readonly side: Label["side"]
  /** Middle of the line of text for `above`; the mark's own otherwise. */
  readonly across: number
}

/**
 * Labels for those that have room, in the order given: whole if they can be, else shortened, on the side they want, else
 * on the other; none covers a mark or another label, nor, unless too little would remain, a tie of another row.
 */
export function placeLabels(
  wanted: readonly Labelled[],
  marks: readonly Mark[],
  ties: readonly Tie[],
  along: number,
  thickness: number,
): Label[] {
  const shelves = createShelves(thickness)
  for (const mark of marks) {
    const half = mark.thickness / 2
    const box = {
      along0: mark.from,
      along1: mark.to,
      across0: mark.across - half,
      across1: mark.across + half,
    }
    shelves.add(box)
  }
  const around = { shelves, uprights: createUprights(ties), ties }
  const labels: Label[] = []
  for (const one of wanted) {
    const sides: Label["side"][] =
      one.side === "above" ? ["above"] : one.side === "after" ? ["after", "before"] : ["before", "after"]
    for (const side of sides) {
      const label = fit(one, side, around, along, thickness)
      if (!label) continue
      labels.push(label)
      shelves.add(labelBox({ text: "along" }, label))
      break
    }
  }
  return labels
}

/** What labels must leave room for. */
interface Around {
  readonly shelves: Shelves
  readonly uprights: Uprights
  readonly ties: readonly Tie[]
}

function fit(
  { mark, width, across }: Labelled,
  side: Label["side"],
  { shelves, uprights, ties }: Around,
  along: number,
  thickness: number,
): Label | null {
  const half = thickness / 2
  const start =
    side === "above"
      ? besideOwnTie(ties, mark.row, Math.max(0, mark.from), across)
      : side === "after"
        ? Math.max(0, mark.to) + LABEL_GAP
        : Math.min(along, mark.from) - LABEL_GAP
  const edge = side === "before" ? start : along - start
  const band = { across0: across - half, across1: across + half }
  const free = Math.min(edge, shelves.room(start, side === "before", band))
  const untied = Math.min(free, uprights.room(mark.row, start, side === "before", across, free))
  const wanted = Math.min(width, free)
  const room = untied >= Math.min(wanted, Math.max(LEAST, width * ENOUGH)) ? untied : free
  if (room < Math.min(width, LEAST)) return null
  const { row, lane, passes } = mark
  const length = Math.min(width, room)
  return { row, lane, along: start, across, maxLength: room, length, thickness, side, passes, leader: null }
}

/** Where a line over its own bar may start: past the tie of its row, if that goes up through it. */
function besideOwnTie(ties: readonly Tie[], row: number, start: number, across: number): number {
  const tie = ties.find(one => one.row === row && one.points[0][1] < across)
  return tie && tie.points[0][0] >= start ? tie.points[0][0] + LABEL_GAP : start
}

interface Uprights {
  /** Pixels free from `start` onwards (or backwards) at a height before the next tie of another row; looks `far` at most. */
  room(row: number, start: number, backwards: boolean, across: number, far: number): number
}

/** Ties by where they stand, so that a question looks only at the nearest. */
function createUprights(ties: readonly Tie[]): Uprights {
  const inOrder = ties.toSorted((a, b) => a.points[0][0] - b.points[0][0])
  const alongs = Float64Array.from(inOrder, tie => tie.points[0][0])
  return {
    room(row, start, backwards, across, far) {
      let low = 0
      let high = alongs.length
      while (low < high) {
        const middle = (low + high) >>> 1
        if (backwards ? alongs[middle] <= start : alongs[middle] < start) low = middle + 1
        else high = middle
      }
      const step = backwards ? -1 : 1
      for (let i = backwards ? low - 1 : low; i >= 0 && i < alongs.length; i += step) {
        const distance = Math.abs(alongs[i] - start)
        if (distance - LABEL_GAP > far) break
        const { points, row: own } = inOrder[i]
        if (own === row || across < points[0][1] || across > points.at(-1)![1]) continue
        return Math.max(0, distance - LABEL_GAP)
      }
      return Infinity
    },
  }
}

interface Band {
  readonly across0: number
  readonly across1: number
}

interface Shelves {
  add(box: Box): void
  /** Pixels free from `start` onwards (or backwards) in a band, with some to spare before what comes next. */
  room(start: number, backwards: boolean, band: Band): number
}

/** Boxes by the height they lie at, so that a question looks only at those beside it. */
function createShelves(height: number): Shelves {
  const shelves = new Map<number, Box[]>()
  const shelfOf = (across: number) => Math.floor(across / height)
  return {
    add(box) {
      const last = shelfOf(box.across1)
      for (let shelf = shelfOf(box.across0); shelf <= last; shelf++) {
        const boxes = shelves.get(shelf)
        if (boxes) boxes.push(box)
        else shelves.set(shelf, [box])
      }
    },
    room(start, backwards, band) {
      let room = Infinity
      const point = { along0: start - 0.5, along1: start + 0.5, ...band }
      const last = shelfOf(band.across1)
      for (let shelf = shelfOf(band.across0); shelf <= last; shelf++) {
        for (const box of shelves.get(shelf) ?? []) {
          if (box.across0 >= band.across1 || box.across1 <= band.across0) continue
          if (overlap(box, point)) return 0
          const distance = backwards ? start - box.along1 : box.along0 - start
          if (distance >= 0 && distance < room) room = distance
        }
      }
      return room === Infinity ? room : Math.max(0, room - LABEL_GAP)
    },
  }
}

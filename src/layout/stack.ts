import { DISC, type Form } from "./forms.ts"
import { reach, sideOf } from "./labels.ts"
import type { Label } from "./scene.ts"
import { packTracks } from "./tracks.ts"

/** Least pixels between two marks of one track. */
const GAP = 3
/** Pixels from track to track where labels would have no room. */
export const TIGHT = DISC + 3
/** Tracks beyond which a lane turns to density. */
export const MOST_TRACKS = 14
/** Pixels above and below the tracks of a lane. */
const PADDING = 7
/** Least height of a lane, so that its name and count have room beside it. */
const LEAST_HEIGHT = 40
/** Height of a lane that shows density. */
export const DENSE_HEIGHT = 56

/** A row that is to stand in a lane. */
export interface Piece {
  readonly row: number
  readonly form: Form
  readonly passes: boolean
  /** Width of its title; 0 where it is to have no label. */
  readonly width: number
}

/** Where the pieces of one lane stand, from its upper edge. */
export interface Stack {
  readonly height: number
  /** Middle of each piece. */
  readonly across: readonly number[]
  /** Side of each label, and the middle of its line. */
  readonly sides: readonly Label["side"][]
  readonly captions: readonly number[]
}

export interface StackOptions {
  /** Pixels of each label that are kept free; with 0 labels get what room is left. */
  readonly cap: number
  readonly along: number
  /** Height of a line of labels. */
  readonly line: number
  readonly most: number
  /** Tracks as close as marks allow, for a lane that would be too tall otherwise. */
  readonly isTight?: boolean
}

/**
 * Pieces of one lane on tracks, with room for their labels; null where they would take more than `most`.
 */
export function stackLane(
  pieces: readonly Piece[],
  { cap, along, line, most, isTight = false }: StackOptions,
): Stack | null {
  const sides = pieces.map(({ form, width }) => sideOf(form, width, cap, along))
  const stretches = pieces.map(({ form, width }, i) =>
    reach(form, sides[i], cap === 0 ? 0 : Math.min(width, cap)),
  )
  const packed = packTracks(
    stretches.map(one => one.from),
    stretches.map(one => one.to),
    GAP,
    most,
  )
  if (!packed) return null
  const { tracks, count } = packed
  if (isTight) return tight(pieces, tracks, count)
  const captioned = new Set<number>()
  pieces.forEach(({ width }, i) => {
    if (sides[i] === "above" && width > 0) captioned.add(tracks[i])
  })
  const open = line + 4
  const middles: number[] = []
  const lines: number[] = []
  let top = PADDING
  for (let track = 0; track < count; track++) {
    const isCaptioned = captioned.has(track)
    const height = isCaptioned ? line + DISC + 6 : open
    middles.push(isCaptioned ? top + height - DISC / 2 - 4 : top + height / 2)
    lines.push(isCaptioned ? top + line / 2 : top + height / 2)
    top += height
  }
  return shelve(
    top + PADDING,
    Array.from(tracks, track => middles[track]),
    {
      sides,
      captions: Array.from(tracks, (track, i) => (sides[i] === "above" ? lines[track] : middles[track])),
    },
  )
}

function tight(pieces: readonly Piece[], tracks: Uint32Array, count: number): Stack {
  const across = Array.from(tracks, track => PADDING + track * TIGHT + DISC / 2)
  const sides = pieces.map((): Label["side"] => "after")
  return shelve(PADDING * 2 + count * TIGHT, across, { sides, captions: across })
}

/** A stack no lower than a lane may be, its tracks in the middle. */
function shelve(
  height: number,
  across: readonly number[],
  { sides, captions }: Pick<Stack, "sides" | "captions">,
): Stack {
  const spare = Math.max(0, Math.floor((LEAST_HEIGHT - height) / 2))
  return {
    height: Math.max(LEAST_HEIGHT, height),
    across: across.map(one => one + spare),
    sides,
    captions: captions.map(one => one + spare),
  }
}

import type { Label, Mark } from "./scene.ts"
import { LABEL_GAP, LABEL_MOST } from "./timeline.ts"

/** A label shorter than this says nothing; the mark stays alone. */
const LEAST = 48

/**
 * Labels for the marks of one lane: inside a bar that is wide enough, else after the mark, else before it, never over a
 * mark or another label of the same track; where there is no room the mark stays without. The first lane in which an
 * event has a label counts; its labels in later lanes are `repeated`.
 */
export function placeLabels(
  marks: readonly Mark[],
  length: number,
  width: (row: number) => number,
  labelled: Set<number>,
): Label[] {
  const tracks = new Map<number, Mark[]>()
  for (const mark of marks) {
    const track = tracks.get(mark.across)
    if (track) track.push(mark)
    else tracks.set(mark.across, [mark])
  }
  const labels: Label[] = []
  for (const track of tracks.values()) {
    track.sort((a, b) => a.from - b.from)
    let taken = -Infinity
    track.forEach((mark, i) => {
      const before = Math.max(taken, i > 0 ? track[i - 1]!.to : -Infinity)
      const next = i + 1 < track.length ? track[i + 1]!.from : Infinity
      const label = placeLabel(
        mark,
        before + LABEL_GAP,
        next - LABEL_GAP,
        length,
        width(mark.row),
        labelled.has(mark.row),
      )
      if (!label) return
      labels.push(label)
      labelled.add(mark.row)
      if (label.side === "after") taken = label.along + label.maxLength
    })
  }
  return labels
}

function placeLabel(
  mark: Mark,
  free: number,
  limit: number,
  length: number,
  wanted: number,
  repeated: boolean,
): Label | null {
  const whole = Math.min(LABEL_MOST, Math.ceil(wanted) + 2)
  const made = (side: Label["side"], along: number, room: number): Label | null => {
    const maxLength = Math.min(whole, room)
    if (maxLength < Math.min(whole, LEAST) || (repeated && maxLength < whole)) return null
    return { row: mark.row, lane: mark.lane, along, across: mark.across, maxLength, side, repeated }
  }
  const visibleFrom = Math.max(mark.coreFrom, 0)
  const visibleTo = Math.min(mark.coreTo, length)
  if (mark.shape === "bar" && visibleTo - visibleFrom > whole + 16 && mark.form === "filled")
    return made("inside", visibleFrom + 8, visibleTo - visibleFrom - 16)
  const after = mark.to + LABEL_GAP
  const roomAfter = Math.min(limit, length) - after
  const beforeEnd = mark.from - LABEL_GAP
  const roomBefore = beforeEnd - Math.max(free, 0)
  if (mark.to > 0 && (roomAfter >= whole || roomAfter >= roomBefore)) {
    const label = made("after", after, roomAfter)
    if (label) return label
  }
  return mark.from < length && mark.from > 0 ? made("before", beforeEnd, roomBefore) : null
}

/** A stretch along time that wants a track of its own lane. */
export interface Piece {
  readonly from: number
  readonly to: number
}

/**
 * Gives each piece the first track in which it overlaps nothing; pieces in order of `from`. Returns the track of each
 * and their number, or null as soon as more than `most` would be needed. O(n · tracks).
 */
export function packTracks(
  pieces: readonly Piece[],
  gap: number,
  most: number,
): { readonly tracks: Int32Array; readonly count: number } | null {
  const ends: number[] = []
  const tracks = new Int32Array(pieces.length)
  for (let i = 0; i < pieces.length; i++) {
    const { from, to } = pieces[i]!
    let track = 0
    while (track < ends.length && ends[track]! + gap > from) track++
    if (track === most) return null
    ends[track] = to
    tracks[i] = track
  }
  return { tracks, count: ends.length }
}

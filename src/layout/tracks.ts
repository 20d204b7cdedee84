/**
 * The track of each stretch [from, to], so that no two on one track come closer than `gap`; or null where more than
 * `most` tracks would be needed. Each takes the lowest track that is free, in order of its beginning, which needs the
 * fewest tracks there can be. O(n log n + n·most).
 */
export function packTracks(
  from: ArrayLike<number>,
  to: ArrayLike<number>,
  gap: number,
  most = Infinity,
): { readonly tracks: Uint32Array; readonly count: number } | null {
  const order = Uint32Array.from({ length: from.length }, (_, i) => i)
  order.sort((a, b) => from[a] - from[b] || to[b] - to[a] || a - b)
  const tracks = new Uint32Array(from.length)
  const ends: number[] = []
  for (const i of order) {
    let track = 0
    while (track < ends.length && ends[track] + gap > from[i]) track++
    if (track >= most) return null
    ends[track] = to[i]
    tracks[i] = track
  }
  return { tracks, count: ends.length }
}

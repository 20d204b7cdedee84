/** Hosts take no less (WordPress clamps at it), and no view is of use below. */
const LEAST = 200
/** A height that comes back within this many ms of our own word is the host's answer to it and not the reader's doing. */
const ECHO = 250

/**
 * The height to tell a host after each measurement, or null where there is nothing new to tell: whole CSS pixels, never
 * under 200. Where the host's answer brings the former height back in a frame of the same width (a scroll bar came and
 * went), the greater one stays, so that frame and host never chase each other.
 */
export function createHeights(): (measured: number, frameWidth: number, now: number) => number | null {
  let former = 0
  let told = { height: 0, frameWidth: 0, at: -Infinity }
  return (measured, frameWidth, now) => {
    const height = Math.max(LEAST, Math.ceil(measured))
    if (!Number.isFinite(height) || height === told.height) return null
    const echo = height === former && frameWidth === told.frameWidth && now - told.at < ECHO
    if (echo && height < told.height) {
      told.at = now
      return null
    }
    former = told.height
    told = { height, frameWidth, at: now }
    return height
  }
}

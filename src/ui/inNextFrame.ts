/** Time in ms after which no frame is waited for: a frame of a page out of sight has none. */
const PATIENCE = 60

/** Does something when the next frame is made, apart from what is done now; what it gives takes that back. */
export function inNextFrame(work: () => void): () => void {
  const once = () => {
    stop()
    work()
  }
  const frame = requestAnimationFrame(once)
  const late = setTimeout(once, PATIENCE)
  const stop = () => {
    cancelAnimationFrame(frame)
    clearTimeout(late)
  }
  return stop
}

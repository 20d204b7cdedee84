export interface Loop {
  /** Asks for one more frame; any number of calls before it comes are one. */
  request(): void
  /** Ends the loop; a frame that was asked for does not come. */
  stop(): void
}

/**
 * One loop for everything that moves: `step` is called with the time of the frame whenever one was asked for, and again
 * as long as it answers true. Sleeps otherwise.
 */
export function createLoop(
  step: (now: number) => boolean,
  schedule: (callback: (now: number) => void) => number,
  cancel: (handle: number) => void,
): Loop {
  let handle: number | null = null
  let isStopped = false
  const frame = (now: number) => {
    handle = null
    if (step(now)) request()
  }
  const request = () => {
    if (handle === null && !isStopped) handle = schedule(frame)
  }
  return {
    request,
    stop() {
      isStopped = true
      if (handle !== null) cancel(handle)
      handle = null
    },
  }
}

/** Ms of work after which the page has its turn. */
const SLICE = 10
/** Steps between two looks at the clock. */
const TOGETHER = 16

/**
 * Does work that goes step by step in slices, between which the page answers. `tell` is given what the last step of each
 * slice yields. Rejects with the signal's reason once that asks to stop, and with what the work throws.
 */
export async function inSlices<Told, T>(
  work: Iterator<Told, T>,
  signal: AbortSignal,
  tell: (told: Told) => void,
): Promise<T> {
  for (;;) {
    signal.throwIfAborted()
    const until = performance.now() + SLICE
    for (;;) {
      let step = work.next()
      for (let i = 1; i < TOGETHER && !step.done; i++) step = work.next()
      if (step.done) return step.value
      if (performance.now() < until) continue
      tell(step.value)
      break
    }
    await turn()
  }
}

/** Lets the page do what is waiting. A message, since timers of a page in the background come once a second. */
function turn(): Promise<void> {
  const { port1, port2 } = new MessageChannel()
  return new Promise(done => {
    port1.addEventListener("message", () => {
      port1.close()
      done()
    })
    port1.start()
    port2.postMessage(null)
  })
}

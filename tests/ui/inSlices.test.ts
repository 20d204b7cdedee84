import { expect, test } from "vitest"
import { inSlices } from "../../src/ui/inSlices.ts"

/** Work of so many steps, each of which takes a millisecond. */
function* work(steps: number) {
  for (let i = 0; i < steps; i++) {
    for (const until = performance.now() + 1; performance.now() < until;);
    yield i
  }
  return "done"
}

test("work is done to its end, and others have their turn meanwhile", async () => {
  let turns = 0
  const timer = setInterval(() => turns++)
  const told: number[] = []
  expect(await inSlices(work(200), new AbortController().signal, step => told.push(step))).toBe("done")
  clearInterval(timer)
  expect(turns).toBeGreaterThan(1)
  expect(told.length).toBeGreaterThan(1)
  expect(told).toEqual(told.toSorted((a, b) => a - b))
})

test("work that is stopped goes no further, and what it throws is passed on", async () => {
  const stopping = new AbortController()
  let last = -1
  const stopped = inSlices(work(10_000), stopping.signal, step => {
    last = step
    if (step > 50) stopping.abort(new Error("enough"))
  })
  await expect(stopped).rejects.toThrow("enough")
  expect(last).toBeLessThan(1000)
  const faulty = (function* () {
    yield 0
    throw new Error("broken")
  })()
  await expect(inSlices(faulty, new AbortController().signal, () => {})).rejects.toThrow("broken")
})

test("short work is done without a turn, and nothing is told of it", async () => {
  const told: number[] = []
  expect(await inSlices(work(3), new AbortController().signal, step => told.push(step))).toBe("done")
  expect(told).toEqual([])
})

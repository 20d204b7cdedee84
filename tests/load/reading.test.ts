import { expect, test } from "vitest"
import type { FromReader, ToReader } from "../../src/load/messages.ts"
import { startReading, type Reader } from "../../src/load/reading.ts"
import { loadTable } from "../../src/load/table.ts"

const TEXT = '{"id":"a","title":"One"}\n{"id":"b","title":"Two"}'
const SOURCE = { text: TEXT, name: "two.jsonl" }

/** A reader whose thread does what a test wants: it hears what the page says and may say something, or fail. */
function readerThat(act: (heard: ToReader, say: (message: FromReader) => void, fail: () => void) => void) {
  const events = new EventTarget()
  const state = { ended: false }
  const reader = {
    addEventListener: events.addEventListener.bind(events),
    terminate: () => (state.ended = true),
    postMessage: (heard: ToReader) =>
      act(
        heard,
        message => queueMicrotask(() => events.dispatchEvent(new MessageEvent("message", { data: message }))),
        () => queueMicrotask(() => events.dispatchEvent(new Event("error"))),
      ),
  }
  return { reader: reader as unknown as Reader, state }
}

const sound = () =>
  readerThat((heard, say) => {
    say({ type: "here" })
    if (heard.type === "read")
      void loadTable(heard.wanted.source, {}).then(({ parts, report }) =>
        say({ type: "done", parts, report }),
      )
  })
const dying = () =>
  readerThat((_, say, fail) => {
    say({ type: "here" })
    fail()
  })
const silent = () => readerThat(() => undefined)
const absent = () => readerThat((_, __, fail) => fail())

function read(readers: readonly ReturnType<typeof readerThat>[], patience?: number) {
  let made = 0
  let anew = 0
  const reading = startReading(SOURCE, {
    format: null,
    makeReader: () => readers[made++].reader,
    onProgress: () => undefined,
    onAnew: () => anew++,
    onTable: () => undefined,
    patience,
  })
  return reading.done.then(
    ({ table }) => [table.length, made, anew] as const,
    (failure: { code: string }) => [failure.code, made, anew] as const,
  )
}

test("a reader that dies is replaced, which is told, and the second reads the file", async () => {
  const first = dying()
  expect(await read([first, sound()])).toEqual([2, 2, 1])
  expect(first.state.ended).toBe(true)
})

test("a reader that hangs is ended and replaced", async () => {
  const first = silent()
  expect(await read([first, sound()], 20)).toEqual([2, 2, 1])
  expect(first.state.ended).toBe(true)
})

test("when the second dies too the reading fails and says so", async () => {
  expect(await read([dying(), dying()])).toEqual(["reader-died", 2, 1])
})

test("where no reader can start the file is read on the page's own thread", async () => {
  expect(await read([absent()])).toEqual([2, 1, 0])
  const none = startReading(SOURCE, {
    format: null,
    makeReader: () => {
      throw new TypeError("refused by a policy")
    },
    onProgress: () => undefined,
    onAnew: () => undefined,
    onTable: () => undefined,
  })
  expect((await none.done).table.length).toBe(2)
})

test("why a file could not be read comes through from the reader", async () => {
  const failing = readerThat((_, say) => {
    say({ type: "here" })
    say({
      type: "failed",
      code: "forbidden",
      facts: { address: "http://x/a.csv", status: 403, problems: [], limit: null, shape: null },
    })
  })
  expect(await read([failing])).toEqual(["forbidden", 1, 0])
})

import { writeAddress } from "../state/address.ts"
import type { Store } from "../state/store.ts"
import { wantedState } from "../state/wanted.ts"
import { createHeights } from "./height.ts"
import { readHostMessage, VERSION, type FrameMessage } from "./messages.ts"

/** Movement is told to the host when it has rested this long, in ms. */
const REST = 100

export interface FrameLink {
  /** To be called once the first complete picture stands. */
  ready(): void
  stop(): void
}

/**
 * Talks with the page that frames this one (interface.md §3): says when it is ready, how high it wants to be, what is
 * chosen and opened; takes a state. A host is known by its window, since a sandboxed frame's messages all come from the
 * origin "null". The height is that of a wrapper whose own does not depend on the frame's. Silent where nothing frames
 * the page.
 */
export function bindFrame(store: Store, page: Window, wrapper: HTMLElement): FrameLink {
  const host = page.parent
  if (host === page) return { ready() {}, stop() {} }
  // Any site may embed, so the host's origin is not known; nothing is said that the frame's address does not say.
  const say = (message: FrameMessage) => host.postMessage(message, "*")

  let isReady = false
  let told = { state: writeAddress(store.get()), event: store.get().event }
  let heights = createHeights()
  const sayHeight = () => {
    const measured = wrapper.getBoundingClientRect().height
    const height = heights(measured, page.innerWidth, performance.now())
    if (height !== null) say({ dateline: VERSION, type: "height", height })
  }
  const sayState = () => {
    const { event } = store.get()
    const state = writeAddress(store.get())
    if (event !== told.event) say({ dateline: VERSION, type: "select", event })
    if (state !== told.state) say({ dateline: VERSION, type: "state", state })
    told = { state, event }
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  const unwatch = store.watch((_, entry) => {
    clearTimeout(timer)
    if (entry === "push") sayState()
    else timer = setTimeout(sayState, REST)
  })
  const hear = (message: MessageEvent) => {
    if (message.source !== host) return
    const heard = readHostMessage(message.data)
    if (heard?.type === "set") store.set(state => wantedState(heard.state, state), { entry: "replace" })
    // Asked too early, the answer is the word that the frame gives when it is ready.
    if (heard?.type !== "ready" || !isReady) return
    say({ dateline: VERSION, type: "ready" })
    heights = createHeights()
    sayHeight()
  }
  const observer = new ResizeObserver(sayHeight)
  observer.observe(wrapper)
  page.addEventListener("message", hear)
  return {
    ready() {
      if (isReady) return
      isReady = true
      say({ dateline: VERSION, type: "ready" })
      sayHeight()
    },
    stop() {
      unwatch()
      clearTimeout(timer)
      observer.disconnect()
      page.removeEventListener("message", hear)
    },
  }
}

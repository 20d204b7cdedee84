import { readAddress, writeAddress } from "../state/address.ts"
import type { Store } from "../state/store.ts"

/** Version of the messages between a frame and its host (interface §3). */
const VERSION = 1
/** Hosts clamp below this; so do we, so that both agree. */
const LEAST_HEIGHT = 200
const LONGEST_STATE = 20_000

/** What the frame says. */
export type FrameMessage =
  | { readonly dateline: 1; readonly type: "ready" }
  | { readonly dateline: 1; readonly type: "height"; readonly height: number }
  | { readonly dateline: 1; readonly type: "state"; readonly state: string }
  | { readonly dateline: 1; readonly type: "select"; readonly event: string | null }

/** What a host may say: a state as a query string, or a question whether the frame is there. */
export type HostMessage =
  | { readonly dateline: 1; readonly type: "set"; readonly state: string }
  | { readonly dateline: 1; readonly type: "ready" }

/** A message of a host in our form, or null for anything else that windows say to each other. */
export function readHostMessage(data: unknown): HostMessage | null {
  if (typeof data !== "object" || data === null) return null
  const { dateline, type, state } = data as Record<string, unknown>
  if (dateline !== VERSION) return null
  if (type === "ready") return { dateline: VERSION, type }
  if (type !== "set" || typeof state !== "string" || state.length > LONGEST_STATE) return null
  return { dateline: VERSION, type, state }
}

/**
 * Talks with the page that frames this one: says when it is ready, how high it wants to be, what is chosen and opened;
 * takes a state. A host is known by its window, since a sandboxed frame's messages all come from origin "null". The
 * height is that of a wrapper whose height does not depend on the frame's own, so that it cannot chase itself.
 */
export function bindFrame(store: Store, page: Window, wrapper: HTMLElement): { ready(): void; stop(): void } {
  const host = page.parent
  if (host === page) return { ready() {}, stop() {} }
  const say = (message: FrameMessage) => host.postMessage(message, "*")
  let isReady = false
  let lastHeight = 0
  let lastState = writeAddress(store.get())
  let lastEvent = store.get().event

  const sayHeight = () => {
    const height = Math.max(LEAST_HEIGHT, Math.ceil(wrapper.getBoundingClientRect().height))
    if (Math.abs(height - lastHeight) <= 1) return
    lastHeight = height
    say({ dateline: VERSION, type: "height", height })
  }
  const sayState = () => {
    const { event } = store.get()
    if (event !== lastEvent) {
      lastEvent = event
      say({ dateline: VERSION, type: "select", event })
    }
    const state = writeAddress(store.get())
    if (state === lastState) return
    lastState = state
    say({ dateline: VERSION, type: "state", state })
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  const unwatch = store.watch(() => {
    clearTimeout(timer)
    timer = setTimeout(sayState, 100)
  })
  const hear = (message: MessageEvent) => {
    if (message.source !== host) return
    const heard = readHostMessage(message.data)
    if (!heard) return
    if (heard.type === "ready") {
      if (!isReady) return
      say({ dateline: VERSION, type: "ready" })
      lastHeight = 0
      sayHeight()
      return
    }
    const { embed, data } = store.get()
    const wanted = readAddress(heard.state)
    store.set({ ...wanted, embed, data: wanted.data ?? data }, { entry: "replace" })
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

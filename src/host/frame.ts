import { writeAddress } from "../state/address.ts"
import type { Store } from "../state/store.ts"
import { wantedState } from "../state/wanted.ts"
import type { Outcome } from "../ui/App.tsx"
import { asksHeight, readDialects, sayHeight, sayLink, sayReady, withoutPym } from "./dialects.ts"
import { createHeights } from "./height.ts"
import { readHostMessage, VERSION, type FrameMessage } from "./messages.ts"
import { tellChanges } from "./tellChanges.ts"

/** What a page holds has come to rest after this long without a change, in ms. */
const SETTLED = 200

export interface FrameLink {
  /** To be called once the first complete picture stands. */
  ready(): void
  /** To be called when a document is whole or could not be read, and with null when the next is on its way. */
  outcome(outcome: Outcome | null): void
  stop(): void
}

/**
 * Talks with the page that frames this one (interface.md §3): says when it is ready, how high it wants to be, what is
 * chosen and opened, what could not be read; takes a state. A host is known by its window, since a sandboxed frame's messages
 * all come from the origin "null". The height is that of a wrapper whose own does not depend on the frame's, and is told in
 * other listeners' forms too. Not to be called where nothing frames the page.
 */
export function bindFrame(store: Store, page: Window, wrapper: HTMLElement): FrameLink {
  const host = page.parent
  // Any site may embed, so the host's origin is not known; nothing is said that the frame's address does not say.
  const say = (message: FrameMessage) => host.postMessage(message, "*")
  const sayAll = (messages: readonly unknown[]) => messages.forEach(one => host.postMessage(one, "*"))

  const { unknown } = store.get()
  // WordPress names the frame by the fragment, and may do so late.
  const dialects = () => readDialects(unknown, page.location.hash)
  if (dialects().pymId !== null) store.set({ unknown: withoutPym(unknown) }, { entry: "replace" })

  let isReady = false
  let heights = createHeights()
  const tellHeight = () => {
    // What stands while a document is on its way has no height worth following.
    if (!isReady) return
    const measured = wrapper.getBoundingClientRect().height
    const height = heights(measured, page.innerWidth, performance.now())
    if (height === null) return
    say({ dateline: VERSION, type: "height", height })
    sayAll(sayHeight(height, dialects()))
  }
  const tellHeightAgain = () => {
    heights = createHeights()
    tellHeight()
  }
  const teller = tellChanges(store, writeAddress, {
    state: state => say({ dateline: VERSION, type: "state", state }),
    select: event => {
      say({ dateline: VERSION, type: "select", event })
      return true
    },
  })
  const ready = () => {
    if (isReady) return
    isReady = true
    say({ dateline: VERSION, type: "ready" })
    sayAll(sayReady())
    tellHeight()
  }
  const hear = (message: MessageEvent) => {
    if (message.source !== host) return
    if (asksHeight(message.data, dialects())) return tellHeightAgain()
    const heard = readHostMessage(message.data)
    if (heard?.type === "set") store.set(state => wantedState(heard.state, state), { entry: "replace" })
    // Asked too early, the answer is the word that the frame gives when it is ready.
    if (heard?.type !== "ready" || !isReady) return
    say({ dateline: VERSION, type: "ready" })
    tellHeightAgain()
  }
  const follow = (click: MouseEvent) => {
    const link = (click.target as Element).closest<HTMLAnchorElement>("a[href][target=_blank]")
    const messages = link ? sayLink(link.href, page.location.host, dialects()) : []
    // A window of its own would be refused there, with nothing to show for it.
    if (messages.length > 0) click.preventDefault()
    sayAll(messages)
  }
  const observer = new ResizeObserver(tellHeight)
  observer.observe(wrapper)
  // Browsers lay out no frame that is far from sight; its height is to be right when the reader comes.
  let settling: ReturnType<typeof setTimeout> | undefined
  const changes = new MutationObserver(() => {
    clearTimeout(settling)
    settling = setTimeout(tellHeight, SETTLED)
  })
  changes.observe(wrapper, { childList: true, subtree: true })
  page.addEventListener("message", hear)
  page.addEventListener("hashchange", tellHeightAgain)
  wrapper.addEventListener("click", follow)
  return {
    ready,
    outcome(outcome) {
      if (!outcome || (!outcome.failure && outcome.problems.length === 0)) return
      const code = outcome.failure?.code ?? null
      say({ dateline: VERSION, type: "problem", code, problems: outcome.problems.length })
      // What stands then is what went wrong.
      if (outcome.failure) ready()
    },
    stop() {
      teller.stop()
      observer.disconnect()
      changes.disconnect()
      clearTimeout(settling)
      page.removeEventListener("message", hear)
      page.removeEventListener("hashchange", tellHeightAgain)
      wrapper.removeEventListener("click", follow)
    },
  }
}

import type { Store } from "../state/store.ts"
import { bindFrame, type FrameLink } from "./frame.ts"
import { showMoreBelow } from "./moreBelow.ts"

/**
 * Fits the page into a frame: it scrolls by itself also where the host has taken the frame's scrolling away, as WordPress and
 * AMP do, shows that it goes on, and talks with the page around.
 */
export function fitIntoFrame(store: Store, page: Window, root: HTMLElement): FrameLink {
  const { documentElement, body } = page.document
  documentElement.dataset.framed = ""
  const hideMore = showMoreBelow(body, root)
  const link = bindFrame(store, page, root)
  return {
    ...link,
    stop() {
      link.stop()
      hideMore()
      delete documentElement.dataset.framed
    },
  }
}

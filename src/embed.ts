/**
 * For pages that embed: turns every `<a class="dateline-embed" href="…/?data=…">title</a>` into a frame that shows the
 * same view and keeps its own height right. Without this script the link stays a link. May be included any number of
 * times; a link whose address is not http(s) is left alone.
 */
import { readHeight } from "./host/messages.ts"

/** Height in CSS pixels until the frame has said its own. */
const FIRST_HEIGHT = 480

const frames = new Set<HTMLIFrameElement>()

function embedLinks(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a.dateline-embed[href]")) {
    if (!/^https?:$/.test(link.protocol)) continue
    const frame = frameFor(link)
    frames.add(frame)
    link.replaceWith(frame)
  }
}

function frameFor(link: HTMLAnchorElement): HTMLIFrameElement {
  const address = new URL(link.href)
  address.searchParams.set("embed", "1")
  const frame = document.createElement("iframe")
  frame.title = link.textContent.trim()
  frame.lang = link.lang
  frame.loading = "lazy"
  frame.referrerPolicy = "no-referrer"
  frame.allow = "clipboard-write; fullscreen"
  Object.assign(frame.style, { display: "block", width: "100%", height: `${FIRST_HEIGHT}px`, border: "0" })
  frame.src = address.href
  return frame
}

addEventListener("message", ({ source, data }) => {
  const height = readHeight(data)
  if (height === null) return
  for (const frame of frames) if (frame.contentWindow === source) frame.style.height = `${height}px`
})

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", embedLinks)
else embedLinks()

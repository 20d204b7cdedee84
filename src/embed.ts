/**
 * For pages that embed: turns every `<a class="dateline-embed" href="…/?data=…">title</a>` into a frame that shows the same
 * view, loads when it comes near the viewport and keeps its own height right; looks after `<iframe class="dateline-embed">`
 * too. `data-height` on either is a height in CSS pixels that stays. A picture in the link stands where the frame will be until that
 * has come. Without this script the link stays a link. May be
 * included any number of times, before or after what it is for; a link whose address is not http(s) is left alone.
 */
import { readHeight, VERSION } from "./host/messages.ts"

/** Height in CSS pixels until the frame has said its own. */
const FIRST_HEIGHT = 480
const NAME = "dateline-embed"
/** The page has one of these, however often it includes the script. */
const HERE = Symbol.for("dateline.embed")

const met = new WeakSet<HTMLIFrameElement>()

function look(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>(`a.${NAME}[href]`))
    if (/^https?:$/.test(link.protocol)) link.replaceWith(frameFor(link))
  for (const frame of document.querySelectorAll<HTMLIFrameElement>(`iframe.${NAME}`)) meet(frame)
}

function frameFor(link: HTMLAnchorElement): HTMLIFrameElement {
  const address = new URL(link.href)
  const { searchParams } = address
  searchParams.set("embed", "1")
  // The language of the article is that of its readers; the frame falls back where it does not speak it.
  const lang = link.closest<HTMLElement>("[lang]")?.lang
  if (lang && !searchParams.has("lang")) searchParams.set("lang", lang)
  const frame = document.createElement("iframe")
  frame.className = NAME
  if (link.id) frame.id = link.id
  const picture = link.querySelector("img")
  frame.title = link.title || link.textContent.trim() || (picture?.alt ?? "")
  frame.loading = "lazy"
  frame.referrerPolicy = "no-referrer"
  frame.allow = "clipboard-write; web-share; fullscreen"
  // Of its title.
  if (link.lang) frame.lang = link.lang
  const { height } = link.dataset
  if (height) frame.dataset.height = height
  Object.assign(frame.style, { display: "block", border: "0" })
  if (picture) {
    frame.style.background = `center / contain no-repeat url(${JSON.stringify(picture.src)})`
    frame.addEventListener("load", () => (frame.style.background = ""))
  }
  // A page that resets everything with force means its own things.
  frame.style.setProperty("width", "100%", "important")
  setHeight(frame, parseFloat(height ?? "") || FIRST_HEIGHT)
  frame.src = address.href
  return frame
}

/** A frame that the page made itself may have said its height to nobody. */
function meet(frame: HTMLIFrameElement): void {
  if (met.has(frame)) return
  met.add(frame)
  frame.contentWindow?.postMessage({ dateline: VERSION, type: "ready" }, "*")
}

function hear({ source, data }: MessageEvent): void {
  const height = readHeight(data)
  if (height === null) return
  for (const frame of document.querySelectorAll<HTMLIFrameElement>(`iframe.${NAME}:not([data-height])`))
    if (frame.contentWindow === source) setHeight(frame, height)
}

function setHeight(frame: HTMLIFrameElement, height: number): void {
  frame.style.setProperty("height", `${height}px`, "important")
}

const page = window as unknown as Record<symbol, boolean>
if (!page[HERE]) {
  page[HERE] = true
  addEventListener("message", hear)
  // Pages that are put together by scripts, or still on their way, get their links late.
  new MutationObserver(look).observe(document, { childList: true, subtree: true })
  look()
}

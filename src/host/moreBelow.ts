/** Less than this many pixels hidden below are not worth a sign. */
const SLIGHT = 4

/**
 * Keeps `data-more` on an element while what it holds goes on below the lower edge of the box that scrolls it, for a sign
 * there: a host that gives a fixed height, and a device that hides its scroll bars, would else seem to cut it off. Gives the
 * function that ends it.
 */
export function showMoreBelow(scroller: HTMLElement, content: HTMLElement): () => void {
  const look = () => {
    const hidden = scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop
    content.toggleAttribute("data-more", hidden > SLIGHT)
  }
  const observer = new ResizeObserver(look)
  observer.observe(scroller)
  observer.observe(content)
  scroller.addEventListener("scroll", look, { passive: true })
  return () => {
    observer.disconnect()
    scroller.removeEventListener("scroll", look)
    content.removeAttribute("data-more")
  }
}

import { readAddress, writeAddress } from "../state/address.ts"
import type { Store } from "../state/store.ts"

/** Movement reaches the address when it has rested this long: browsers refuse floods of replacements. */
const REST = 250

/**
 * Keeps a store and the page's address the same: decisions are pushed, so that Back takes them back one at a time;
 * movement replaces. Only the site does this; a viewer in someone's page never touches that page's address. Gives the
 * function that ends it.
 */
export function bindAddressBar(store: Store, page: Window): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let following = false
  const write = (how: "pushState" | "replaceState") => {
    clearTimeout(timer)
    timer = undefined
    const query = writeAddress(store.get())
    const address = `${page.location.pathname}${query ? `?${query}` : ""}${page.location.hash}`
    if (address === page.location.pathname + page.location.search + page.location.hash) return
    try {
      page.history[how](null, "", address)
    } catch {
      // An opaque origin or a flood guard may refuse; the view works without its address.
    }
  }
  const unwatch = store.watch((_, entry) => {
    if (following) return
    if (entry === "push") {
      write("pushState")
      return
    }
    clearTimeout(timer)
    timer = setTimeout(() => write("replaceState"), REST)
  })
  const back = () => {
    clearTimeout(timer)
    timer = undefined
    following = true
    store.set(readAddress(page.location.search), { entry: "replace" })
    following = false
  }
  const leave = () => {
    if (timer !== undefined) write("replaceState")
  }
  page.addEventListener("popstate", back)
  page.addEventListener("pagehide", leave)
  return () => {
    unwatch()
    clearTimeout(timer)
    page.removeEventListener("popstate", back)
    page.removeEventListener("pagehide", leave)
  }
}

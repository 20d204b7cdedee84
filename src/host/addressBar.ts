import { readAddress, writeAddress } from "../state/address.ts"
import type { Store } from "../state/store.ts"

/** Movement reaches the address when it has rested this long: browsers refuse floods of replacements. */
const REST = 250

/**
 * Keeps a store and the page's address the same: decisions are pushed, so that Back takes them back one at a time;
 * movement replaces. In a frame everything replaces, since there Back belongs to the page around. Only the site does
 * this; a viewer in someone's page never touches that page's address. `queryOf` says what the page's query
 * stands for. Gives the function that ends it.
 */
export function bindAddressBar(
  store: Store,
  page: Window,
  queryOf: (search: string) => string = search => search,
): () => void {
  const framed = page.parent !== page
  /** What the address is to become once movement rests; null where it is as it should be. */
  let due: string | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let following = false

  const write = (how: "pushState" | "replaceState", query: string) => {
    const { pathname, search, hash } = page.location
    const address = `${pathname}${query && `?${query}`}${hash}`
    if (address === pathname + search + hash) return
    try {
      page.history[how](null, "", address)
    } catch {
      // An opaque origin or a flood guard may refuse; the view works without its address.
    }
  }
  const settle = () => {
    clearTimeout(timer)
    if (due !== null) write("replaceState", due)
    due = null
  }
  const unwatch = store.watch((state, entry) => {
    if (following) return
    if (entry === "push" && !framed) {
      // Where the reader had moved to just before is what Back must lead to.
      settle()
      write("pushState", writeAddress(state))
      return
    }
    due = writeAddress(state)
    clearTimeout(timer)
    timer = setTimeout(settle, REST)
  })
  const follow = () => {
    clearTimeout(timer)
    due = null
    following = true
    try {
      store.set(readAddress(queryOf(page.location.search)), { entry: "replace" })
    } finally {
      following = false
    }
  }
  page.addEventListener("popstate", follow)
  page.addEventListener("pagehide", settle)
  return () => {
    unwatch()
    settle()
    page.removeEventListener("popstate", follow)
    page.removeEventListener("pagehide", settle)
  }
}

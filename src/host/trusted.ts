/** The part of Trusted Types that is used here; TypeScript's own library does not have it. */
export interface Policy {
  createScriptURL(address: string): unknown
}
declare global {
  interface Window {
    readonly trustedTypes?: {
      createPolicy(name: string, rules: { createScriptURL(address: string): string }): Policy
    }
  }
}

/** The policy may be made only once a page, and the starter and the program are two scripts: it is handed on here. */
const PLACE = Symbol.for("dateline.policy")

/**
 * The address of one of our own scripts in the form that `script.src` and `new Worker` take under Trusted Types: a file
 * ending in .js in the page's own folder or below, or a blob. Throws a TypeError for any other address.
 */
export function ownScript(address: string): string {
  const shared = window as Window & { [PLACE]?: Policy }
  if (!window.trustedTypes) return ownAddress(address)
  shared[PLACE] ??= window.trustedTypes.createPolicy("dateline", { createScriptURL: ownAddress })
  // Where Trusted Types are known the value is an object that only they can make; the types of the DOM say string.
  return shared[PLACE].createScriptURL(address) as string
}

function ownAddress(address: string): string {
  const folder = new URL(".", document.baseURI).href
  const { href, pathname, protocol } = new URL(address, folder)
  if (href.startsWith(folder) && pathname.endsWith(".js")) return href
  // A blob is of the page's own making: no other page's can be reached from here.
  if (protocol === "blob:") return href
  throw new TypeError(`Not one of Dateline's own scripts: ${address}`)
}

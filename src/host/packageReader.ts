import { address } from "built-in:reader"
import type { Reader } from "../load/reading.ts"
import type { Policy } from "./trusted.ts"

/**
 * A reader of files in a thread of its own, for a viewer in someone's page; null where there can be none, and files are
 * then read in slices. A script of another origin may not be a worker, but a blob of the page's own may take it in.
 */
export function makeReader(): Reader | null {
  if (address === null) return null
  const { href, origin } = new URL(address, import.meta.url)
  if (origin === location.origin) return new Worker(trusted(href, href), { type: "module" })
  const blob = new Blob([`import ${JSON.stringify(href)}`], { type: "text/javascript" })
  return new Worker(trusted(URL.createObjectURL(blob), href), { type: "module" })
}

let policy: Policy | undefined

/** Throws where the page asks for Trusted Types and does not let us make our policy: there is then no worker. */
function trusted(wanted: string, script: string): string {
  if (!window.trustedTypes) return wanted
  policy ??= window.trustedTypes.createPolicy("dateline", {
    createScriptURL(own) {
      // A blob is of the page's own making: no other page's can be reached from here.
      if (own === script || own.startsWith("blob:")) return own
      throw new TypeError(`Not Dateline's reader: ${own}`)
    },
  })
  return policy.createScriptURL(wanted) as string
}

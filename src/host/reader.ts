import { address } from "built-in:reader"
import type { Reader } from "../load/reading.ts"
import { ownScript } from "./trusted.ts"

/**
 * A reader of files in a thread of its own; null where there can be none. The split program has a script for it. The
 * program in one piece is its own: where it runs, in a frame without an origin or from disk, a worker may only start
 * from a blob, which then takes the program in as a classic script, for which no server has to allow anything.
 */
export function makeReader(): Reader | null {
  if (address !== null) return new Worker(ownScript(address), { type: "module" })
  const starter = document.querySelector<HTMLScriptElement>("script[data-single]")
  const single = starter?.dataset["single"]
  if (!single) return null
  const source = `(${adopt.toString()})(${JSON.stringify(new URL(single, document.baseURI).href)})`
  const blob = URL.createObjectURL(new Blob([source], { type: "text/javascript" }))
  return new Worker(ownScript(blob))
}

/** Runs in the blob, alone. A policy is the page's in a blob as well, so that the address must pass Trusted Types. */
function adopt(address: string): void {
  interface Scope {
    readonly trustedTypes?: {
      createPolicy(name: string, rules: object): { createScriptURL(address: string): string }
    }
    importScripts(address: string): void
  }
  const scope = self as unknown as Scope
  const policy = scope.trustedTypes?.createPolicy("dateline", { createScriptURL: (own: string) => own })
  scope.importScripts(policy ? policy.createScriptURL(address) : address)
}

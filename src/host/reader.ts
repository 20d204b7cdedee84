import { address } from "built-in:reader"
import type { Reader } from "../load/reading.ts"
import { takeEarlyReader } from "./earlyReader.ts"
import { ownScript } from "./trusted.ts"

/**
 * A reader of files in a thread of its own; null where there can be none. The split program has a script for it, which a
 * frame without an origin may only import from a blob. The program in one piece is its own reader: where it runs a worker
 * may only start from a blob too, which then takes the program in as a classic script, for which no server has to allow
 * anything.
 */
export function makeReader(): Reader | null {
  if (address !== null) {
    const early = takeEarlyReader()
    if (early) return early
    const script = self.origin === "null" ? blobOf(`import ${JSON.stringify(absolute(address))}`) : address
    return new Worker(ownScript(script), { type: "module" })
  }
  const starter = document.querySelector<HTMLScriptElement>("script[data-single]")
  const single = starter?.dataset["single"]
  if (!single) return null
  return new Worker(ownScript(blobOf(`(${adopt.toString()})(${JSON.stringify(absolute(single))})`)))
}

function absolute(address: string): string {
  return new URL(address, document.baseURI).href
}

function blobOf(script: string): string {
  return URL.createObjectURL(new Blob([script], { type: "text/javascript" }))
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

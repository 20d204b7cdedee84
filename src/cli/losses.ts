import { LOSSES } from "../words/losses.ts"
import type { Loss } from "../write/traits.ts"

/** What a file does not hold, a line each. */
export function sayLosses(losses: readonly Loss[], kind: string): string[] {
  return losses.map(({ trait, events }) => {
    const of = events === null ? "" : ` (${events.toLocaleString("en")} event${events === 1 ? "" : "s"})`
    return `Not in ${kind}: ${LOSSES["en"]![trait]}${of}`
  })
}

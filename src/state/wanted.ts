import { readAddress, writeAddress } from "./address.ts"
import type { State } from "./state.ts"

/** What a viewer was opened with: stays as it is where a host sets a state that does not name it. */
const OPENED_WITH = [
  "data",
  "format",
  "map",
  "lang",
  "theme",
  "dir",
  "tz",
  "embed",
] as const satisfies (keyof State)[]

/**
 * What changes when a host sets a state by its query string: all of the view but what the viewer was opened with and the
 * query does not name. Nothing where the state is the same already.
 */
export function wantedState(query: string, current: State): Partial<State> {
  const wanted = readAddress(query)
  const named = new URLSearchParams(query)
  // These keys have parameters of the same name.
  const kept = OPENED_WITH.filter(key => !named.has(key))
  const next: State = { ...wanted, ...Object.fromEntries(kept.map(key => [key, current[key]])) }
  return writeAddress(next) === writeAddress(current) ? {} : next
}

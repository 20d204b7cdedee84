import { packedIn } from "../load/packedIn.ts"
import { writeAddress } from "../state/address.ts"
import type { State } from "../state/state.ts"
import { isGiven, isLocal } from "./opened.ts"

/**
 * Address of the whole page `full` ("" is the page itself) showing what a state shows; null where there is no such page,
 * or where it could not have the data.
 */
export function viewAddress(full: string | null, state: State): string | null {
  if (full === null || isGiven(state.data) || isLocal(state.data)) return null
  const packed = packedIn(state.data, document.baseURI)
  // An address counted from the page around means nothing on another page.
  const data = packed !== null ? "#" : full === "" || state.data === null ? state.data : absolute(state.data)
  const query = writeAddress({ ...state, data, embed: false, hide: [] })
  return `${full.replace(/[?#].*$/, "")}?${query}${packed === null ? "" : `#d=${packed}`}`
}

function absolute(address: string): string {
  return URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI).href : address
}

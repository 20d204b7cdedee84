import type { Domain } from "../layout/scale.ts"
import type { Store } from "../state/store.ts"

/**
 * The stretch that is laid out. It is the state's, or where a frame takes too long for a hand in motion, one shortly before
 * it, whose picture the hands move until it follows.
 */
export interface Laid {
  get(): Domain | null
  /** For the one drawing that lays it out. */
  subscribe(listener: () => void): () => void
  /** Lays out the stretch of the state now. */
  follow(): void
  /** The hands' own: whether they show the stretch of the state by moving what is drawn. */
  carry: (() => boolean) | null
}

export function createLaid(store: Store): Laid {
  let domain = store.get().domain
  let tell: (() => void) | null = null
  const laid: Laid = {
    get: () => domain,
    subscribe(listener) {
      tell = listener
      laid.follow()
      return store.subscribe(() => {
        if (store.get().domain !== domain && !laid.carry?.()) laid.follow()
      })
    },
    follow() {
      const next = store.get().domain
      if (next === domain) return
      domain = next
      tell?.()
    },
    carry: null,
  }
  return laid
}

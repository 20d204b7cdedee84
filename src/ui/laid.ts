import type { Domain } from "../layout/scale.ts"
import type { Store } from "../state/store.ts"

/**
 * The stretch that is laid out. It is the state's, or where a frame takes too long for a hand in motion, one shortly before
 * it, whose picture the hands move until it follows.
 */
export interface Laid {
  domain: Domain | null
  /** For the one drawing that lays it out. */
  subscribe(listener: () => void): () => void
  /** Lays out the stretch of the state now; there once a drawing has subscribed. */
  follow?: () => void
  /** The hands' own, for each new stretch of the state: whether they show it by moving what is drawn. */
  carry?: (() => boolean) | undefined
}

export function createLaid({ get, subscribe }: Store): Laid {
  const laid: Laid = {
    domain: get().domain,
    subscribe(listener) {
      const follow = (laid.follow = () => {
        laid.domain = get().domain
        listener()
      })
      follow()
      let seen = laid.domain
      return subscribe(() => {
        if (seen !== (seen = get().domain) && !laid.carry?.()) follow()
      })
    },
  }
  return laid
}

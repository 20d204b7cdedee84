import { useMemo, useState } from "react"
import type { Made } from "../figure/captions.ts"
import type { View } from "../figure/view.ts"
import { useFullReader } from "./fullReader.ts"
import { useAnswer } from "./reader.ts"
import { useStore } from "./useStore.ts"
import { viewAddress } from "./viewAddress.ts"

/** The current view without its page, and when and where it was made. */
export function useView(): { readonly view: View; readonly made: Made } {
  const { store, table, words, lang, locale, full } = useFullReader()
  const selected = useAnswer()
  const state = useStore(store, current => current)
  const [at] = useState(Date.now)
  return useMemo(() => {
    const address = viewAddress(full, state)
    return {
      view: { table, state, selected, words, lang, locale },
      made: {
        at,
        address: address === null ? null : new URL(address, document.baseURI).href,
      },
    }
  }, [table, state, selected, words, lang, locale, full, at])
}

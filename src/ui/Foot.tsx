import { sayText, useReader } from "./reader.ts"
import { useStore } from "./useStore.ts"
import { viewAddress } from "./viewAddress.ts"

/** The foot of an embed: where the events come from, and the same view in full. */
export function Foot() {
  const { store, table, words, lang, full } = useReader()
  const state = useStore(store, current => current)
  const [first] = table.document.sources.values()
  const source = sayText(first?.publisher ?? first?.title, lang)
  const address = viewAddress(full, state)
  return (
    <footer className="foot" part="foot">
      <span>
        {source && table.document.sources.size === 1 && (
          <bdi lang={source.lang || undefined}>{words.source(source.text)}</bdi>
        )}
      </span>
      {address !== null && (
        <a href={address} target="_blank" rel="noopener">
          {words.openInFull}
        </a>
      )}
    </footer>
  )
}

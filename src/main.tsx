import { createRoot } from "react-dom/client"
import { bindAddressBar } from "./host/addressBar.ts"
import { queryOf } from "./host/builtState.ts"
import { registerFonts } from "./host/fonts.ts"
import { presentPage } from "./host/presentPage.ts"
import { readAddress } from "./state/address.ts"
import { createStore } from "./state/store.ts"
import { App } from "./ui/App.tsx"
import "./host/site.css"

const root = document.getElementById("dateline")!
const query = (search: string) => queryOf(search, root.dataset.state)
const store = createStore(readAddress(query(location.search)))
bindAddressBar(store, window, query)
// A document in the fragment is another one when the fragment is, which loads nothing by itself.
addEventListener("hashchange", () => {
  if (store.get().data === "#") location.reload()
})
// Nobody to talk with where nothing frames the page.
const frame =
  window.parent === window
    ? null
    : import("./host/inFrame.ts").then(({ fitIntoFrame }) => fitIntoFrame(store, window, root))
registerFonts(document)

/** What makes readers of files comes with the first file. */
const loadMaker = async () => (await import("./host/reader.ts")).makeReader

createRoot(root).render(
  <App
    store={store}
    base={document.baseURI}
    languages={navigator.languages}
    loadMaker={loadMaker}
    onPresent={presentPage}
    onOutcome={outcome => void frame?.then(link => link.outcome(outcome))}
    onReady={() => {
      performance.mark("dateline-ready")
      void frame?.then(link => link.ready())
    }}
  />,
)

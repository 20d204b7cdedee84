/**
 * The program of a saved file: one view, its document and its fonts in the page itself. Opens from disk, asks nobody for
 * anything, and opens no other file.
 */
import { createRoot } from "react-dom/client"
import { bindAddressBar } from "./host/addressBar.ts"
import { registerFonts } from "./host/fonts.ts"
import { presentPage } from "./host/presentPage.ts"
import { readAddress } from "./state/address.ts"
import { createStore } from "./state/store.ts"
import { App } from "./ui/App.tsx"
import "./host/site.css"

const root = document.getElementById("dateline")!
// The view that was saved, until the reader has chosen another.
const store = createStore(readAddress(location.search || (root.dataset["state"] ?? "")))
bindAddressBar(store, window)
registerFonts(document)

createRoot(root).render(
  <App
    store={store}
    base={document.baseURI}
    languages={navigator.languages}
    isAlone
    onPresent={presentPage}
  />,
)

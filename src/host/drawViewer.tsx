import { createRoot } from "react-dom/client"
import { eventOf } from "../table/event.ts"
import { App, type Outcome } from "../ui/App.tsx"
import { showMoreBelow } from "./moreBelow.ts"
import { makeReader } from "./packageReader.ts"
import { openShadow } from "./shadow.ts"
import type { Viewer } from "./viewer.ts"

export interface Drawn {
  /** Address of a whole page to lead to; what is no address counts as none. */
  setFull(full: string | null): void
  stop(): void
}

const loadMaker = async () => makeReader

/** Draws a viewer in the shadow root of an element of someone's page, until it is stopped. */
export function drawViewer(host: HTMLElement, viewer: Viewer): Drawn {
  const shell = openShadow(host)
  const root = createRoot(shell)
  const hideMore = showMoreBelow(host, shell)
  const page = host.ownerDocument
  const languages = languagesFor(host)
  const onOutcome = (outcome: Outcome | null) => viewer.onOutcome(outcome, eventOf)
  return {
    setFull(full) {
      const isAddress = full !== null && URL.canParse(full, page.baseURI)
      root.render(
        <App
          store={viewer.store}
          given={viewer.given}
          base={page.baseURI}
          languages={languages}
          loadMaker={loadMaker}
          full={isAddress ? new URL(full, page.baseURI).href : null}
          onReady={viewer.onReady}
          onOutcome={onOutcome}
        />,
      )
    },
    stop() {
      hideMore()
      // The page around may itself be in the middle of a rendering of React's.
      queueMicrotask(() => {
        root.unmount()
        shell.remove()
      })
    },
  }
}

/** The language of the page around, then those of the reader's device. */
function languagesFor(host: HTMLElement): string[] {
  const around = host.parentElement?.closest<HTMLElement>("[lang]")?.lang
  return [...(around ? [around] : []), ...navigator.languages]
}

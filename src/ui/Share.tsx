import { lazy, Suspense, useId, useRef, useState } from "react"
import { Dialog } from "./Dialog.tsx"
import { useFullReader } from "./fullReader.ts"
import styles from "./share.css?inline"
import { ShareCode } from "./ShareCode.tsx"
import { useLateStyles } from "./useLateStyles.ts"
import { useSharingWords } from "./useSharingWords.ts"

const ShareFiles = lazy(() => import("./ShareFiles.tsx"))
const ShareReport = lazy(() => import("./ShareReport.tsx"))

const TABS = ["link", "files", "report"] as const
type Tab = (typeof TABS)[number]
/** In a saved file, where nothing leads to. */
const ALONE: readonly Tab[] = ["files", "report"]

/** Everything by which a view leaves the page. */
export default function Share({ onClose }: { onClose: () => void }) {
  const reader = useFullReader()
  const sharing = useSharingWords(reader)
  const tabs = reader.full === null ? ALONE : TABS
  const [tab, setTab] = useState<Tab>(tabs[0]!)
  const body = useRef<HTMLDivElement>(null)
  const id = useId()
  useLateStyles(styles, body)
  const turn = (event: React.KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined) return
    const isMirrored = reader.words.dir === "rtl"
    const at = (tabs.indexOf(tab) + (isMirrored ? -step : step) + tabs.length) % tabs.length
    setTab(tabs[at]!)
    event.currentTarget.querySelectorAll<HTMLElement>("[role=tab]")[at]!.focus()
  }
  return (
    <Dialog title={sharing.title} className="share" onClose={onClose}>
      <div ref={body}>
        <div className="share-tabs" role="tablist" aria-label={sharing.title} onKeyDown={turn}>
          {tabs.map(one => (
            <button
              key={one}
              type="button"
              role="tab"
              id={`${id}${one}`}
              aria-selected={one === tab}
              aria-controls={`${id}panel`}
              tabIndex={one === tab ? 0 : -1}
              onClick={() => setTab(one)}
            >
              {sharing.tabs[one]}
            </button>
          ))}
        </div>
        <div role="tabpanel" id={`${id}panel`} aria-labelledby={`${id}${tab}`} className="share-panel">
          <Suspense>
            {tab === "link" && <ShareCode />}
            {tab === "files" && <ShareFiles />}
            {tab === "report" && <ShareReport />}
          </Suspense>
        </div>
      </div>
    </Dialog>
  )
}

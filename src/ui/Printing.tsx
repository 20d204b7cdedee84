import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react"
import { createPortal, flushSync } from "react-dom"
import { reportOf } from "../figure/report.ts"
import { PRINT } from "../paint/printTheme.ts"
import type { SharingWords } from "../words/sharing.ts"
import { useFullReader } from "./fullReader.ts"
import styles from "./print.css?inline"
import { ReportSheet } from "./ReportSheet.tsx"
import { paintPicture } from "./savePicture.ts"
import { useLateStyles } from "./useLateStyles.ts"
import { useSharingWords } from "./useSharingWords.ts"
import { useView } from "./useView.ts"

/** What paper gets in place of the page: a picture of the view and its report, made when the browser begins to print. */
export default function Printing() {
  const sharing = useSharingWords(useFullReader())
  const [isPrinting, setPrinting] = useState(false)
  const mark = useRef<HTMLSpanElement>(null)
  useLateStyles(styles, mark)
  useEffect(() => {
    // What is not there when the event ends is not printed.
    const begin = () => flushSync(() => setPrinting(true))
    const end = () => setPrinting(false)
    addEventListener("beforeprint", begin)
    addEventListener("afterprint", end)
    return () => {
      removeEventListener("beforeprint", begin)
      removeEventListener("afterprint", end)
    }
  }, [])
  return (
    <>
      <span ref={mark} hidden />
      {isPrinting && createPortal(<Printed sharing={sharing} />, document.body)}
    </>
  )
}

function Printed({ sharing }: { sharing: SharingWords }) {
  const { view, made } = useView()
  const canvas = useRef<HTMLCanvasElement>(null)
  const report = useMemo(() => reportOf(view, made, sharing), [view, made, sharing])
  const isDrawn = view.state.show !== "list"
  useLayoutEffect(() => {
    if (canvas.current) paintPicture(canvas.current, view, made, sharing, PRINT)
  }, [view, made, sharing])
  return (
    <div className="dateline printed" lang={view.lang} dir={view.words.dir} data-theme="light">
      {isDrawn && <canvas ref={canvas} role="img" aria-label={report.title} />}
      <ReportSheet report={report} sharing={sharing} />
    </div>
  )
}

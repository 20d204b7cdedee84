import { useMemo, useState } from "react"
import { reportOf, reportText } from "../figure/report.ts"
import { copyText } from "./copyText.ts"
import { useFullReader } from "./fullReader.ts"
import { ReportSheet } from "./ReportSheet.tsx"
import { useSharingWords } from "./useSharingWords.ts"
import { useView } from "./useView.ts"

/** The view in words, to read, to copy and to print. */
export default function ShareReport() {
  const reader = useFullReader()
  const sharing = useSharingWords(reader)
  const { view, made } = useView()
  const report = useMemo(() => reportOf(view, made, sharing), [view, made, sharing])
  const [said, setSaid] = useState<string | null>(null)
  return (
    <>
      <p className="share-actions">
        <button
          type="button"
          className="button primary"
          onClick={() =>
            void copyText(reportText(report, sharing)).then(isCopied =>
              setSaid(isCopied ? sharing.copied : sharing.notCopied),
            )
          }
        >
          {sharing.copyText}
        </button>
        <button type="button" className="button" onClick={() => print()}>
          {sharing.print}
        </button>
        <span role="status">{said}</span>
      </p>
      <div className="report" tabIndex={0} role="region" aria-label={sharing.tabs.report}>
        <ReportSheet report={report} sharing={sharing} />
      </div>
    </>
  )
}

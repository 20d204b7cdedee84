import { useId, useMemo, useState } from "react"
import { excerptOf } from "../model/excerpt.ts"
import { eventOf } from "../table/event.ts"
import { FILE_KINDS, type FileKind, type SharingWords } from "../words/sharing.ts"
import { lossesOf, type Loss } from "../write/traits.ts"
import { titleOfView } from "../figure/captions.ts"
import { sayDate } from "../figure/sayWhen.ts"
import type { View } from "../figure/view.ts"
import { useFullReader } from "./fullReader.ts"
import { offerFile } from "./offerFile.ts"
import { fileNameOf, pngOf, svgOf } from "./savePicture.ts"
import { useSharingWords } from "./useSharingWords.ts"
import { useTheme } from "./useTheme.ts"
import { useView } from "./useView.ts"

/** A picture of the view, and the events that pass as files of several kinds. */
export default function ShareFiles() {
  const reader = useFullReader()
  const sharing = useSharingWords(reader)
  const { view, made } = useView()
  const theme = useTheme()
  const [said, setSaid] = useState<string | null>(null)
  const headingId = useId()
  const svg = useMemo(() => svgOf(view, made, sharing, theme), [view, made, sharing, theme])
  const save = async (ending: string, type: string, make: () => BlobPart | Promise<BlobPart>) => {
    const name = fileNameOf(titleOfView(view), ending)
    try {
      setSaid(sharing.saving)
      // Once it stands on the page: what comes may take the page's thread.
      await new Promise(done => requestAnimationFrame(() => setTimeout(done)))
      offerFile(name, type, await make())
      setSaid(sharing.saved(name))
    } catch (error) {
      setSaid(sharing.failed(error instanceof Error ? error.message : String(error)))
    }
  }
  return (
    <>
      <h3>{sharing.picture}</h3>
      <p className="secondary">{sharing.pictureHint}</p>
      <img
        className="share-picture"
        alt={titleOfView(view)}
        src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
      />
      <p className="share-actions">
        <button
          type="button"
          className="button primary"
          onClick={() => void save(".png", "image/png", () => pngOf(view, made, sharing, theme))}
        >
          {sharing.savePng}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => void save(".svg", "image/svg+xml", () => svg)}
        >
          {sharing.saveSvg}
        </button>
      </p>
      <h3>{sharing.page}</h3>
      <p className="secondary">{sharing.pageHint}</p>
      <p className="share-actions">
        <button
          type="button"
          className="button"
          onClick={() =>
            void save(".html", "text/html;charset=utf-8", async () =>
              (await import("./savePage.ts")).pageFile(view, made, sharing),
            )
          }
        >
          {sharing.savePage}
        </button>
      </p>
      <h3 id={headingId}>{sharing.filesOf(view.words.events(view.selected.passed))}</h3>
      <ul className="share-files" aria-labelledby={headingId}>
        {FILE_KINDS.map(kind => (
          <FileRow key={kind} kind={kind} view={view} sharing={sharing} onSave={save} />
        ))}
      </ul>
      <p className="share-said" role="status">
        {said}
      </p>
    </>
  )
}

interface FileRowProps {
  readonly kind: FileKind
  readonly view: View
  readonly sharing: SharingWords
  readonly onSave: (ending: string, type: string, make: () => Promise<BlobPart>) => Promise<void>
}

function FileRow({ kind, view, sharing, onSave }: FileRowProps) {
  const [losses, setLosses] = useState<readonly Loss[]>([])
  const [name, what] = sharing.kinds[kind]
  const save = async () => {
    const { writerFor } = await import("../write/index.ts")
    const writer = writerFor(kind)!
    const events = [...view.selected.rows].map(row => eventOf(view.table, row))
    const part = excerptOf(view.table.document, events)
    setLosses(lossesOf(part, writer.drops))
    await onSave(writer.extensions[0]!, writer.mediaType, async () => {
      const pieces: (string | Uint8Array)[] = []
      const options = {
        lang: view.lang,
        now: Date.now(),
        sayDate: (edtf: string) => sayDate(edtf, view, view.state.tz),
        sayStatus: (status: keyof typeof view.words.statuses) => view.words.statuses[status],
      }
      for await (const piece of writer.write(part, options)) pieces.push(piece)
      return new Blob(pieces as BlobPart[])
    })
  }
  return (
    <li>
      <button type="button" className="button" aria-label={sharing.save(name)} onClick={() => void save()}>
        {name}
      </button>
      <span className="secondary">{what}</span>
      {losses.length > 0 && (
        <p className="secondary">
          {sharing.notIn(view.words.list(losses.map(({ trait }) => sharing.losses[trait])))}
        </p>
      )}
    </li>
  )
}

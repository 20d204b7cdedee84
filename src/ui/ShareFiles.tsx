import { useEffect, useId, useMemo, useRef, useState } from "react"
import { FILE_KINDS, type FileKind, type SharingWords } from "../words/sharing.ts"
import type { Loss } from "../write/traits.ts"
import { titleOfView } from "../figure/captions.ts"
import { sayDate } from "../figure/sayWhen.ts"
import type { View } from "../figure/view.ts"
import { fileSteps } from "./fileSteps.ts"
import { useFullReader } from "./fullReader.ts"
import { inSlices } from "./inSlices.ts"
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
  const [making, setMaking] = useState<Making | null>(null)
  const stopping = useRef<AbortController>(null)
  // Nobody is there any more who could stop it.
  useEffect(() => () => stopping.current?.abort(), [])
  const headingId = useId()
  const svg = useMemo(() => svgOf(view, made, sharing, theme), [view, made, sharing, theme])
  const save = async (ending: string, type: string, make: Make) => {
    const name = fileNameOf(titleOfView(view), ending)
    stopping.current?.abort()
    const own = new AbortController()
    stopping.current = own
    const tell = (part: number) => setMaking({ part, stop: () => own.abort() })
    try {
      setSaid(sharing.saving)
      const content = await make(own.signal, tell)
      own.signal.throwIfAborted()
      offerFile(name, type, content)
      setSaid(sharing.saved(name))
    } catch (error) {
      if (stopping.current !== own) return
      if (own.signal.aborted) setSaid(sharing.stopped)
      else setSaid(sharing.failed(error instanceof Error ? error.message : String(error)))
    } finally {
      if (stopping.current === own) setMaking(null)
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
            void save(".html", "text/html;charset=utf-8", async (signal, tell) => {
              const { pageSteps } = await import("./savePage.ts")
              return inSlices(await pageSteps(view, made, sharing), signal, tell)
            })
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
      <div className="share-said">
        <p role="status">{said}</p>
        {making && (
          <p className="share-actions">
            <progress aria-label={sharing.saving} value={making.part} />
            <button type="button" className="button" onClick={making.stop}>
              {reader.words.stop}
            </button>
          </p>
        )}
      </div>
    </>
  )
}

/** Gives the content of a file; tells how far it is from 0 to 1, where it takes longer than a moment. */
type Make = (signal: AbortSignal, tell: (part: number) => void) => BlobPart | Promise<BlobPart>

/** A file that is being made. */
interface Making {
  readonly part: number
  readonly stop: () => void
}

interface FileRowProps {
  readonly kind: FileKind
  readonly view: View
  readonly sharing: SharingWords
  readonly onSave: (ending: string, type: string, make: Make) => Promise<void>
}

function FileRow({ kind, view, sharing, onSave }: FileRowProps) {
  const [losses, setLosses] = useState<readonly Loss[]>([])
  const [name, what] = sharing.kinds[kind]
  const save = async () => {
    const { writerFor } = await import("../write/index.ts")
    const writer = writerFor(kind)!
    await onSave(writer.extensions[0]!, writer.mediaType, async (signal, tell) => {
      const options = {
        lang: view.lang,
        now: Date.now(),
        sayDate: (edtf: string) => sayDate(edtf, view, view.state.tz),
        sayStatus: (status: keyof typeof view.words.statuses) => view.words.statuses[status],
      }
      const file = await inSlices(fileSteps(view, writer, options), signal, tell)
      setLosses(file.losses)
      return file.content
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

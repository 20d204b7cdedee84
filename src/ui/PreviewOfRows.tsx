import type { Document, EventRecord } from "../model/document.ts"
import { dateLocale } from "../words/dates-locale.ts"
import type { ReadingWords } from "../words/reading.ts"
import { useAllWords } from "./fullReader.ts"
import { sayText } from "./reader.ts"
import { sayWhen } from "./sayEvent.ts"

/** Events that are shown. */
const SHOWN = 5

interface PreviewOfRowsProps {
  readonly document: Document | null
  readonly isComing: boolean
  readonly lang: string
  readonly words: ReadingWords
}

/** What becomes of the first rows: each event's title, its date in words, who and where. */
export function PreviewOfRows({ document, isComing, lang, words }: PreviewOfRowsProps) {
  const shown = document?.events.slice(0, SHOWN) ?? []
  const undated = shown.filter(({ when }) => when === null).length
  return (
    <section className="match-preview">
      <h3>{words.previewTitle}</h3>
      <p role="status" className="secondary">
        {!isComing && words.previewCount(shown.length, undated)}
      </p>
      <ol>
        {shown.map((event, i) => (
          <PreviewedEvent key={i} event={event} document={document!} lang={lang} />
        ))}
      </ol>
    </section>
  )
}

function PreviewedEvent(props: { event: EventRecord; document: Document; lang: string }) {
  const { event, document, lang } = props
  const words = useAllWords()
  const title = sayText(event.title, lang)
  const names = (of: "actors" | "places") =>
    event[of].map(({ id }) => sayText(document[of].get(id)?.name, lang)?.text ?? id)
  const actors = names("actors")
  const places = names("places")
  return (
    <li>
      <p className="match-when" data-undated={event.when === null || undefined}>
        {sayWhen(event, { words, locale: dateLocale(lang) })}
      </p>
      <p>
        <strong dir="auto" lang={title?.lang || undefined}>
          {title?.text ?? words.untitled}
        </strong>
      </p>
      {actors.length + places.length > 0 && (
        <p className="secondary">
          {[actors, places].map(
            (some, i) =>
              some.length > 0 && (
                <span key={i}>
                  {i === 1 && actors.length > 0 && " · "}
                  <bdi>{words.list(some)}</bdi>
                </span>
              ),
          )}
        </p>
      )}
    </li>
  )
}

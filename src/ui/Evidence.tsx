import type { Citation, EventRecord } from "../model/document.ts"
import { DetailsSection } from "./DetailsSection.tsx"
import { FigureList } from "./Figures.tsx"
import { Named } from "./FilterButton.tsx"
import { useFullReader, type FullReader } from "./fullReader.ts"
import { OutLink, safeAddress } from "./Markdown.tsx"
import { nameOfId, sayText } from "./reader.ts"
import { sayDate } from "./sayEvent.ts"

/** Why one should believe it: how sure the record is of what, and who says so, with what they say otherwise. */
export function Evidence({ event }: { event: EventRecord }) {
  const { words } = useFullReader()
  return (
    <>
      <Confidence event={event} />
      {event.sources.length > 0 && (
        <DetailsSection title={words.sourcesTitle} note={words.accounts(event.sources.length)}>
          <ul>
            {event.sources.map((citation, i) => (
              <Source key={i} citation={citation} />
            ))}
          </ul>
        </DetailsSection>
      )}
    </>
  )
}

function Confidence({ event }: { event: EventRecord }) {
  const { words } = useFullReader()
  const stated = Object.entries(event.confidence) as [
    keyof typeof words.aspects,
    keyof typeof words.confidences,
  ][]
  if (stated.length === 0) return null
  return (
    <DetailsSection title={words.confidenceTitle}>
      <dl className="pairs">
        {stated.map(([aspect, level]) => (
          <div key={aspect}>
            <dt>{words.aspects[aspect]}</dt>
            <dd data-level={level}>{words.confidences[level]}</dd>
          </div>
        ))}
      </dl>
    </DetailsSection>
  )
}

function Source({ citation }: { citation: Citation }) {
  const reader = useFullReader()
  const { table, words, lang } = reader
  const source = table.document.sources.get(citation.id)
  const address = safeAddress(source?.url)
  const at = sayText(citation.at, lang)
  const publisher = sayText(source?.publisher, lang)
  return (
    <li>
      <Named facet="source" id={citation.id} />
      {at && (
        <bdi className="secondary" lang={at.lang || undefined}>
          {" "}
          {at.text}
        </bdi>
      )}
      <p className="secondary">
        {publisher && <bdi lang={publisher.lang || undefined}>{publisher.text} </bdi>}
        {source?.published && words.published(sayDate(source.published, reader))}{" "}
        {address && (
          <OutLink address={address}>
            {words.openLink} <bdi dir="ltr">({new URL(address).host})</bdi>
          </OutLink>
        )}
      </p>
      {citation.says && <Differs says={citation.says} reader={reader} />}
    </li>
  )
}

/** What this source has differently from the event as recorded. */
function Differs({ says, reader }: { says: NonNullable<Citation["says"]>; reader: FullReader }) {
  const { words } = reader
  const parts: string[] = []
  if (says.when) parts.push(sayDate(says.when, reader))
  if (says.status) parts.push(words.statuses[says.status])
  if (says.actors) parts.push(words.list(says.actors.map(({ id }) => nameOfId(reader, "actor", id))))
  if (says.places) parts.push(words.list(says.places.map(({ id }) => nameOfId(reader, "place", id))))
  return (
    <div className="differs">
      {parts.length > 0 && <p>{words.sourceSays(parts.join(words.dir === "rtl" ? "؛ " : "; "))}</p>}
      {says.figures && <FigureList figures={Object.entries(says.figures)} />}
    </div>
  )
}

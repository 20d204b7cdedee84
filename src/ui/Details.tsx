import { lazy, Suspense, useEffect, useMemo, useRef } from "react"
import type { EventRecord } from "../model/document.ts"
import { CLAUSES } from "../query/selection.ts"
import { clearClause } from "../state/changes.ts"
import { parseEdtf, whenOf } from "../time/edtf.ts"
import { PRECISION } from "../time/when.ts"
import { sayHijri } from "../words/dates-hijri.ts"
import styles from "./details.css?inline"
import { DetailsBar } from "./DetailsBar.tsx"
import { DetailsSection } from "./DetailsSection.tsx"
import { Evidence } from "./Evidence.tsx"
import { Swatch } from "./Facet.tsx"
import { Figures } from "./Figures.tsx"
import { FilterButton, Named } from "./FilterButton.tsx"
import { useFullReader } from "./fullReader.ts"
import { Links } from "./Links.tsx"
import { Markdown } from "./Markdown.tsx"
import { Media } from "./Media.tsx"
import { nameOf, sayText, useAnswer } from "./reader.ts"
import { eventAt, sayDate, sayWhen } from "./sayEvent.ts"
import { StatusGlyph } from "./StatusGlyph.tsx"
import { useStore } from "./useStore.ts"
import { useInSight } from "./useInSight.ts"
import { useLateStyles } from "./useLateStyles.ts"

const PlaceMap = lazy(() => import("./PlaceMap.tsx"))

interface DetailsProps {
  readonly row: number
  readonly onClose: () => void
  /** Goes to the passing event before or after this one. */
  readonly onStep: (direction: 1 | -1) => void
  /** Whether the heading takes the focus as the panel opens (it was opened by key). */
  readonly takeFocus: boolean
}

/** Everything the record holds of one event. */
export default function Details({ row, onClose, onStep, takeFocus }: DetailsProps) {
  const reader = useFullReader()
  const { table, words, lang, store, locale } = reader
  const answer = useAnswer()
  const tz = useStore(store, state => state.tz)
  const event = useMemo(() => eventAt(table, row), [table, row])
  const heading = useRef<HTMLHeadingElement>(null)
  const panel = useRef<HTMLElement>(null)
  useLateStyles(styles, panel)
  useInSight(panel, row)
  useEffect(() => {
    if (takeFocus) heading.current?.focus()
  }, [row, takeFocus])

  const title = sayText(event.title, lang) ?? { text: event.id, lang: "" }
  const otherTitles = Object.entries(event.title).filter(([, text]) => text !== title.text)
  const summary = sayText(event.summary, lang)
  const hiding = CLAUSES.filter((_, bit) => (answer.fails[row]! >> bit) & 1)
  const parsed = event.when ? parseEdtf(event.when) : null
  const when = parsed?.ok ? whenOf(parsed.value) : null
  const hijri =
    words.dir === "rtl" && when && when.precision >= PRECISION.day && Number.isFinite(when.beginMin)
      ? sayHijri(when.beginMin, locale)
      : null
  const typeCode = event.type === null ? 0 : table.facets.type.values.code(event.type)

  return (
    <aside
      ref={panel}
      className="details"
      part="details"
      aria-label={title.text}
      onKeyDown={key => {
        if (key.key !== "Escape") return
        key.stopPropagation()
        onClose()
      }}
    >
      <DetailsBar event={event} onClose={onClose} onStep={onStep} />
      <div className="details-body">
        {hiding.length > 0 && (
          <p className="hidden-note">
            {words.hiddenBy(words.list(hiding.map(clause => words.clauses[clause])))}{" "}
            <button
              type="button"
              className="quiet"
              onClick={() =>
                store.set(s => ({ selection: hiding.reduce(clearClause, s.selection) }), { entry: "push" })
              }
            >
              {words.free}
            </button>
          </p>
        )}
        <p className="details-when">
          <time dateTime={event.when ?? undefined}>{sayWhen(event, reader, tz)}</time>
          {hijri && <span className="secondary"> ({hijri})</span>}
        </p>
        <h2 ref={heading} tabIndex={-1} lang={title.lang || undefined}>
          <bdi>{title.text}</bdi>
        </h2>
        {otherTitles.map(([tag, text]) => (
          <p key={tag} className="other-title secondary" lang={tag === "und" ? undefined : tag}>
            <bdi>{text}</bdi>
          </p>
        ))}
        <p className="details-kind">
          <FilterButton facet="status" id={event.status}>
            <StatusGlyph status={event.status} />
            {words.statuses[event.status]}
          </FilterButton>
          {event.type !== null && (
            <FilterButton facet="type" id={event.type}>
              <Swatch colour={reader.colourOf(typeCode)} />
              <bdi>{nameOf(reader, "type", typeCode)}</bdi>
            </FilterButton>
          )}
        </p>
        {(event.status === "planned" || event.status === "announced") && (
          <p className="secondary note">{words.planNote}</p>
        )}
        {summary && (
          <div className="details-text" lang={summary.lang || undefined}>
            <Markdown text={summary.text} />
          </div>
        )}
        <Dated event={event} />
        {event.actors.length > 0 && (
          <DetailsSection title={words.actorsTitle}>
            <ul>
              {event.actors.map(({ id, role }) => (
                <li key={id}>
                  <Named facet="actor" id={id} />
                  {role && <bdi className="secondary"> {role}</bdi>}
                </li>
              ))}
            </ul>
          </DetailsSection>
        )}
        {event.places.length > 0 && (
          <DetailsSection title={words.placesTitle}>
            <ul>
              {event.places.map(({ id, role }) => (
                <li key={id}>
                  <Named facet="place" id={id} />
                  {role !== "venue" && <span className="secondary"> {words.roles[role]}</span>}
                </li>
              ))}
            </ul>
            <Suspense fallback={<div className="place-map" />}>
              <PlaceMap ids={event.places.map(place => place.id)} />
            </Suspense>
          </DetailsSection>
        )}
        <Figures figures={event.figures} />
        <Evidence event={event} />
        {event.tags.length > 0 && (
          <DetailsSection title={words.tagsTitle}>
            <p className="inline-list">
              {event.tags.map(id => (
                <Named key={id} facet="tag" id={id} />
              ))}
            </p>
          </DetailsSection>
        )}
        <Links event={event} />
        <Media event={event} />
      </div>
    </aside>
  )
}

/** How the source words the date and what it was counted from; when it became known. */
function Dated({ event }: { event: EventRecord }) {
  const reader = useFullReader()
  const { words, lang } = reader
  const worded = sayText(event.whenText, lang)
  if (!worded && !event.reported) return null
  return (
    <div className="details-dated secondary">
      {worded && (
        <p>
          {words.whenInSource}: <q lang={worded.lang || undefined}>{worded.text}</q>
          {event.countedFrom &&
            `${words.dir === "rtl" ? "،" : ","} ${words.countedFrom(sayDate(event.countedFrom, reader))}`}
        </p>
      )}
      {event.reported && <p>{words.reported(sayDate(event.reported, reader))}</p>}
    </div>
  )
}

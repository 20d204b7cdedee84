import { lazy, Suspense, useEffect, useMemo, useRef, useState, type ReactNode } from "react"
import type { Citation, EventRecord, Figure } from "../model/document.ts"
import { CLAUSES } from "../query/selection.ts"
import { clearClause, toggleValue } from "../state/changes.ts"
import type { FacetName } from "../table/table.ts"
import { parseEdtf, readWhen, whenOf } from "../time/edtf.ts"
import { PRECISION } from "../time/when.ts"
import { sayHijri } from "../words/dates-hijri.ts"
import { centreOn } from "./camera.ts"
import styles from "./details.css?inline"
import { Swatch } from "./Facet.tsx"
import { Icon } from "./icons.tsx"
import { Markdown, OutLink, safeAddress } from "./Markdown.tsx"
import { useFullReader, type FullReader } from "./fullReader.ts"
import { nameOf, nameOfId, sayText, useAnswer } from "./reader.ts"
import { eventAt, sayDate, sayWhen } from "./sayEvent.ts"
import { StatusGlyph } from "./StatusGlyph.tsx"
import { useStore } from "./useStore.ts"
import { useInSight } from "./useInSight.ts"
import { useLateStyles } from "./useLateStyles.ts"
import { viewAddress } from "./viewAddress.ts"

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
      <div className="details-bar">
        <button type="button" className="icon" aria-label={words.previous} onClick={() => onStep(-1)}>
          <Icon name="previous" />
        </button>
        <button type="button" className="icon" aria-label={words.next} onClick={() => onStep(1)}>
          <Icon name="next" />
        </button>
        <button
          type="button"
          className="icon"
          aria-label={words.centreOn}
          onClick={() =>
            centreOn(store, table, event.when ? readWhen(event.when, event.asOf ?? undefined) : null)
          }
        >
          <Icon name="target" />
        </button>
        <CountFrom id={event.id} dated={event.when !== null} />
        <CopyLink />
        <button type="button" className="icon close" aria-label={words.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
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
        <h2 ref={heading} tabIndex={-1} lang={title.lang || undefined} dir="auto">
          {title.text}
        </h2>
        {otherTitles.map(([tag, text]) => (
          <p key={tag} className="other-title secondary" lang={tag === "und" ? undefined : tag} dir="auto">
            {text}
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
          <Section title={words.actorsTitle}>
            <ul>
              {event.actors.map(({ id, role }) => (
                <li key={id}>
                  <Named facet="actor" id={id} />
                  {role && <bdi className="secondary"> {role}</bdi>}
                </li>
              ))}
            </ul>
          </Section>
        )}
        {event.places.length > 0 && (
          <Section title={words.placesTitle}>
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
          </Section>
        )}
        <Figures figures={event.figures} />
        <Evidence event={event} />
        {event.sources.length > 0 && (
          <Section title={words.sourcesTitle} note={words.accounts(event.sources.length)}>
            <ul>
              {event.sources.map((citation, i) => (
                <Source key={i} citation={citation} />
              ))}
            </ul>
          </Section>
        )}
        {event.tags.length > 0 && (
          <Section title={words.tagsTitle}>
            <p className="inline-list">
              {event.tags.map(id => (
                <Named key={id} facet="tag" id={id} />
              ))}
            </p>
          </Section>
        )}
        <Links event={event} />
        <MediaList event={event} />
      </div>
    </aside>
  )
}

function Section({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <section className="details-section">
      <h3>
        {title} {note && <span className="secondary">{note}</span>}
      </h3>
      {children}
    </section>
  )
}

/** A value that filters by itself when it is clicked. */
function FilterButton({ facet, id, children }: { facet: FacetName; id: string; children: ReactNode }) {
  const { store } = useFullReader()
  const chosen = useStore(store, state => state.selection.facets[facet].include.includes(id))
  return (
    <button
      type="button"
      className="filter-by"
      aria-pressed={chosen}
      onClick={() =>
        store.set(s => ({ selection: toggleValue(s.selection, facet, id, "include") }), { entry: "push" })
      }
    >
      {children}
    </button>
  )
}

function Named({ facet, id }: { facet: FacetName; id: string }) {
  const reader = useFullReader()
  return (
    <FilterButton facet={facet} id={id}>
      <bdi>{nameOfId(reader, facet, id)}</bdi>
    </FilterButton>
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

function Figures({ figures }: { figures: EventRecord["figures"] }) {
  const { words } = useFullReader()
  const entries = Object.entries(figures)
  if (entries.length === 0) return null
  return (
    <Section title={words.figuresTitle}>
      <FigureList figures={entries} />
    </Section>
  )
}

function FigureList({ figures }: { figures: readonly (readonly [string, Figure])[] }) {
  const { words, number } = useFullReader()
  const say = (value: number | null) => (value === null ? null : number(value))
  return (
    <dl className="pairs">
      {figures.map(([name, figure]) => (
        <div key={name}>
          <dt dir="auto">{name}</dt>
          <dd>{words.figure(say(figure.low), say(figure.best), say(figure.high), figure.unit)}</dd>
        </div>
      ))}
    </dl>
  )
}

function Evidence({ event }: { event: EventRecord }) {
  const { words } = useFullReader()
  const stated = Object.entries(event.confidence) as [
    keyof typeof words.aspects,
    keyof typeof words.confidences,
  ][]
  if (stated.length === 0) return null
  return (
    <Section title={words.confidenceTitle}>
      <dl className="pairs">
        {stated.map(([aspect, level]) => (
          <div key={aspect}>
            <dt>{words.aspects[aspect]}</dt>
            <dd data-level={level}>{words.confidences[level]}</dd>
          </div>
        ))}
      </dl>
    </Section>
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

function Links({ event }: { event: EventRecord }) {
  const { table, words, lang, store } = useFullReader()
  const links = event.links.filter(link => table.rowOf(link.event) >= 0)
  if (links.length === 0) return null
  return (
    <Section title={words.linksTitle}>
      <ul>
        {links.map(({ rel, event: id }) => {
          const title = sayText(eventAt(table, table.rowOf(id)).title, lang)
          return (
            <li key={rel + id}>
              <span className="secondary">{words.relations[rel]} </span>
              <button
                type="button"
                className="filter-by"
                onClick={() => store.set({ event: id }, { entry: "push" })}
              >
                <bdi lang={title?.lang || undefined}>{title?.text ?? id}</bdi>
              </button>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

function MediaList({ event }: { event: EventRecord }) {
  const { words } = useFullReader()
  if (event.media.length === 0) return null
  return (
    <Section title={words.mediaTitle}>
      {event.media.map((media, i) => (
        <Medium key={i} address={safeAddress(media.url)} media={media} />
      ))}
    </Section>
  )
}

/** A picture loads when the reader asks for it: no server learns who reads what. */
function Medium({ address, media }: { address: string | null; media: EventRecord["media"][number] }) {
  const { words, lang } = useFullReader()
  const [wanted, setWanted] = useState(false)
  const [failed, setFailed] = useState(false)
  if (!address) return null
  const caption = sayText(media.caption, lang)
  const credit = sayText(media.credit, lang)
  const alt = sayText(media.alt, lang) ?? caption
  const { host, protocol, pathname } = new URL(address)
  const picture =
    protocol === "https:" && (media.kind === "image" || /\.(avif|gif|jpe?g|png|svg|webp)$/i.test(pathname))
  return (
    <figure className="medium">
      {picture && !failed ? (
        wanted ? (
          <img
            src={address}
            alt={alt?.text ?? ""}
            lang={alt?.lang || undefined}
            referrerPolicy="no-referrer"
            onError={() => setFailed(true)}
          />
        ) : (
          <button type="button" className="button" onClick={() => setWanted(true)}>
            {words.loadPicture} <bdi dir="ltr">{host}</bdi>
          </button>
        )
      ) : (
        <OutLink address={address}>
          {words.openLink} <bdi dir="ltr">({host})</bdi>
        </OutLink>
      )}
      <figcaption className="secondary">
        {[caption, credit].map(
          (said, i) =>
            said && (
              <span key={i} lang={said.lang || undefined} dir="auto">
                {said.text}{" "}
              </span>
            ),
        )}
      </figcaption>
    </figure>
  )
}

/** Turns the axis into days before and after this event, and back. */
function CountFrom({ id, dated }: { id: string; dated: boolean }) {
  const { store, words } = useFullReader()
  const on = useStore(store, state => state.align === id)
  if (!dated) return null
  return (
    <button
      type="button"
      className="icon"
      aria-pressed={on}
      aria-label={words.countDays}
      title={words.countDays}
      onClick={() => store.set({ align: on ? null : id }, { entry: "push" })}
    >
      <Icon name="count" />
    </button>
  )
}

/**
 * Copies the address of a whole page that shows exactly this view, where the page may; else shows it to be copied by hand.
 * Nothing where there is no such page: the address of a page that a timeline is only a part of is not that of the view.
 */
function CopyLink() {
  const { store, words, full } = useFullReader()
  const [said, setSaid] = useState<string | null>(null)
  const relative = useStore(store, state => viewAddress(full, state))
  if (relative === null) return null
  const address = new URL(relative, document.baseURI).href
  return (
    <>
      <button
        type="button"
        className="icon"
        aria-label={words.copyLink}
        onClick={() => {
          navigator.clipboard
            ?.writeText(address)
            .then(() => setSaid(words.copied))
            .catch(() => setSaid(address))
          if (!navigator.clipboard) setSaid(address)
        }}
      >
        <Icon name="link" />
      </button>
      <span className="copied secondary" aria-live="polite">
        {said}
      </span>
    </>
  )
}

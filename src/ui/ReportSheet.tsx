import type { Report } from "../figure/report.ts"
import type { SharingWords } from "../words/sharing.ts"

/** A report as a reader has it before them, on the screen and on paper. */
export function ReportSheet({ report, sharing }: { report: Report; sharing: SharingWords }) {
  const { title, lines, counts, events, more, sources, made, address } = report
  return (
    <>
      <h3 dir="auto">{title}</h3>
      {lines.map(line => (
        <p key={line}>{line}</p>
      ))}
      {counts.length > 0 && (
        <>
          <h4>{sharing.counts}</h4>
          <dl className="pairs">
            {counts.map(({ facet, values }) => (
              <div key={facet}>
                <dt>{facet}</dt>
                <dd>{values}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <h4>{sharing.events}</h4>
      <ol className="report-events">
        {events.map(event => (
          <li key={event.id}>
            <p>
              <time dateTime={event.edtf ?? undefined}>{event.when}</time>
              {event.status && <span className="secondary"> · {event.status}</span>}
            </p>
            <p dir="auto">
              <strong>{event.title}</strong>
            </p>
            {(event.actors || event.places) && (
              <p className="secondary">
                <bdi>{[event.actors, event.places].filter(Boolean).join(" · ")}</bdi>
              </p>
            )}
            {event.summary && <p dir="auto">{event.summary}</p>}
            {event.sources && <p className="secondary">{sharing.sourcesAre(event.sources)}</p>}
          </li>
        ))}
      </ol>
      {more > 0 && <p>{sharing.more(more)}</p>}
      {sources.length > 0 && (
        <>
          <h4>{sharing.sources}</h4>
          <ul className="report-sources">
            {sources.map(source => (
              <li key={source} dir="auto">
                {source}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="secondary">{made}</p>
      {address && (
        <p className="secondary">
          <bdi dir="ltr">{address}</bdi>
        </p>
      )}
    </>
  )
}

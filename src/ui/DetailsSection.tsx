import type { ReactNode } from "react"

/** A part of an event's details under its heading; the note stands beside the heading. */
export function DetailsSection({
  title,
  note,
  children,
}: {
  title: string
  note?: string
  children: ReactNode
}) {
  return (
    <section className="details-section">
      <h3>
        {title} {note && <span className="secondary">{note}</span>}
      </h3>
      {children}
    </section>
  )
}

import { useId } from "react"
import type { Status } from "../model/document.ts"

/** The form a status has on the timeline, as a small sign beside its word: form says status, colour says type. */
export function StatusGlyph({ status }: { status: string }) {
  const id = useId()
  return (
    <svg className="glyph" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {form(status as Status, id)}
    </svg>
  )
}

function form(status: Status, id: string) {
  const outline = { fill: "none", stroke: "currentColor", strokeWidth: 2 }
  switch (status) {
    case "planned":
    case "announced":
      return <circle cx="8" cy="8" r="4" {...outline} />
    case "possible":
      return <circle cx="8" cy="8" r="4" {...outline} strokeDasharray="2.4 1.8" />
    case "claimed":
      return (
        <>
          <clipPath id={id}>
            <circle cx="8" cy="8" r="5" />
          </clipPath>
          <path
            clipPath={`url(#${id})`}
            d="M0 8 8 0M0 12 12 0M0 16 16 0M4 16 16 4M8 16l8-8"
            stroke="currentColor"
            strokeWidth="1.4"
          />
          <circle cx="8" cy="8" r="4.5" {...outline} strokeWidth={1.2} />
        </>
      )
    case "denied":
    case "cancelled":
      return (
        <>
          <circle cx="8" cy="8" r="4" {...outline} />
          <path d="M2 14 14 2" stroke="currentColor" strokeWidth="2" />
        </>
      )
    case "ongoing":
      return <path d="M1 5.5h8V3l6 5-6 5v-2.5H1z" fill="currentColor" />
    default:
      return <circle cx="8" cy="8" r="5" fill="currentColor" />
  }
}

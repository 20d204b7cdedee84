import type { SharingWords } from "../words/sharing.ts"
import type { Report } from "./report.ts"

/** Text for HTML, in elements and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
}

/** A report as HTML that needs neither script nor style: for readers without scripts, and for search engines. */
export function listMarkup(report: Report, sharing: SharingWords): string {
  const { title, lines, events, more, sources, made } = report
  const paragraph = (text: string) => (text === "" ? "" : `<p dir="auto">${escapeHtml(text)}</p>`)
  return [
    `<h1 dir="auto">${escapeHtml(title)}</h1>`,
    ...lines.map(paragraph),
    `<ol>`,
    ...events.map(event =>
      [
        `<li id="${escapeHtml(event.id)}">`,
        `<p><time${event.edtf === null ? "" : ` datetime="${escapeHtml(event.edtf)}"`}>${escapeHtml(event.when)}</time>${event.status === null ? "" : ` · ${escapeHtml(event.status)}`}</p>`,
        `<p dir="auto"><strong>${escapeHtml(event.title)}</strong></p>`,
        paragraph([event.actors, event.places].filter(Boolean).join(" · ")),
        paragraph(event.summary),
        paragraph(event.sources && sharing.sourcesAre(event.sources)),
        `</li>`,
      ].join(""),
    ),
    `</ol>`,
    more > 0 ? paragraph(sharing.more(more)) : "",
    sources.length > 0 ? paragraph(sharing.sourcesAre(sources.join(" · "))) : "",
    paragraph(made),
  ]
    .filter(Boolean)
    .join("\n")
}

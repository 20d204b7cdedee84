import type { Loss, Trait } from "../write/traits.ts"

const WORDS: Readonly<Record<Trait, string>> = {
  undated: "events without a date",
  "before-year-0": "dates before the year 0",
  "after-year-9999": "dates after the year 9999",
  "fuzzy-dates": "how sure or how wide a date is",
  "as-of": "the date for which a state is attested",
  "when-text": "the source's own words for a date",
  "counted-from": "what a date is counted from",
  reported: "when an event became known",
  status: "the status",
  type: "the type",
  "actor-roles": "roles of actors",
  "place-roles": "roles of places",
  "source-places": "where in a source it stands",
  accounts: "what a source has differently",
  confidence: "confidence",
  figures: "figures",
  "figure-ranges": "bounds and units of figures",
  media: "media",
  "media-words": "captions and credits of media",
  tags: "tags",
  links: "links between events",
  languages: "more than one language of a text",
  title: "title and summary of the document",
  periods: "periods",
  views: "saved views",
  "actor-details": "what actors are and belong to",
  "place-points": "points of places",
  "place-details": "what places lie in",
  "source-details": "publisher, date and address of sources",
  colours: "colours",
  "name-languages": "names in more than one language",
}

/** What a file does not hold, a line each. */
export function sayLosses(losses: readonly Loss[], kind: string): string[] {
  return losses.map(({ trait, events }) => {
    const of = events === null ? "" : ` (${events.toLocaleString("en")} event${events === 1 ? "" : "s"})`
    return `Not in ${kind}: ${WORDS[trait]}${of}`
  })
}

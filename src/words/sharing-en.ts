import { pluralizer, type EnglishForms } from "./plural.ts"
import { lossesIn, type SharingWords } from "./sharing.ts"

export function englishSharing(digits: (n: number) => string): SharingWords {
  const count = pluralizer<EnglishForms>("en", digits)
  return {
    title: "Share and save",
    tabs: { link: "Link and code", files: "Pictures and files", report: "Report" },

    picture: "A picture of this view",
    pictureHint: "With title, filters, sources and date; the stretch of time is the one in view.",
    appearance: "Appearance",
    savePng: "Save as PNG",
    saveSvg: "Save as SVG",
    page: "The whole timeline as one HTML file",
    pageHint:
      "With all events and all filters, beginning with this view. It opens from disk, without a network, for ever.",
    savePage: "Save as one HTML file",
    filesOf: events => `${events} as a file`,
    kinds: {
      json: ["Dateline document (JSON)", "everything; opens here again"],
      csv: ["Table (CSV)", "for spreadsheets; opens here again"],
      ical: ["Calendar (iCalendar)", "for calendar programs"],
      jsonld: ["Linked data (JSON-LD)", "schema.org, for search engines"],
    },
    save: name => `Save: ${name}`,
    saving: "Making the file…",
    stopped: "Stopped: no file was made.",
    saved: fileName => `${fileName} was made.`,
    failed: why => `The file could not be made: ${why}`,
    notIn: what => `It does not hold: ${what}.`,
    losses: lossesIn("en"),

    copyText: "Copy as text",
    print: "Print",
    copied: "Copied",
    notCopied: "The browser does not let this page copy: select the text and copy it by hand.",
    sources: "Sources",
    counts: "Counts",
    events: "Events",
    more: n => count(n, { one: "and {n} more event", other: "and {n} more events" }),
    moreValues: n => `and ${digits(n)} more`,
    moreTypes: n => `and ${digits(n)} more types`,
    ownLanes: (own, all) => `${digits(own)} of ${digits(all)} in lanes of their own`,
    inView: stretch => `in view: ${stretch}`,
    filtersAre: list => `Filters: ${list}`,
    sourcesAre: list => `Sources: ${list}`,
    made: date => `Made with Dateline, ${date}`,
  }
}

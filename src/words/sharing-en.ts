import { pluralizer, type EnglishForms } from "./plural.ts"
import { lossesIn, type SharingWords } from "./sharing.ts"

export function englishSharing(digits: (n: number) => string): SharingWords {
  const count = pluralizer<EnglishForms>("en", digits)
  return {
    title: "Share and save",
    tabs: { link: "Link and code", files: "Pictures and files", report: "Report" },

    codes: {
      link: ["Link", "opens exactly this view"],
      frame: ["Frame", "for any page that takes HTML; a fixed height"],
      script: ["Script", "a frame that keeps its own height; without scripts it stays a link"],
      element: ["Element", "<event-timeline>, a part of your own page"],
      react: ["React", "the component, from the package"],
      amp: ["AMP", "for AMP pages, which take it from https alone; the first line belongs into the head"],
      oembed: [
        "oEmbed",
        "what other sites ask for: save it as oembed.json, and lead to it in your page's head by",
      ],
    },
    showAll: "Show the whole timeline",
    codeKind: "What to make",
    code: "Code",
    copy: "Copy",
    send: "Send…",
    preview: "So it will look",
    height: "Height in pixels",
    heightFits: "As high as its content",
    languageAuto: "As the reader's device",
    controls: "Show",
    parts: { title: "Title and count", tools: "Views and zoom", overview: "Overview", foot: "Source line" },
    carry: size => `Carry the events inside the link (${size}); nothing need be hosted then`,
    carried: size => `The events travel inside the link (${size}), since they are on this device only.`,
    kilobytes: n => `${n} KB`,
    tooLong:
      "These events are on this device only and too many for a link. Save them as a file, put it on a web server, and open it here by its address; or save the view as one HTML file.",
    packing: "Packing the events…",

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
    saved: fileName => `${fileName} was made.`,
    failed: why => `The file could not be made: ${why}`,
    notIn: what => `It does not hold: ${what}.`,
    losses: lossesIn("en"),

    copyText: "Copy as text",
    print: "Print",
    copied: "Copied",
    onlySelected: "The browser does not let this page copy: the text is selected, copy it by hand.",
    notCopied: "The browser does not let this page copy: select the text and copy it by hand.",
    sources: "Sources",
    counts: "Counts",
    events: "Events",
    more: n => count(n, { one: "and {n} more event", other: "and {n} more events" }),
    inView: stretch => `in view: ${stretch}`,
    filtersAre: list => `Filters: ${list}`,
    sourcesAre: list => `Sources: ${list}`,
    made: date => `Made with Dateline, ${date}`,
  }
}

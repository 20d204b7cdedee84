import { ENGLISH_AXIS } from "./axis-en.ts"
import { knowAxisDates } from "./dates-language.ts"
import { pluralizer, type EnglishForms } from "./plural.ts"
import type { Words } from "./words.ts"

knowAxisDates("en", ENGLISH_AXIS)

/** The interface in English. `digits` writes a number as the locale does. */
export function english(digits: (n: number) => string): Words {
  const count = pluralizer<EnglishForms>("en", digits)
  const events = (n: number) => count(n, { one: "{n} event", other: "{n} events" })
  const words: Words = {
    dir: "ltr",
    events,
    countOf: (passed, total) => `${digits(passed)} of ${events(total)}`,
    undated: n => count(n, { one: "{n} event without a date", other: "{n} events without a date" }),
    problems: n =>
      count(n, { one: "{n} thing in the file was doubtful", other: "{n} things in the file were doubtful" }),

    appName: "Dateline",
    untitled: "Untitled",
    facets: {
      actor: "Actors",
      place: "Places",
      type: "Types",
      status: "Status",
      tag: "Tags",
      source: "Sources",
    },
    notStated: "Not stated",
    statuses: {
      occurred: "Occurred",
      ongoing: "Ongoing",
      announced: "Announced",
      planned: "Planned",
      possible: "Possible",
      claimed: "Claimed",
      denied: "Denied",
      cancelled: "Cancelled",
    },
    shows: { timeline: "Timeline", list: "List", map: "Map", matrix: "Matrix", story: "Story" },
    laneFields: {
      actor: "Actor",
      place: "Place",
      type: "Type",
      status: "Status",
      source: "Source",
      none: "No lanes",
    },
    everyone: "All events",
    theRest: "All others",

    skipTo: { timeline: "Skip to the timeline", list: "Skip to the list" },
    search: "Search",
    searchHint: "Search words, a name or a date",
    filterBy: "Filter by",
    filters: "Filters",
    settings: "Settings",
    share: "Share",
    view: "View",
    lanesBy: "Lanes by",
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    fitAll: "Show the whole time",
    fitFiltered: "Show what is filtered",
    earlier: "Earlier",
    later: "Later",

    searchIn: facet => `Find in ${facet.toLowerCase()}`,
    only: "only",
    exclude: "not",
    onlyValue: name => `Only ${name}`,
    excludeValue: name => `Not ${name}`,
    showAllValues: n => `Show all ${digits(n)}`,
    showFewer: "Show fewer",
    clear: "clear",
    clearFacet: facet => `Clear ${facet.toLowerCase()}`,
    expand: name => `Show what belongs to ${name}`,
    collapse: name => `Hide what belongs to ${name}`,

    howToMove: "Drag to move, wheel to zoom, click an event to open it. Press ? for keys.",
    howToMoveEmbed: "Drag to move, Ctrl and wheel to zoom, click an event to open it.",
    howToMoveTouch: "Drag to move, two fingers to zoom, tap an event to open it.",
    howToMoveTouchEmbed: "Two fingers to move and zoom, tap an event to open it.",
    drawingDescription:
      "Arrow keys go from event to event in time and between lanes. Enter opens, Escape closes, plus and minus zoom, 0 shows the whole time, question mark lists all keys.",
    overview: "Overview of the whole time",
    startOfView: "Start of the view",
    endOfView: "End of the view",
    pinLane: name => `Keep ${name} on top`,
    unpinLane: name => `No longer keep ${name} on top`,
    laneSummary: (name, n) => `${name}, ${events(n)}`,
    viewIs: stretch => `In view: ${stretch}`,
    daysFrom: days =>
      days === 0
        ? "that day"
        : `${days < 0 ? "−" : "+"}${count(Math.abs(days), { one: "{n} day", other: "{n} days" })}`,
    countFrom: title => `Counted from: ${title}`,
    countDates: "Show dates again",

    details: "Event",

    loading: "Loading",
    loadingFile: name => `Loading ${name}`,
    stop: "Stop",
    readWhole: "Read it all",
    openOther: "Open",
    openTitle: "Open a file",
    tryAgain: "Try again",
    broken: ["The file could not be opened.", "Try again, or open another."],

    openInFull: "Open in full",
    source: name => `Source: ${name}`,

    more: async () => ({ ...words, ...(await import("./more-en.ts")).moreEnglish(words, digits) }),
  }
  return words
}

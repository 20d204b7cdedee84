import { pluralizer, type EnglishForms } from "./plural.ts"
import type { ReadingWords } from "./reading.ts"

/** The texts on how a file was read, in English. */
export function englishReading(digits: (n: number) => string): ReadingWords {
  const count = pluralizer<EnglishForms>("en", digits)
  const events = (n: number) => count(n, { one: "{n} event", other: "{n} events" })
  return {
    firstShown: "First events shown",
    megabytesRead: (done, total) => `${digits(done)} ${total === null ? "" : `of ${digits(total)} `}MB read`,
    stopping: "Stopping…",
    readAnew: "Reading broke off and has begun anew.",
    stoppedAt(n, percent) {
      const at = `Stopped at ${events(n)}`
      if (percent === null) return `${at}: a part of the file.`
      return `${at}, ${percent < 1 ? "less than 1" : `about ${digits(percent)}`}% of the file.`
    },
    notReadAgain: "The file could not be read again.",

    formats: {
      csv: "a table (CSV)",
      xlsx: "a workbook (Excel)",
      parquet: "columns (Parquet)",
      arrow: "columns (Arrow)",
      acled: "events of ACLED",
      gdelt: "events of GDELT",
      gtd: "the Global Terrorism Database (GTD)",
      ucdp: "events of UCDP",
      timelinejs: "a TimelineJS timeline",
      vis: "data of vis-timeline",
      simile: "a SIMILE timeline",
      timemap: "events of TimeMap",
      ical: "a calendar (iCalendar)",
      wikidata: "an answer of Wikidata",
      geojson: "a map (GeoJSON)",
      "linked-places": "places in time (Linked Places)",
      "json-ld": "events of a web page (schema.org)",
      json: "JSON",
      jsonl: "JSON Lines",
    },
    readAs: format => `Read as ${format}.`,
    counts: ({ read, shown, leftOut, values, guessed }) => {
      const told = leftOut > 0 ? `: ${digits(shown)} shown, ${digits(leftOut)} left out` : ", all shown"
      const lost = count(values, { one: "{n} value left out", other: "{n} values left out" })
      const mended = count(guessed, {
        one: "{n} thing guessed or mended",
        other: "{n} things guessed or mended",
      })
      return `${events(read)}${told}${values > 0 ? `; ${lost}` : ""}${guessed > 0 ? `; ${mended}` : ""}.`
    },
    endedEarly: "Reading ended at a fault: whatever comes after it is missing.",
    encodingIs: name => `Encoding: ${name}.`,
    doubts: {
      "named-in-part": ({ guessed }) =>
        `${guessed.length === 1 ? "One column was" : "Some columns were"} taken by a part of ${guessed.length === 1 ? "its name" : "their names"}: ${guessed.map(name => `“${name}”`).join(", ")}.`,
      "no-date": () => "No column of dates was found.",
      "no-title": () => "No column that says what happened was found.",
      "several-dates": ({ column }) => `More than one column could be the date; “${column}” was taken.`,
      order: ({ order }) =>
        `Nothing tells days from months: the ${order === "dmy" ? "day" : "month"} was taken to come first.`,
      encoding: ({ encoding }) => `The encoding is a guess: ${encoding}.`,
    },
    matchColumns: "Match columns",
    seeList: "See the list",

    matchIntro: "Say what each column holds. Below stands what becomes of the first rows.",
    columnsTitle: "Columns of the file",
    leftAlone: "left alone",
    groups: { what: "What", when: "When", who: "Who", where: "Where", more: "More" },
    fields: {
      id: "identifier",
      title: "title",
      summary: "text",
      when: "date",
      start: "start date",
      end: "end date",
      year: "year",
      month: "month",
      day: "day",
      time: "time of day",
      hour: "hour",
      minute: "minute",
      second: "second",
      endYear: "year of the end",
      endMonth: "month of the end",
      endDay: "day of the end",
      endTime: "time of the end",
      whenText: "date in the source’s words",
      reported: "date it was reported",
      actor: "actors",
      place: "place",
      within: "region or country",
      lat: "latitude",
      lon: "longitude",
      type: "type",
      status: "status",
      source: "source",
      tag: "tags",
      killed: "killed",
      killedMin: "killed, at least",
      killedMax: "killed, at most",
      injured: "wounded",
      injuredMin: "wounded, at least",
      injuredMax: "wounded, at most",
      precision: "precision of the date",
    },
    order: "Order of day and month",
    orders: { dmy: "day first: 31/12", mdy: "month first: 12/31" },
    encoding: "Encoding of the letters",
    encodings: {
      "utf-8": "UTF-8",
      "utf-16le": "UTF-16",
      "utf-16be": "UTF-16, big-endian",
      "windows-1252": "Western European (windows-1252)",
      "windows-1256": "Arabic (windows-1256)",
      "windows-1251": "Cyrillic (windows-1251)",
      "windows-1250": "Central European (windows-1250)",
      "windows-1253": "Greek (windows-1253)",
      "windows-1254": "Turkish (windows-1254)",
      "windows-1255": "Hebrew (windows-1255)",
      "iso-8859-6": "Arabic (ISO 8859-6)",
      "koi8-r": "Cyrillic (KOI8-R)",
      ibm866: "Cyrillic (DOS 866)",
      macintosh: "Western European (Mac)",
      gb18030: "Chinese (GB 18030)",
      shift_jis: "Japanese (Shift JIS)",
      "euc-kr": "Korean (EUC-KR)",
    },
    recognised: name => `as recognised: ${name}`,
    recognisedAlone: "as recognised",
    previewTitle: "What becomes of the first rows",
    previewCount: (n, undated) =>
      n === 0
        ? "With these columns no row says anything."
        : `${events(n)}${undated > 0 ? `, ${digits(undated)} without a date` : ""}`,
    apply: "Read it so",
    cancel: "Cancel",
    reset: "As recognised",
    allKinds: "All",
    saveTable: "Save as a table (CSV)",
    leftOutTitle: "What was left out or guessed",
    leftOutIntro: "Everything else is shown.",
    problemPlaces: {
      row: at => `row ${at}`,
      line: at => `line ${at}`,
      column: at => `column ${at}`,
    },
    problemFound: "Found",
    problemExpected: "Expected",
    fates: {
      stopped: "Stopped the reading",
      event: "Not shown",
      value: "Values left out",
      mended: "Guessed or mended",
    },
    fateNotes: {
      stopped: "What follows could not be read.",
      event: "Nothing of these events is shown. Correct them in the file and open it again.",
      value: "Their events are shown without them. Correct them in the file and open it again.",
      mended: "These are shown as they were understood. See whether that is what was meant.",
    },
    fateOfOne: {
      stopped: "stopped the reading",
      event: "left out and not shown",
      value: "value left out, its event is shown",
      mended: "guessed or mended",
    },
    problemWholes: { row: "Row", line: "Line", event: "Event", file: "File" },
    times: n => count(n, { one: "once", other: "{n} times" }),
    showAll: n => `Show all ${digits(n)}`,
    showFirst: n => `Show the first ${digits(n)}`,
    showFewer: "Show fewer",
    restInTable: n => `${digits(n)} more are in the table that can be saved.`,
    beyond: n =>
      count(n, {
        one: "{n} more problem was only counted.",
        other: "{n} more problems were only counted.",
      }),
  }
}

import { LoadFailure } from "../load/failure.ts"
import { loadTable } from "../load/table.ts"
import type { EventRecord } from "../model/document.ts"
import { writeEvent } from "../model/write.ts"
import { memoryEngine } from "../query/memory.ts"
import type { Selection } from "../query/selection.ts"
import { readAddress } from "../state/address.ts"
import { eventOf } from "../table/event.ts"
import { foldedNames } from "../table/foldedNames.ts"
import { tableOf } from "../table/parts.ts"
import { FACETS, type FacetName, type Table } from "../table/table.ts"
import { readWhen } from "../time/edtf.ts"
import { sayFailure } from "./failure.ts"
import { lineUp, tabbed } from "./lines.ts"
import { openInput, READING, readingOptions } from "./open.ts"
import { paintFor } from "./paint.ts"
import { progressBar } from "./progress.ts"
import { SPEECH, speechFor, type Speech } from "./speech.ts"
import type { Terminal } from "./terminal.ts"
import { UsageError, type Asked, type OptionKinds } from "./usage.ts"

/** The filters of interface §2, by their parameters. */
const FILTERS: OptionKinds = {
  ...Object.fromEntries(FACETS.map(facet => [facet, "many"])),
  match: "one",
  q: "one",
  from: "one",
  to: "one",
  range: "one",
  known: "one",
}
export const QUERY_OPTIONS: OptionKinds = { ...FILTERS, ...READING, json: "flag", ...SPEECH }

/** `dateline query`: the events that pass, in order of time, as a table or as JSON lines; 0, or 2 for an unreadable file. */
export async function runQuery(asked: Asked, terminal: Terminal): Promise<number> {
  const [file, ...more] = asked.rest
  if (file === undefined) throw new UsageError("query needs a file, an address, or - for standard input")
  if (more.length > 0) throw new UsageError(`query takes one file, and “${more[0]}” is another`)
  const selection = selectionOf(asked)
  const speech = await speechFor(asked)
  const table = await tableOfFile(file, asked, terminal)
  if (!table) return 2
  warnOfUnknown(selection, table, terminal)
  const { rows, passed, total } = memoryEngine(table).select(selection)
  if (asked.has("json")) await writeLines(rows, table, terminal)
  else if (terminal.isSeen) await writeTable(rows, table, speech, terminal)
  else await writeTabs(rows, table, speech, terminal)
  if (terminal.isHeard) terminal.say(`${passed.toLocaleString("en")} of ${total.toLocaleString("en")} events`)
  return 0
}

/** The selection that the options name, read as an address is. Throws UsageError for a value that can mean nothing. */
function selectionOf(asked: Asked): Selection {
  const query = new URLSearchParams()
  for (const name of Object.keys(FILTERS)) {
    const values = FILTERS[name] === "many" ? asked.many(name) : [asked.one(name) ?? ""]
    for (const value of values) query.append(name, value)
  }
  const oneOf = (name: string, words: readonly string[]) => {
    const value = asked.one(name)
    if (value !== null && !words.includes(value))
      throw new UsageError(`--${name} is ${words.join(" or ")}, not “${value}”`)
  }
  oneOf("match", ["any", "all"])
  oneOf("range", ["could", "must"])
  for (const name of ["from", "to", "known"]) {
    const value = asked.one(name)
    if (value !== null && !readWhen(value))
      throw new UsageError(`--${name}: “${value}” is no date; write it like 2016-11-15 or 2016-11`)
  }
  return readAddress(query.toString()).selection
}

async function tableOfFile(file: string, asked: Asked, terminal: Terminal): Promise<Table | null> {
  const bar = progressBar(file, terminal)
  try {
    const source = await openInput(file, terminal)
    const { parts, report } = await loadTable(source, readingOptions(asked, bar.tell))
    bar.end()
    const { problems } = report
    if (problems.length > 0)
      terminal.say(
        `${file}: ${problems.length} problem${problems.length > 1 ? "s" : ""}; “dateline check” lists them`,
      )
    return tableOf(parts)
  } catch (error) {
    bar.end()
    if (!(error instanceof LoadFailure)) throw error
    terminal.say(`${file}: ${sayFailure(file, error)}`)
    return null
  }
}

/** A value that is not in the data matches nothing; who mistook a name for an id is told the id. */
function warnOfUnknown({ facets }: Selection, table: Table, { say }: Terminal): void {
  for (const facet of FACETS)
    for (const id of [...facets[facet].include, ...facets[facet].exclude]) {
      const { values } = table.facets[facet]
      if (id === "?" || values.code(id) >= 0) continue
      const alike = idNamed(table, facet, id)
      say(`No ${facet} has the id “${id}”${alike === null ? "" : `; did you mean “${alike}”?`}`)
    }
}

function idNamed(table: Table, facet: FacetName, name: string): string | null {
  const { values } = table.facets[facet]
  const wanted = name.toLowerCase()
  for (let code = 1; code < values.size; code++)
    if (
      foldedNames(values, code)
        .split("\n")
        .some(one => one === wanted || one.split(" ").includes(wanted))
    )
      return values.ids[code]!
  return null
}

/** Enough lines at a time that writing them costs little. */
const TOGETHER = 500

async function writeLines(rows: Uint32Array, table: Table, terminal: Terminal): Promise<void> {
  for (let from = 0; from < rows.length; from += TOGETHER) {
    let text = ""
    for (const row of rows.subarray(from, from + TOGETHER)) {
      const event = eventOf(table, row)
      // The id stands there even where it follows from the rest, so that it can be asked for.
      text += `${JSON.stringify({ id: event.id, ...writeEvent(event, table.document) })}\n`
    }
    await terminal.out(text)
  }
}

const COLUMNS = ["when", "title", "actors", "places", "status"] as const
const TABBED = ["id", "when", "status", "type", "title", "actors", "places", "sources"] as const

async function writeTable(
  rows: Uint32Array,
  table: Table,
  speech: Speech,
  terminal: Terminal,
): Promise<void> {
  const paint = paintFor(terminal.isSeen)
  for (let from = 0; from < rows.length || from === 0; from += TOGETHER) {
    const records = [...rows.subarray(from, from + TOGETHER)].map(row => {
      const said = wordsOf(eventOf(table, row), table, speech.lang)
      return { ...said, when: said.when === "" ? "no date" : speech.date(said.when) }
    })
    const header = from === 0 ? [COLUMNS.map(name => name.toUpperCase())] : []
    const cells = [...header, ...records.map(record => COLUMNS.map(name => record[name]))]
    const lines = lineUp(cells, terminal.columns)
    if (from === 0) lines[0] = paint.quiet(lines[0]!)
    await terminal.out(`${lines.join("\n")}\n`)
  }
}

async function writeTabs(rows: Uint32Array, table: Table, speech: Speech, terminal: Terminal): Promise<void> {
  await terminal.out(`${TABBED.join("\t")}\n`)
  for (let from = 0; from < rows.length; from += TOGETHER) {
    let text = ""
    for (const row of rows.subarray(from, from + TOGETHER)) {
      const said = wordsOf(eventOf(table, row), table, speech.lang)
      text += `${tabbed(TABBED.map(name => said[name]))}\n`
    }
    await terminal.out(text)
  }
}

type Said = Record<(typeof COLUMNS)[number] | (typeof TABBED)[number], string>

function wordsOf(event: EventRecord, table: Table, lang: string): Said {
  const names = (facet: FacetName, ids: readonly { readonly id: string }[]) => {
    const { values } = table.facets[facet]
    return [...new Set(ids.map(({ id }) => values.name(values.code(id), lang)))].join("; ")
  }
  return {
    id: event.id,
    when: event.when ?? "",
    status: event.status,
    type: event.type === null ? "" : names("type", [{ id: event.type }]),
    title: event.title[lang] ?? event.title["en"] ?? Object.values(event.title)[0] ?? "",
    actors: names("actor", event.actors),
    places: names("place", event.places),
    sources: names("source", event.sources),
  }
}

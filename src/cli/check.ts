import { LoadFailure } from "../load/failure.ts"
import { fatesOf, type Fate } from "../model/fate.ts"
import type { Place, Problem } from "../model/problem.ts"
import { sayFailure } from "./failure.ts"
import { oneLine } from "./lines.ts"
import { openInput, READING, readingOptions } from "./open.ts"
import { paintFor, type Paint } from "./paint.ts"
import { progressBar } from "./progress.ts"
import { survey, type Survey } from "./survey.ts"
import type { Terminal } from "./terminal.ts"
import { UsageError, type Asked } from "./usage.ts"

export const CHECK_OPTIONS = { ...READING, json: "flag" } as const

type Checked = Survey | LoadFailure

/** `dateline check`: what each file holds and all that was wrong with it; 0 clean, 1 with problems, 2 unreadable. */
export async function runCheck(asked: Asked, terminal: Terminal): Promise<number> {
  if (asked.rest.length === 0) throw new UsageError("check needs a file, an address, or - for standard input")
  const paint = paintFor(terminal.isSeen)
  let code = 0
  for (const file of asked.rest) {
    const checked = await checkFile(file, asked, terminal)
    code = Math.max(code, checked instanceof LoadFailure ? 2 : checked.problems.length > 0 ? 1 : 0)
    await terminal.out(
      asked.has("json") ? `${JSON.stringify(record(file, checked))}\n` : report(file, checked, paint),
    )
  }
  return code
}

async function checkFile(file: string, asked: Asked, terminal: Terminal): Promise<Checked> {
  const bar = progressBar(file, terminal)
  try {
    return await survey(await openInput(file, terminal), readingOptions(asked, bar.tell))
  } catch (error) {
    if (error instanceof LoadFailure) return error
    throw error
  } finally {
    bar.end()
  }
}

/** For machines; of a file that cannot be read, why. */
function record(file: string, checked: Checked): object {
  if (!(checked instanceof LoadFailure)) return { file, ...checked }
  const { code, status, problems } = checked
  const failure = { code, status, message: sayFailure(file, checked) }
  return {
    file,
    format: null,
    events: 0,
    leftOut: 0,
    undated: 0,
    extent: null,
    actors: 0,
    places: 0,
    failure,
    problems,
  }
}

function report(file: string, checked: Checked, paint: Paint): string {
  const fates = fatesOf(checked.problems)
  const problems = checked.problems
    .map((problem, i) => `  ${sayProblem(problem, fates[i]!, paint)}\n`)
    .join("")
  const name = paint.strong(oneLine(file))
  if (checked instanceof LoadFailure)
    return `${paint.bad("✗")} ${name}: ${sayFailure(file, checked)}\n${problems}`
  const { format, events, leftOut, undated, extent, actors, places } = checked
  const facts = [
    format,
    count(events, "event") + (leftOut > 0 ? ` and ${leftOut.toLocaleString("en")} left out` : ""),
    extent ? `${extent[0]} to ${extent[1]}` : "",
    undated > 0 ? `${undated.toLocaleString("en")} without a date` : "",
    count(actors, "actor"),
    count(places, "place"),
  ].filter(Boolean)
  const mark = checked.problems.length === 0 ? paint.good("✓") : paint.doubtful("!")
  return `${mark} ${name}: ${facts.join(", ")}\n${problems}`
}

function count(n: number, what: string): string {
  return `${n.toLocaleString("en")} ${what}${n === 1 ? "" : "s"}`
}

const DONE: Readonly<Record<Fate, string>> = {
  stopped: "stopped here",
  event: "left out",
  value: "value left out",
  mended: "taken with care",
}

function sayProblem({ code, where, found, expected }: Problem, fate: Fate, paint: Paint): string {
  const colour = fate === "mended" ? paint.doubtful : paint.bad
  const place = sayPlace(where)
  const at = place === "" ? "" : `${place}: `
  const what = `found ${oneLine(found) || "nothing"}; expected ${oneLine(expected)}`
  return `${at}${colour(DONE[fate])} ${paint.quiet(code)}: ${what}`
}

/** Where a problem stands: row and column of a table, line and column of a text, or a JSON Pointer. */
export function sayPlace({ file, pointer, line, row, column }: Place): string {
  // Of a row, the pointer is the field that a cell was taken for; its column says it in the words of the file.
  const isNamed = row !== undefined && column !== undefined
  const field = row === undefined ? pointer || "the whole" : isNamed ? undefined : pointer?.slice(1)
  const parts = [
    file,
    line === undefined ? undefined : `line ${line}`,
    row === undefined ? undefined : `row ${row}`,
    column === undefined ? undefined : `column ${column}`,
    pointer === undefined ? undefined : field,
  ]
  return oneLine(parts.filter(Boolean).join(", "))
}

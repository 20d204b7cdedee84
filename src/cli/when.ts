import { createInterface } from "node:readline"
import { Readable } from "node:stream"
import { edtfFault } from "../model/edtf-text.ts"
import { ENGLISH_WANTED, sayWanted, wantedOfEdtf } from "../model/wanted.ts"
import { readWhen } from "../time/edtf.ts"
import { QUALIFIER } from "../time/when.ts"
import { isoDay, isoLastDay } from "./days.ts"
import { lineUp, tabbed } from "./lines.ts"
import { paintFor } from "./paint.ts"
import { SPEECH, speechFor, type Speech } from "./speech.ts"
import type { Terminal } from "./terminal.ts"
import type { Asked } from "./usage.ts"

export const WHEN_OPTIONS = { json: "flag", ...SPEECH } as const

/** What a date means; days are inclusive, ISO 8601, and null where open or unknown. */
export interface Meaning {
  readonly input: string
  readonly valid: boolean
  readonly min: string | null
  readonly max: string | null
  /** The latest day on which it can begin. */
  readonly startMax: string | null
  /** The earliest day on which it can end. */
  readonly endMin: string | null
  readonly approximate: boolean
  readonly uncertain: boolean
  readonly words: string | null
}

const { approximateBegin, approximateEnd, uncertainBegin, uncertainEnd } = QUALIFIER

/** The meaning of an EDTF text; one that is none is not valid and means nothing. */
export function meaningOf(input: string, speech: Pick<Speech, "date">): Meaning {
  const text = input.trim()
  const when = text === "" ? null : readWhen(text)
  return {
    input,
    valid: when !== null,
    min: when && isoDay(when.beginMin),
    max: when && isoLastDay(when.endMax),
    startMax: when && isoLastDay(when.beginMax),
    endMin: when && isoDay(when.endMin),
    approximate: when !== null && (when.qualifiers & (approximateBegin | approximateEnd)) !== 0,
    uncertain: when !== null && (when.qualifiers & (uncertainBegin | uncertainEnd)) !== 0,
    words: when && speech.date(text),
  }
}

/**
 * `dateline when`: a line for each date of the arguments, or of standard input. Gives 1 where a text is no date, but not
 * with --json, whose lines say so themselves.
 */
export async function runWhen(asked: Asked, terminal: Terminal): Promise<number> {
  const speech = await speechFor(asked)
  if (asked.has("json")) {
    for await (const text of textsOf(asked, terminal))
      await terminal.out(`${JSON.stringify(meaningOf(text, speech))}\n`)
    return 0
  }
  const paint = paintFor(terminal.isSeen)
  let code = 0
  for await (const text of textsOf(asked, terminal)) {
    const { valid, words, min, max } = meaningOf(text, speech)
    if (!valid) code = 1
    const bounds = `${min ?? ".."}/${max ?? ".."}`
    const row = valid ? [text, bounds, words!] : [text, "no date", faultOf(text)]
    const line = terminal.isSeen ? lineUp([row], Infinity)[0]! : tabbed(row)
    await terminal.out(`${valid ? line : paint.bad(line)}\n`)
  }
  return code
}

function faultOf(text: string): string {
  const fault = edtfFault(text)
  return fault ? `expected ${sayWanted(wantedOfEdtf(fault), ENGLISH_WANTED)}` : ""
}

async function* textsOf({ rest }: Asked, { input }: Terminal): AsyncGenerator<string> {
  if (rest.length > 0) yield* rest
  else yield* createInterface({ input: Readable.from(input), crlfDelay: Infinity })
}

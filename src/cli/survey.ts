import { readSource } from "../load/read.ts"
import type { LoadOptions, LoadSource } from "../load/source.ts"
import type { Problem } from "../model/problem.ts"
import type { Document } from "../model/document.ts"
import { idBuilder } from "../table/idBuilder.ts"
import { textBuilder } from "../table/textBuilder.ts"
import { whenReader } from "../time/edtf.ts"
import { isoDay, isoLastDay } from "./days.ts"

/** What `check` says of a file. */
export interface Survey {
  readonly format: string
  /** Events that would be shown; those in the file are these and the ones left out. */
  readonly events: number
  readonly leftOut: number
  readonly undated: number
  /** First and last day, inclusive, of all known bounds; null where no event has any. */
  readonly extent: readonly [string, string] | null
  readonly actors: number
  readonly places: number
  readonly problems: readonly Problem[]
}

/** Reads a file and keeps of its events only what is counted. Rejects with a LoadFailure. */
export async function survey(source: LoadSource, options: LoadOptions): Promise<Survey> {
  const ids = idBuilder(textBuilder())
  const whenOf = whenReader()
  let [first, last, undated] = [Infinity, -Infinity, 0]
  let head: Omit<Document, "events"> | null = null
  const outcome = await readSource(source, options, document => {
    head = document
    return {
      has: ids.has,
      add({ id, when, asOf }) {
        ids.add(id)
        const span = when === null ? null : whenOf(when, asOf)
        if (!span) return void undated++
        for (const bound of [span.beginMin, span.beginMax, span.endMin, span.endMax]) {
          if (!Number.isFinite(bound)) continue
          first = Math.min(first, bound)
          last = Math.max(last, bound)
        }
      },
    }
  })
  return {
    format: outcome.format,
    events: outcome.read - outcome.leftOut,
    leftOut: outcome.leftOut,
    undated,
    extent: first <= last ? [isoDay(first)!, isoLastDay(last)!] : null,
    actors: head!.actors.size,
    places: head!.places.size,
    problems: outcome.problems,
  }
}

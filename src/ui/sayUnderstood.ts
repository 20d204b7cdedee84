import { fatesOf } from "../model/fate.ts"
import type { Problem } from "../model/problem.ts"
import type { ReadingWords } from "../words/reading.ts"
import type { Understood } from "./useDocument.ts"

/** What a file was taken for and what came of it, in one line; an encoding is worth a word where it is not UTF-8. */
export function sayUnderstood(
  { format, read, leftOut, shape }: Understood,
  problems: readonly Problem[],
  words: ReadingWords,
): string {
  const names = format.split(", ").map(name => words.formats[name] ?? name)
  const more = problems.find(({ code }) => code === "more-problems")
  const fates = fatesOf(problems)
  const values = fates.filter(fate => fate === "value").length
  const guessed = fates.filter(fate => fate === "mended").length - (more ? 1 : 0)
  const encoding = shape?.encoding ?? "utf-8"
  return [
    words.readAs(names.join(", ")),
    words.counts({ read, shown: read - leftOut, leftOut, values, guessed }),
    ...(more ? [words.beyond(Number(more.seen?.of ?? 0))] : []),
    ...(problems.some(endsReading) ? [words.endedEarly] : []),
    ...(encoding === "utf-8" ? [] : [words.encodingIs(words.encodings[encoding])]),
  ].join(" ")
}

/** Whether all that follows a place in the file was left out. */
function endsReading({ code, severity, wanted }: Problem): boolean {
  return severity === "left-out" && (code === "damaged-file" || wanted?.endsHere === true)
}

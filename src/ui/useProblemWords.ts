import { useEffect, useMemo, useState } from "react"
import type { FaultCode } from "../model/faults.ts"
import type { Problem } from "../model/problem.ts"
import { saySeen } from "../model/seen.ts"
import { ENGLISH_WANTED, sayWanted, type Wanted } from "../model/wanted.ts"
import { loadFaultWords, type FaultWords } from "../words/faults.ts"

/** Says of a problem what stood at its place, and what was expected there. */
export interface SayProblem {
  readonly found: (problem: Problem) => string
  readonly expected: (problem: Problem) => string
  /** The same of all that lack the same, without what stood in one of them. */
  readonly wanted: (problem: Problem) => string
}

/** The same in the interface's language; in English until its words have come, and where it has none. */
export function useProblemWords(lang: string): SayProblem {
  const [words, setWords] = useState<FaultWords | null>(null)
  useEffect(() => {
    let isCurrent = true
    void loadFaultWords(lang).then(loaded => isCurrent && setWords(loaded))
    return () => {
      isCurrent = false
    }
  }, [lang])
  return useMemo(() => problemWords(words), [words])
}

/** What stood there and what was expected, in the words of a language; in English where there are none. */
export function problemWords(words: FaultWords | null): SayProblem {
  const inWords = ({ code, expected }: Problem, wanted: Wanted | undefined) => {
    if (wanted) return sayWanted(wanted, words?.wanted ?? ENGLISH_WANTED)
    return words && Object.hasOwn(words.codes, code) ? words.codes[code as FaultCode] : expected
  }
  return {
    found: ({ found, seen }) => (seen && words ? saySeen(seen, words.seen) : found),
    expected: problem => inWords(problem, problem.wanted),
    wanted: problem => inWords(problem, problem.wanted && { ...problem.wanted, inPlaceOf: undefined }),
  }
}

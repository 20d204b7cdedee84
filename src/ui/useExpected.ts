import { useCallback, useEffect, useState } from "react"
import type { FaultCode } from "../model/faults.ts"
import type { Problem } from "../model/problem.ts"
import { sayWanted } from "../model/wanted.ts"
import { loadFaultWords, type FaultWords } from "../words/faults.ts"

/** Says what was expected where something was wrong. */
export type SayExpected = (problem: Problem) => string

/** The same in the interface's language; in English until its words have come, and where it has none. */
export function useExpected(lang: string): SayExpected {
  const [words, setWords] = useState<FaultWords | null>(null)
  useEffect(() => {
    let isCurrent = true
    void loadFaultWords(lang).then(loaded => isCurrent && setWords(loaded))
    return () => {
      isCurrent = false
    }
  }, [lang])
  return useCallback(problem => sayExpected(problem, words), [words])
}

/** What was expected, in the words of a language; in English where there are none. */
export function sayExpected({ code, expected, wanted }: Problem, words: FaultWords | null): string {
  if (words === null) return expected
  if (wanted) return sayWanted(wanted, words.wanted)
  return Object.hasOwn(words.codes, code) ? words.codes[code as FaultCode] : expected
}

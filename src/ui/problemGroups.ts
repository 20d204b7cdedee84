import { FATES, fatesOf, type Fate } from "../model/fate.ts"
import type { FaultCode } from "../model/faults.ts"
import type { Place, Problem } from "../model/problem.ts"

/** Problems of one kind: the same thing was expected of the same column or field, and the same became of them. */
export interface ProblemGroup {
  readonly fate: Fate
  /** The name of the column or the field; null where they are of more than a field. */
  readonly subject: string | null
  /** In the order of the file: by its name, row or line, and column; as they were found where a place has no number. */
  readonly problems: readonly Problem[]
}

export interface GroupedProblems {
  /** What became of each, in the order in which they were given. */
  readonly fates: readonly Fate[]
  /** What was lost goes before what was guessed, and of each the commonest first. */
  readonly groups: readonly ProblemGroup[]
  /** How many problems there are of each fate that there is. */
  readonly counts: ReadonlyMap<Fate, number>
  /** Problems that were counted and not kept. */
  readonly beyond: number
}

/** Said once of each name, which is what was found there. */
const NAMES_ITSELF: ReadonlySet<string> = new Set<FaultCode>([
  "unknown-field",
  "guessed-column",
  "bad-language",
  "not-an-object",
  "repeated-event",
])

/** The problems of one reading, those that are alike together. Takes time in proportion to their number, and to sort them. */
export function groupProblems(problems: readonly Problem[]): GroupedProblems {
  const fates = fatesOf(problems)
  const groups = new Map<string, { fate: Fate; subject: string | null; problems: Problem[] }>()
  const counts = new Map<Fate, number>()
  let beyond = 0
  for (const [i, problem] of problems.entries()) {
    if (problem.code === "more-problems") {
      beyond = Number(problem.seen?.of ?? 0)
      continue
    }
    const fate = fates[i]!
    const { code, wanted } = problem
    const subject = NAMES_ITSELF.has(code) ? null : subjectOf(problem.where)
    // What stood there instead is told with each.
    const key = [fate, code, wanted?.word, wanted?.of, wanted?.endsHere, subject].join("\n")
    const group = groups.get(key)
    if (group) group.problems.push(problem)
    else groups.set(key, { fate, subject, problems: [problem] })
    counts.set(fate, (counts.get(fate) ?? 0) + 1)
  }
  const sorted = [...groups.values()].map(({ problems, ...group }) => ({
    ...group,
    problems: problems.toSorted((a, b) => comparePlaces(a.where, b.where)),
  }))
  return {
    fates,
    groups: sorted.toSorted(compareGroups),
    counts: new Map(FATES.flatMap(fate => (counts.has(fate) ? [[fate, counts.get(fate)!]] : []))),
    beyond,
  }
}

/** The column, or the name of the field, that a place is of; null for one that is of a whole event or of the file. */
function subjectOf({ column, pointer = "", row, line }: Place): string | null {
  if (typeof column === "string") return column
  const path = pointer.split("/").slice(1)
  const last = path.at(-1) ?? ""
  // An entry of a list is of the list; an event is not.
  const depth = row === undefined && line === undefined ? 2 : 1
  const name = /^\d+$/.test(last) && path.length > depth ? path.at(-2)! : last
  return name === "" || /^\d+$/.test(name) ? null : name.replaceAll("~1", "/").replaceAll("~0", "~")
}

function compareGroups(a: ProblemGroup, b: ProblemGroup): number {
  return FATES.indexOf(a.fate) - FATES.indexOf(b.fate) || b.problems.length - a.problems.length
}

function comparePlaces(a: Place, b: Place): number {
  const [file = "", other = ""] = [a.file, b.file]
  if (file !== other) return file < other ? -1 : 1
  return (a.row ?? a.line ?? 0) - (b.row ?? b.line ?? 0) || (Number(a.column) || 0) - (Number(b.column) || 0)
}

import * as v from "valibot"
import { isFaultCode, type FaultCode } from "./faults.ts"
import { isByColumns, report, withMoved, within, type Spot } from "./spot.ts"
import { wantedOfDate } from "./wantedOfDate.ts"

/**
 * As much of a value as a schema accepts; null where nothing of it can be kept.
 *
 * What is wrong is taken out at the smallest grain that leaves the rest readable: an optional field, an entry of a list
 * or map, a whole reference that lacks its id. Numbers where text is wanted, and a single value where a list is wanted,
 * are mended. Each fault is reported with its pointer; a `null` is the same as nothing and is not. The input is not
 * changed; sound input costs one validation.
 */
export function salvage<const S extends v.GenericSchema>(
  schema: S,
  value: unknown,
  spot: Spot,
): Salvaged<v.InferOutput<S>> | null {
  const first = v.safeParse(schema, value)
  if (first.success) return { value: first.output, spot }
  const work: Work = { spot, root: copy(value, DEPTH), origin: new WeakMap(), gone: [] }
  let issues: readonly Issue[] = first.issues
  // Each round takes something out of a finite value or gives up; the bound only guards against a schema at fault.
  for (let round = 0; round < ROUNDS; round++) {
    if (!mendAll(work, issues)) return null
    const again = v.safeParse(schema, work.root)
    if (again.success) return { value: again.output, spot: withMoved(spot, movedIn(work)) }
    issues = again.issues
  }
  return null
}

/** What is left of a value, and its spot, which knows where the entries of its lists stood before. */
export interface Salvaged<T> {
  readonly value: T
  readonly spot: Spot
}

type Issue = v.BaseIssue<unknown>
type Path = readonly (string | number)[]

interface Work {
  readonly spot: Spot
  root: unknown
  /** For lists that lost entries: where those that remain stood in the input. */
  readonly origin: WeakMap<object, number[]>
  /** Paths already reported: a fault is named once, though its container may have to go after it. */
  readonly gone: string[]
}

/** No schema here is deeper; what lies below is never looked at. */
const DEPTH = 8
const ROUNDS = 64

function copy(value: unknown, depth: number): unknown {
  if (typeof value !== "object" || value === null || depth === 0) return value
  if (Array.isArray(value)) return value.map(item => copy(item, depth - 1))
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item, depth - 1)]))
}

interface Found {
  readonly path: Path
  readonly issue: Issue
}

/** The faults as deep as they can be told: of the forms a value may have, the one that came furthest was meant. */
function deepest(issue: Issue, before: Path): Found[] {
  const path = [...before, ...(issue.path ?? []).map(item => item.key as string | number)]
  const inner = (issue.issues ?? []).filter(part => part.path && part.path.length > 0)
  return inner.length > 0 ? inner.flatMap(part => deepest(part, path)) : [{ path, issue }]
}

function mendAll(work: Work, issues: readonly Issue[]): boolean {
  // From the last entry to the first, so that taking one out does not move those still to be looked at.
  const found = issues.flatMap(issue => deepest(issue, [])).toSorted((a, b) => comparePaths(b.path, a.path))
  const once = found.filter(({ path }, i) => i === 0 || comparePaths(path, found[i - 1]!.path) !== 0)
  let gone: Path | null = null
  for (const fault of once) {
    // What stands at this path now is the next entry, which is sound or was looked at before.
    if (gone !== null && startsWith(fault.path, gone)) continue
    const result = mend(work, fault)
    if (result === "lost") return false
    if (result !== "kept") gone = result
  }
  return true
}

function startsWith(path: Path, start: Path): boolean {
  return start.every((key, i) => path[i] === key)
}

function comparePaths(a: Path, b: Path): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [x, y] = [a[i]!, b[i]!]
    if (x === y) continue
    return typeof x === "number" && typeof y === "number" ? x - y : String(x) < String(y) ? -1 : 1
  }
  return a.length - b.length
}

/** Mends or takes out what one fault is about: the path of the container that went, if one had to go. */
function mend(work: Work, { path, issue }: Found): "kept" | "lost" | Path {
  const code = codeOf(issue)
  const here = look(work.root, path)
  if (!here.reached) return "kept"
  if (here.value === undefined || path.length === 0) return giveUp(work, path, here.value, code)
  if (here.value === null && !Array.isArray(here.parent)) return replace(work, path, undefined)
  if (code === "not-text" && typeof here.value === "number" && Number.isFinite(here.value)) {
    tell(work, path, here.value, "number-as-text", "repaired")
    return replace(work, path, String(here.value))
  }
  if (code === "not-a-list" && ["string", "object"].includes(typeof here.value)) {
    tell(work, path, here.value, "not-a-list", "repaired")
    return replace(work, path, [here.value])
  }
  tell(work, path, here.value, code, REPAIRED.has(code) ? "repaired" : "left-out")
  return replace(work, path, undefined)
}

/** What falls back to a default that stands for something, instead of to nothing. */
const REPAIRED: ReadonlySet<FaultCode> = new Set<FaultCode>([
  "unknown-status",
  "unknown-role",
  "unknown-version",
])

/** Something is missing that its container cannot do without: the container goes. */
function giveUp(work: Work, path: Path, value: unknown, code: FaultCode): "lost" | Path {
  const container = path.slice(0, -1)
  const inside = [...original(work, container), ""].join("\n")
  const known = work.gone.some(gone => gone.startsWith(inside))
  if (path.length === 0 || !known) tell(work, path, value, path.length === 0 ? code : "missing", "left-out")
  if (container.length === 0) return "lost"
  replace(work, container, undefined)
  return container
}

function tell(
  work: Work,
  path: Path,
  found: unknown,
  code: FaultCode,
  severity: "left-out" | "repaired",
): void {
  const before = original(work, path)
  work.gone.push(before.join("\n"))
  const isDate = code === "bad-date" && typeof found === "string"
  const wanted = isDate ? wantedOfDate(found, isByColumns(work.spot)) : undefined
  report(within(work.spot, ...before), code, severity, found, wanted)
}

function codeOf(issue: Issue): FaultCode {
  return isFaultCode(issue.message) ? issue.message : "missing"
}

function look(root: unknown, path: Path): { reached: boolean; parent: unknown; value: unknown } {
  let parent: unknown
  let value = root
  for (const key of path) {
    if (typeof value !== "object" || value === null) return { reached: false, parent, value: undefined }
    parent = value
    value = Object.hasOwn(value, key) ? (value as Record<string | number, unknown>)[key] : undefined
  }
  return { reached: true, parent, value }
}

/** Puts a value in place of another; undefined takes it out of its list or object. */
function replace(work: Work, path: Path, value: unknown): "kept" {
  const key = path.at(-1)!
  const { value: parent } = look(work.root, path.slice(0, -1))
  if (Array.isArray(parent)) {
    const at = Number(key)
    if (value !== undefined) parent[at] = value
    else {
      const origin = work.origin.get(parent) ?? [...parent.keys()]
      work.origin.set(parent, origin.toSpliced(at, 1))
      parent.splice(at, 1)
    }
  } else if (typeof parent === "object" && parent !== null) {
    if (value === undefined) Reflect.deleteProperty(parent, key)
    else Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true })
  }
  return "kept"
}

/** The path in the input, which still has the entries that were taken out here. */
function original(work: Work, path: Path): Path {
  let value = work.root
  return path.map(key => {
    const before = Array.isArray(value) ? (work.origin.get(value)?.[Number(key)] ?? key) : key
    value = look(value, [key]).value
    return before
  })
}

/** Where the entries of the whole value's own lists stood, for lists that lost some. */
function movedIn({ root, origin }: Work): ReadonlyMap<string, readonly number[]> {
  const lists = new Map<string, readonly number[]>()
  if (typeof root !== "object" || root === null) return lists
  for (const [field, value] of Object.entries(root)) {
    const before = Array.isArray(value) ? origin.get(value) : undefined
    if (before) lists.set(field, before)
  }
  return lists
}

import * as v from "valibot"
import { isFaultCode, pointerTo, type FaultCode, type Faults } from "./faults.ts"
import type { Place } from "./problem.ts"

/** Where a value stands in the input, and who hears what is wrong with it. */
export interface Spot {
  readonly where: Place
  readonly faults: Faults
}

/** The spot of a field or entry of what stands at a spot. */
export function within(spot: Spot, ...path: readonly (string | number)[]): Spot {
  const pointer = path.reduce<string>(pointerTo, spot.where.pointer ?? "")
  return { where: { ...spot.where, pointer }, faults: spot.faults }
}

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
): v.InferOutput<S> | null {
  const first = v.safeParse(schema, value)
  if (first.success) return first.output
  const work: Work = { spot, root: copy(value, DEPTH), origin: new WeakMap(), gone: [] }
  let issues: readonly Issue[] = first.issues
  // Each round takes something out of a finite value or gives up; the bound only guards against a schema at fault.
  for (let round = 0; round < ROUNDS; round++) {
    const mended = mendAll(work, issues)
    if (!mended) return null
    const again = v.safeParse(schema, work.root)
    if (again.success) return again.output
    issues = again.issues
  }
  return null
}

type Issue = v.BaseIssue<unknown>
type Path = readonly (string | number)[]

interface Work {
  readonly spot: Spot
  root: unknown
  /** For lists that lost entries: where those that remain stood in the input. */
  readonly origin: WeakMap<object, number[]>
  /** Pointers already reported: a fault is named once, though its container may have to go after it. */
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
  return once.every(fault => mend(work, fault))
}

function comparePaths(a: Path, b: Path): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [x, y] = [a[i]!, b[i]!]
    if (x === y) continue
    return typeof x === "number" && typeof y === "number" ? x - y : String(x) < String(y) ? -1 : 1
  }
  return a.length - b.length
}

/** Mends or takes out what one fault is about; false where nothing of the whole value can be kept. */
function mend(work: Work, { path, issue }: Found): boolean {
  const code = codeOf(issue)
  const here = look(work.root, path)
  if (!here.reached) return true
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
function giveUp(work: Work, path: Path, value: unknown, code: FaultCode): boolean {
  const container = path.slice(0, -1)
  const pointer = pointerOf(work, container)
  const known = work.gone.some(gone => gone.startsWith(`${pointer}/`))
  if (path.length === 0 || !known) tell(work, path, value, path.length === 0 ? code : "missing", "left-out")
  if (container.length === 0) return false
  return replace(work, container, undefined)
}

function tell(
  work: Work,
  path: Path,
  found: unknown,
  code: FaultCode,
  severity: "left-out" | "repaired",
): void {
  const pointer = pointerOf(work, path)
  work.gone.push(pointer)
  work.spot.faults.add({ code, severity, where: { ...work.spot.where, pointer }, found })
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
function replace(work: Work, path: Path, value: unknown): boolean {
  const key = path.at(-1)
  if (key === undefined) return false
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
  return true
}

/** The pointer into the input, which still has the entries that were taken out here. */
function pointerOf(work: Work, path: Path): string {
  let value = work.root
  let pointer = work.spot.where.pointer ?? ""
  for (const key of path) {
    const original = Array.isArray(value) ? (work.origin.get(value)?.[Number(key)] ?? key) : key
    pointer = pointerTo(pointer, original)
    value =
      typeof value === "object" && value !== null
        ? (value as Record<string | number, unknown>)[key]
        : undefined
  }
  return pointer
}

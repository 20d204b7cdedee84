import { totalsOf } from "../query/counts.ts"
import type { FacetChoice } from "../query/selection.ts"
import type { Facet } from "../table/table.ts"

/** One line of a facet: a value, where it stands in the hierarchy, and whether it is chosen. */
export interface FacetRow {
  readonly id: string
  /** -1 for a value that is chosen and not in the data. */
  readonly code: number
  readonly name: string
  readonly depth: number
  /** Whether other values belong to it, and whether they are shown. */
  readonly branch: boolean
  readonly open: boolean
  readonly included: boolean
  readonly excluded: boolean
}

/**
 * The lines of a facet in reading order: by number of events, then by name, what belongs to a value beneath it, "not
 * stated" last. With `wanted`, the flat list of the values that are. Values that are
 * chosen and do not exist in the data come first, so that they can be let go.
 */
export function facetRows(
  facet: Facet,
  choice: FacetChoice,
  wanted: ((code: number) => boolean) | null,
  isClosed: (code: number) => boolean,
  name: (code: number) => string,
): FacetRow[] {
  const { values } = facet
  // Of the whole table: the order of a facet must not jump while filtering.
  const counts = totalsOf(facet)
  const included = new Set(choice.include)
  const excluded = new Set(choice.exclude)
  const rows: FacetRow[] = []
  const add = (code: number, depth: number, branch: boolean, open: boolean) => {
    const id = values.ids[code]!
    rows.push({
      id,
      code,
      name: name(code),
      depth,
      branch,
      open,
      included: included.has(id),
      excluded: excluded.has(id),
    })
  }
  for (const id of [...choice.include, ...choice.exclude]) {
    if (values.code(id) < 0)
      rows.push({
        id,
        code: -1,
        name: id,
        depth: 0,
        branch: false,
        open: false,
        included: included.has(id),
        excluded: excluded.has(id),
      })
  }
  const inOrder = (codes: readonly number[]) =>
    codes.toSorted((a, b) => counts[b]! - counts[a]! || name(a).localeCompare(name(b)))
  const used = (code: number) => counts[code]! > 0

  if (wanted) {
    const found: number[] = []
    for (let code = 1; code < values.size; code++) if (used(code) && wanted(code)) found.push(code)
    for (const code of inOrder(found)) add(code, 0, false, false)
    return rows
  }

  const placed = new Set<number>()
  const place = (code: number, depth: number) => {
    if (placed.has(code)) return
    placed.add(code)
    const below = values.children[code]!.filter(used)
    const open = !isClosed(code)
    add(code, depth, below.length > 0, open)
    if (open) for (const child of inOrder(below)) place(child, depth + 1)
    else for (const child of below) hide(child)
  }
  const hide = (code: number) => {
    if (placed.has(code)) return
    placed.add(code)
    for (const child of values.children[code]!) hide(child)
  }
  const roots: number[] = []
  for (let code = 1; code < values.size; code++)
    if (used(code) && values.parents[code]!.length === 0) roots.push(code)
  for (const code of inOrder(roots)) place(code, 0)
  if (counts[0]! > 0 || included.has("?") || excluded.has("?")) add(0, 0, false, false)
  return rows
}

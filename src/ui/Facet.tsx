import { lazy, memo, Suspense, useCallback, useId, useMemo, useState } from "react"
import { toggleValue, clearFacet } from "../state/changes.ts"
import type { FacetName } from "../table/table.ts"
import { facetRows, type FacetRow } from "./facetRows.ts"
import { Icon } from "./icons.tsx"
import { nameOf, useAnswer, useReader } from "./reader.ts"
import { StatusGlyph } from "./StatusGlyph.tsx"
import { useExtras } from "./useExtras.ts"
import { useStore } from "./useStore.ts"

const MatchSwitch = lazy(() => import("./MatchSwitch.tsx"))

/** Values shown before "show all" is asked for; a facet with fewer never hides any. */
export const SHOWN = 24
/** From this many values on, a facet has a search of its own. */
const SEARCHABLE = 9
/** From this many values on, branches are closed until they are asked for. */
const LARGE = 80

/** One field to filter by: its values with live counts, to choose, exclude or take alone. */
export function Facet({ facet }: { facet: FacetName }) {
  const reader = useReader()
  const { store, table, words, lang } = reader
  const counts = useAnswer().counts[facet]
  const choice = useStore(store, state => state.selection.facets[facet])
  const headingId = useId()
  const [folded, setFolded] = useState(false)
  const [wanted, setWanted] = useState("")
  const [all, setAll] = useState(false)
  const [turned, setTurned] = useState<ReadonlySet<number>>(new Set())

  const { values } = table.facets[facet]
  const extras = useExtras(wanted !== "")
  // A large hierarchy would be nothing but its first branch.
  const isLarge = values.size > LARGE
  const isClosed = useCallback((code: number) => turned.has(code) !== isLarge, [turned, isLarge])
  const rows = useMemo(
    () =>
      facetRows(table.facets[facet], choice, extras?.finder(values, wanted) ?? null, isClosed, code =>
        nameOf({ table, words, lang }, facet, code),
      ),
    [table, facet, choice, values, wanted, extras, isClosed, words, lang],
  )
  // A field that no event states is nothing to filter by.
  if (values.size <= 1 && choice.include.length + choice.exclude.length === 0) return null
  const shown = all ? rows : rows.slice(0, SHOWN)
  const active = choice.include.length + choice.exclude.length > 0
  const name = words.facets[facet]
  const toggleBranch = (code: number) =>
    setTurned(before => {
      const after = new Set(before)
      if (!after.delete(code)) after.add(code)
      return after
    })

  return (
    <div className="facet" role="group" aria-labelledby={headingId} data-facet={facet}>
      <div className="facet-head">
        <h3 id={headingId} aria-label={name}>
          <button type="button" aria-expanded={!folded} onClick={() => setFolded(!folded)}>
            <span className={folded ? "turn closed" : "turn"}>
              <Icon name="down" />
            </span>
            {name}
          </button>
        </h3>
        {active && (
          <button
            type="button"
            className="quiet"
            aria-label={words.clearFacet(name)}
            onClick={() => store.set(s => ({ selection: clearFacet(s.selection, facet) }), { entry: "push" })}
          >
            {words.clear}
          </button>
        )}
      </div>
      {!folded && (
        <>
          {facet === "actor" && choice.include.length > 1 && (
            <Suspense>
              <MatchSwitch />
            </Suspense>
          )}
          {values.size - 1 >= SEARCHABLE && (
            <input
              type="search"
              className="facet-search"
              aria-label={words.searchIn(name)}
              placeholder={words.searchIn(name)}
              value={wanted}
              onChange={event => setWanted(event.target.value)}
            />
          )}
          <ul className="values">
            {shown.map(row => (
              <Value
                key={row.id}
                facet={facet}
                row={row}
                isEmpty={!counts[row.code]}
                onBranch={toggleBranch}
              />
            ))}
          </ul>
          {rows.length > SHOWN && (
            <button type="button" className="quiet" onClick={() => setAll(!all)}>
              {all ? words.showFewer : words.showAllValues(rows.length)}
            </button>
          )}
        </>
      )}
    </div>
  )
}

interface ValueProps {
  readonly facet: FacetName
  readonly row: FacetRow
  /** Whether no event would be left. */
  readonly isEmpty: boolean
  readonly onBranch: (code: number) => void
}

const Value = memo(function Value({ facet, row, isEmpty, onBranch }: ValueProps) {
  const reader = useReader()
  const { store, words } = reader
  const countId = useId()
  const choose = (how: "include" | "exclude" | "only") =>
    store.set(s => ({ selection: toggleValue(s.selection, facet, row.id, how) }), { entry: "push" })
  const state = row.included ? "in" : row.excluded ? "out" : undefined
  return (
    <li
      className="value"
      data-state={state}
      data-empty={isEmpty || undefined}
      data-depth={Math.min(row.depth, 4)}
    >
      {row.branch ? (
        <button
          type="button"
          className="branch"
          aria-expanded={row.open}
          aria-label={row.open ? words.collapse(row.name) : words.expand(row.name)}
          onClick={() => onBranch(row.code)}
        >
          <span className={row.open ? "turn" : "turn closed"}>
            <Icon name="down" />
          </span>
        </button>
      ) : (
        <span className="branch" />
      )}
      <label>
        <input
          type="checkbox"
          checked={row.included}
          aria-label={row.name}
          aria-describedby={countId}
          onChange={() => choose("include")}
        />
        {facet === "type" && <Swatch colour={reader.colourOf(row.code)} />}
        {facet === "status" && row.code > 0 && <StatusGlyph status={row.id} />}
        <bdi className={row.code === 0 ? "secondary" : undefined}>{row.name}</bdi>
      </label>
      <span className="value-actions">
        <button
          type="button"
          className="quiet"
          tabIndex={-1}
          aria-label={words.onlyValue(row.name)}
          onClick={() => choose("only")}
        >
          {words.only}
        </button>
        <button
          type="button"
          className="quiet"
          tabIndex={-1}
          aria-pressed={row.excluded}
          aria-label={words.excludeValue(row.name)}
          onClick={() => choose("exclude")}
        >
          {words.exclude}
        </button>
      </span>
      <span className="count" id={countId}>
        <Count facet={facet} code={row.code} />
      </span>
    </li>
  )
})

/** Alone changes with every answer, where the line around it stays as it is. */
function Count({ facet, code }: { facet: FacetName; code: number }): string {
  return useReader().number(useAnswer().counts[facet][code] ?? 0)
}

/** The colour of a type; grey for those beyond the palette. */
export function Swatch({ colour }: { colour: number }) {
  const style = colour < 0 ? undefined : { background: `var(--type-${colour})` }
  return <span className="swatch" style={style} aria-hidden="true" />
}

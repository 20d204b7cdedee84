import { useCallback, useDeferredValue, useId, useMemo, useRef, useState } from "react"
import { CLAUSES } from "../query/selection.ts"
import { clearClause, toggleValue } from "../state/changes.ts"
import { readWhen } from "../time/edtf.ts"
import { Icon } from "./icons.tsx"
import { centreOn } from "./camera.ts"
import { Marked } from "./Marked.tsx"
import { readDate } from "./DateField.tsx"
import { nameOf, sayDate, titleOf, useAnswer, useReader } from "./reader.ts"
import { focusedBeside, useAway } from "./root.ts"
import { suggest } from "./suggest.ts"
import { useStore } from "./useStore.ts"

/**
 * One box: words filter as they are typed; below it what else they could mean, a date to go to, an actor or place to
 * filter by, an event to open, also one that other filters hide, which says so.
 */
export function Search({ narrow }: { narrow: boolean }) {
  const reader = useReader()
  const { store, words, table, lang } = reader
  const answer = useAnswer()
  const q = useStore(store, state => state.selection.q)
  const [open, setOpen] = useState(false)
  const typing = useRef(false)
  const box = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const listId = useId()
  const wanted = useDeferredValue(q)
  const found = useMemo(
    () => (open && wanted.trim() ? suggest(table, answer, wanted) : null),
    [open, wanted, table, answer],
  )
  const date = open && q.trim() ? readDate(q.trim()) : null

  const away = useCallback(() => setOpen(false), [])
  useAway(box, open, away)

  const write = (text: string) => {
    store.set(s => ({ selection: { ...s.selection, q: text } }), {
      entry: typing.current ? "replace" : "push",
    })
    typing.current = true
    setOpen(true)
  }
  const done = () => {
    typing.current = false
    setOpen(false)
  }
  const clearAnd = (change: Parameters<typeof store.set>[0]) => {
    store.set(s => ({ selection: { ...s.selection, q: "" } }), { entry: "replace" })
    store.set(change, { entry: "push" })
    done()
  }
  const steps = (event: React.KeyboardEvent) => {
    if (event.key === "Escape") {
      if (open) event.stopPropagation()
      input.current?.focus()
      done()
    }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return
    const stops = [input.current!, ...box.current!.querySelectorAll<HTMLElement>(".suggestions button")]
    const at = stops.indexOf(focusedBeside(box.current)!)
    stops[Math.min(stops.length - 1, Math.max(0, at + (event.key === "ArrowDown" ? 1 : -1)))]?.focus()
    event.preventDefault()
  }
  const any = date !== null || (found && found.values.length + found.events.length > 0)
  return (
    <div className="search" ref={box} role="search" onKeyDown={steps}>
      <Icon name="search" />
      <input
        ref={input}
        type="search"
        aria-label={words.search}
        placeholder={narrow ? words.search : words.searchHint}
        autoComplete="off"
        spellCheck={false}
        dir={q ? "auto" : undefined}
        data-shortcut="search"
        value={q}
        onChange={event => write(event.target.value)}
        onFocus={() => setOpen(true)}
        onBlur={() => (typing.current = false)}
        onKeyDown={event => {
          if (event.key !== "Enter") return
          if (date !== null) centreOn(store, table, readWhen(date))
          done()
        }}
      />
      {any && (
        <div className="suggestions" id={listId} role="group" aria-label={words.suggestions}>
          {date !== null && (
            <button
              type="button"
              onClick={() => {
                store.set(s => ({ selection: { ...s.selection, q: "" } }), { entry: "replace" })
                centreOn(store, table, readWhen(date))
                done()
              }}
            >
              {words.goTo(sayDate(date, reader))}
            </button>
          )}
          {found?.values.map(({ facet, code }) => (
            <button
              type="button"
              key={`${facet}${code}`}
              onClick={() =>
                clearAnd(s => ({
                  selection: toggleValue(
                    { ...s.selection, q: "" },
                    facet,
                    table.facets[facet].values.ids[code]!,
                    "include",
                  ),
                }))
              }
            >
              <span className="secondary">{words.facets[facet]}</span>{" "}
              <bdi>
                <Marked text={nameOf(reader, facet, code)} wanted={wanted} />
              </bdi>
            </button>
          ))}
          {found?.events.map(row => {
            const title = titleOf(table, row, lang)
            const hiding = CLAUSES.filter((clause, bit) => clause !== "q" && (answer.fails[row]! >> bit) & 1)
            return (
              <div className="suggestion" key={row}>
                <button
                  type="button"
                  onClick={() => {
                    store.set({ event: table.ids.get(row) }, { entry: "push" })
                    done()
                  }}
                >
                  <bdi lang={title.lang || undefined}>
                    <Marked text={title.text} wanted={wanted} />
                  </bdi>
                </button>
                {hiding.length > 0 && (
                  <p className="secondary">
                    {words.hiddenBy(words.list(hiding.map(clause => words.clauses[clause])))}{" "}
                    <button
                      type="button"
                      className="quiet"
                      onClick={() =>
                        store.set(s => ({ selection: hiding.reduce(clearClause, s.selection) }), {
                          entry: "push",
                        })
                      }
                    >
                      {words.free}
                    </button>
                  </p>
                )}
              </div>
            )
          })}
        </div>
      )}
    </div>
  )
}

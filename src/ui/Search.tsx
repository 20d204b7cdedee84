import { lazy, Suspense, useCallback, useId, useRef, useState } from "react"
import { centreOn } from "./lateCamera.ts"
import { Icon } from "./icons.tsx"
import { useReader } from "./reader.ts"
import { focusedBeside, useAway } from "./root.ts"
import { useStore } from "./useStore.ts"

const Suggestions = lazy(() => import("./Suggestions.tsx"))

/**
 * One box: words filter as they are typed; below it what else they could mean, a date to go to, an actor or place to
 * filter by, an event to open, also one that other filters hide, which says so.
 */
export function Search({ narrow }: { narrow: boolean }) {
  const { store, words, table } = useReader()
  const q = useStore(store, state => state.selection.q)
  const [open, setOpen] = useState(false)
  const typing = useRef(false)
  const box = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const listId = useId()

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
  const goToDate = async (text: string) => {
    const { readDate, readWhen } = await import("./readDate.ts")
    const date = text.trim() ? readDate(text.trim()) : null
    if (date !== null) centreOn(store, table, readWhen(date))
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
          void goToDate(q)
          done()
        }}
      />
      {open && q.trim() && (
        <Suspense>
          <Suggestions box={box} id={listId} q={q} onDone={done} />
        </Suspense>
      )}
    </div>
  )
}

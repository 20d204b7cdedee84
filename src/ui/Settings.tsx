import { lazy, Suspense, useCallback, useId, useRef, useState } from "react"
import { LANGUAGES } from "../words/languages.ts"
import type { State } from "../state/state.ts"
import { Icon } from "./icons.tsx"
import { useReader } from "./reader.ts"
import { useAway } from "./root.ts"

const SettingsPanel = lazy(() => import("./SettingsPanel.tsx"))

interface SettingsProps {
  readonly onKeys: () => void
  /** Shares the view, where that has no button of its own. */
  readonly onShare: (() => void) | null
}

/** Language, appearance, direction of time and time zone; the other language also as a button of its own. */
export function Settings({ onKeys, onShare }: SettingsProps) {
  const { store, words, lang } = useReader()
  const [open, setOpen] = useState(false)
  const menu = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const panelId = useId()
  const primary = lang.split("-")[0]
  const set = (change: Partial<State>) => store.set(change, { entry: "push" })

  const leaving = (act: () => void) => () => {
    setOpen(false)
    act()
  }
  const away = useCallback(() => setOpen(false), [])
  useAway(menu, open, away)

  return (
    <div
      className="settings"
      ref={menu}
      onKeyDown={event => {
        if (event.key !== "Escape" || !open) return
        event.stopPropagation()
        setOpen(false)
        opener.current?.focus()
      }}
    >
      {LANGUAGES.filter(language => language.tag !== primary).map(language => (
        <button
          key={language.tag}
          type="button"
          className="language"
          lang={language.tag}
          onClick={() => set({ lang: language.tag })}
        >
          {language.variants[0]![1]}
        </button>
      ))}
      <button
        ref={opener}
        type="button"
        className="icon"
        aria-label={words.settings}
        aria-expanded={open}
        aria-controls={open ? panelId : undefined}
        onClick={() => setOpen(!open)}
      >
        <Icon name="more" />
      </button>
      {open && (
        <div className="menu" id={panelId} role="group" aria-label={words.settings}>
          <Suspense>
            <SettingsPanel onKeys={leaving(onKeys)} onShare={onShare && leaving(onShare)} />
          </Suspense>
        </div>
      )}
    </div>
  )
}

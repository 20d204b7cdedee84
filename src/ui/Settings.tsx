import { useCallback, useId, useRef, useState } from "react"
import { isZone } from "../time/zone.ts"
import { LANGUAGES } from "../words/languages.ts"
import type { State } from "../state/state.ts"
import { Icon } from "./icons.tsx"
import { useReader } from "./reader.ts"
import { useAway } from "./root.ts"
import { useStore } from "./useStore.ts"

/** Language, appearance, direction of time and time zone; the other language also as a button of its own. */
export function Settings({ onKeys }: { onKeys: () => void }) {
  const { store, words, lang } = useReader()
  const [open, setOpen] = useState(false)
  const menu = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const panelId = useId()
  const theme = useStore(store, state => state.theme)
  const dir = useStore(store, state => state.dir)
  const tz = useStore(store, state => state.tz)
  const primary = lang.split("-")[0]
  const set = (change: Partial<State>) => store.set(change, { entry: "push" })

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
        aria-controls={panelId}
        onClick={() => setOpen(!open)}
      >
        <Icon name="more" />
      </button>
      {open && (
        <div className="menu" id={panelId} role="group" aria-label={words.settings}>
          <Choice
            label={words.language}
            value={variantOf(lang)}
            options={LANGUAGES.flatMap(language => language.variants)}
            onChange={value => set({ lang: value })}
          />
          <Choice
            label={words.theme}
            value={theme}
            options={Object.entries(words.themes)}
            onChange={value => set({ theme: value as State["theme"] })}
          />
          <Choice
            label={words.timeDirection}
            value={dir ?? "auto"}
            options={Object.entries(words.timeDirections)}
            onChange={value => set({ dir: value === "auto" ? null : (value as State["dir"]) })}
          />
          <Choice
            label={words.timeZone}
            value={tz}
            options={zones(tz).map(zone => [zone, zone.replaceAll("_", " ")])}
            onChange={value => set({ tz: value })}
          />
          <button
            type="button"
            className="with-icon"
            onClick={() => {
              setOpen(false)
              onKeys()
            }}
          >
            <Icon name="keyboard" />
            {words.help}
          </button>
        </div>
      )}
    </div>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [string, string])[]
  readonly onChange: (value: string) => void
}

/** A labelled choice of one among a few. */
export function Choice({ label, value, options, onChange }: ChoiceProps) {
  const id = useId()
  return (
    <div className="choice">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={event => onChange(event.target.value)}>
        {options.map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}

function variantOf(lang: string): string {
  const all = LANGUAGES.flatMap(language => language.variants.map(([tag]) => tag))
  return all.includes(lang) ? lang : (lang.split("-")[0] ?? "en")
}

/** UTC, the device's own zone and the one in force first, then every zone that the browser knows. */
function zones(current: string): string[] {
  const own = new Intl.DateTimeFormat().resolvedOptions().timeZone
  const known = typeof Intl.supportedValuesOf === "function" ? Intl.supportedValuesOf("timeZone") : []
  return [...new Set(["UTC", own, current, ...known])].filter(zone => zone && isZone(zone))
}

import { isZone } from "../time/zone.ts"
import type { State } from "../state/state.ts"
import { LANGUAGES } from "../words/languages.ts"
import { Choice } from "./Choice.tsx"
import { Icon } from "./icons.tsx"
import { LateIcon } from "./lateIcons.tsx"
import { useFullReader } from "./fullReader.ts"
import { useStore } from "./useStore.ts"

interface SettingsPanelProps {
  readonly onKeys: () => void
  /** Null where sharing has a button of its own, or is not offered. */
  readonly onShare: (() => void) | null
}

/** The settings themselves, each a choice of one among a few, and the ways on to sharing and to the help on keys. */
export default function SettingsPanel({ onKeys, onShare }: SettingsPanelProps) {
  const { store, words, lang } = useFullReader()
  const theme = useStore(store, state => state.theme)
  const dir = useStore(store, state => state.dir)
  const tz = useStore(store, state => state.tz)
  const set = (change: Partial<State>) => store.set(change, { entry: "push" })
  return (
    <>
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
      {onShare && (
        <button type="button" className="with-icon" onClick={onShare}>
          <Icon name="share" />
          {words.share}
        </button>
      )}
      <button type="button" className="with-icon" onClick={onKeys}>
        <LateIcon name="keyboard" />
        {words.help}
      </button>
    </>
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

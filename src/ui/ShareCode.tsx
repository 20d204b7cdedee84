import { useEffect, useId, useMemo, useRef, useState } from "react"
import { OEMBED_LINK } from "../figure/frameMarkup.ts"
import { addressOf, CODES, codeOf, type CodeKind, type Shared } from "../figure/codes.ts"
import { titleOfView } from "../figure/captions.ts"
import { PARTS, type State } from "../state/state.ts"
import { LANGUAGES } from "../words/languages.ts"
import { Choice } from "./Choice.tsx"
import { copyText } from "./copyText.ts"
import { usePublished } from "./usePublished.ts"
import { useFullReader } from "./fullReader.ts"
import { isGiven, isLocal } from "./opened.ts"
import { packTable, type Packed } from "./packTable.ts"
import { useLinkingWords } from "./useLinkingWords.ts"
import { useView } from "./useView.ts"

/** Codes that can leave the height to what is in them. */
const FITTING: readonly CodeKind[] = ["script", "element", "react"]

/** Link and codes of the current view, with what they will look like. */
export function ShareCode() {
  const reader = useFullReader()
  const { words, table, number } = reader
  const linking = useLinkingWords(reader)
  const { view } = useView()
  const [kind, setKind] = useState<CodeKind>("link")
  const [lang, setLang] = useState(view.state.lang ?? "")
  const [theme, setTheme] = useState(view.state.theme)
  const [hidden, setHidden] = useState<State["hide"]>([])
  const [height, setHeight] = useState(600)
  const [fits, setFits] = useState(true)
  const [said, setSaid] = useState<string | null>(null)
  const [wantsPacked, setWantsPacked] = useState(false)
  const [packed, setPacked] = useState<Packed | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()

  const page = document.baseURI.replace(/[?#].*$/, "")
  const published = usePublished(page)
  const mustPack = isOnlyHere(view.state.data)
  useEffect(() => {
    let isCurrent = true
    void packTable(table).then(found => isCurrent && setPacked(found))
    return () => {
      isCurrent = false
    }
  }, [table])
  const carried = mustPack || wantsPacked ? (packed?.text ?? null) : null
  const isStuck = mustPack && carried === null
  const canFit = FITTING.includes(kind)
  const shared = useMemo<Shared>(() => {
    const { data } = view.state
    return {
      page,
      state: {
        ...view.state,
        data: data === null || mustPack ? data : new URL(data, document.baseURI).href,
        lang: lang === "" ? null : lang,
        theme,
        hide: kind === "link" ? [] : hidden,
      },
      packed: carried,
      title: titleOfView(view),
      lang: view.lang,
      height: canFit && fits ? null : height,
      published,
      showAll: linking.showAll,
    }
  }, [view, page, kind, lang, theme, hidden, height, canFit, fits, carried, mustPack, published, linking])
  const code = useMemo(() => codeOf(kind, shared), [kind, shared])
  const size = packed?.text ? linking.kilobytes(number(Math.ceil(packed.text.length / 1024))) : ""
  const hasHeight = kind !== "link"
  const copy = async () => {
    const isCopied = await copyText(code)
    // Its focus selects it.
    if (!isCopied) field.current?.focus()
    setSaid(isCopied ? linking.copied : linking.onlySelected)
  }

  return (
    <>
      <div className="share-kinds" role="group" aria-label={linking.codeKind}>
        {CODES.map(one => (
          <button
            key={one}
            type="button"
            className="button"
            aria-pressed={one === kind}
            onClick={() => setKind(one)}
          >
            {linking.codes[one][0]}
          </button>
        ))}
      </div>
      <p className="secondary">
        {linking.codes[kind][1]} {kind === "oembed" && <code dir="ltr">{OEMBED_LINK}</code>}
      </p>
      {isStuck ? (
        <p role="status">{packed ? linking.tooLong : linking.packing}</p>
      ) : (
        <>
          <textarea
            ref={field}
            className="share-code"
            aria-label={linking.code}
            readOnly
            dir="ltr"
            spellCheck={false}
            rows={Math.min(8, code.split("\n").length + 1)}
            value={code}
            onFocus={event => event.target.select()}
          />
          <p className="share-actions">
            <button type="button" className="button primary" onClick={() => void copy()}>
              {linking.copy}
            </button>
            {kind === "link" && "share" in navigator && (
              <button
                type="button"
                className="button"
                onClick={() =>
                  void navigator.share({ title: shared.title, url: code }).catch((error: Error) => {
                    // Whoever thinks better of it has told the browser, and need not be told.
                    if (error.name !== "AbortError") void copy()
                  })
                }
              >
                {linking.send}
              </button>
            )}
            <span role="status">{said}</span>
          </p>
          {mustPack ? (
            <p className="secondary">{linking.carried(size)}</p>
          ) : (
            packed?.text && (
              <label className="share-check">
                <input
                  type="checkbox"
                  checked={wantsPacked}
                  onChange={event => setWantsPacked(event.target.checked)}
                />
                {linking.carry(size)}
              </label>
            )
          )}
          <div className="share-options">
            <Choice
              label={words.language}
              value={lang}
              options={[["", linking.languageAuto], ...LANGUAGES.flatMap(language => language.variants)]}
              onChange={setLang}
            />
            <Choice
              label={words.theme}
              value={theme}
              options={Object.entries(words.themes)}
              onChange={value => setTheme(value as State["theme"])}
            />
            {hasHeight && (
              <div className="choice">
                <label htmlFor={`${id}height`}>{linking.height}</label>
                <input
                  id={`${id}height`}
                  type="number"
                  min={200}
                  max={2000}
                  step={20}
                  value={height}
                  disabled={canFit && fits}
                  onChange={event =>
                    setHeight(Math.min(2000, Math.max(200, event.target.valueAsNumber || 600)))
                  }
                />
              </div>
            )}
            {canFit && (
              <label className="share-check">
                <input type="checkbox" checked={fits} onChange={event => setFits(event.target.checked)} />
                {linking.heightFits}
              </label>
            )}
          </div>
          {hasHeight && (
            <fieldset className="share-parts">
              <legend>{linking.controls}</legend>
              {PARTS.map(part => (
                <label key={part} className="share-check">
                  <input
                    type="checkbox"
                    checked={!hidden.includes(part)}
                    onChange={event =>
                      setHidden(
                        PARTS.filter(one => (one === part ? !event.target.checked : hidden.includes(one))),
                      )
                    }
                  />
                  {linking.parts[part]}
                </label>
              ))}
            </fieldset>
          )}
          <Preview title={linking.preview} address={addressOf(shared, hasHeight)} />
        </>
      )}
    </>
  )
}

/** The view as it will be, in a frame of its own; where the page has no origin of its own it may frame nothing. */
function Preview({ title, address }: { title: string; address: string }) {
  if (location.protocol === "file:" || self.origin === "null") return null
  return (
    <>
      <h3>{title}</h3>
      {/* It is this page itself, which a sandbox would cut off from its data; a key, since another fragment loads nothing. */}
      {/* oxlint-disable-next-line react/iframe-missing-sandbox */}
      <iframe key={address} className="share-preview" title={title} src={address} />
    </>
  )
}

/** Whether no address leads to the data but this page alone has it. */
function isOnlyHere(data: string | null): boolean {
  return data !== null && (data.startsWith("#") || isLocal(data) || isGiven(data))
}

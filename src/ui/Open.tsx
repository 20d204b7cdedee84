import { useId, useMemo, useRef, useState, type FormEvent } from "react"
import { OPENING } from "../words/opening.ts"
import type { Store } from "../state/store.ts"
import type { Words } from "../words/words.ts"
import { Dialog } from "./Dialog.tsx"
import { EXAMPLES } from "./examples.ts"
import type { Opened } from "./opened.ts"
import { waysToOpen } from "./opening.ts"

interface OpenProps {
  readonly words: Words
  readonly lang: string
  readonly store: Store
  readonly opened: Opened
  readonly onBuiltIn: () => void
  readonly onClose: () => void
}

/** Every way to open something else: a file, an address, pasted text, an example. */
export default function Open({ words, lang, store, opened, onBuiltIn, onClose }: OpenProps) {
  const opening = useMemo(() => waysToOpen(store, opened), [store, opened])
  const files = useRef<HTMLInputElement>(null)
  const [address, setAddress] = useState("")
  const [text, setText] = useState("")
  const addressId = useId()
  const textId = useId()
  const primary = lang.split("-")[0]
  const texts = OPENING[primary ?? "en"] ?? OPENING["en"]!
  const done = (open: () => void) => {
    onClose()
    open()
  }
  const submit = (open: () => void) => (event: FormEvent) => {
    event.preventDefault()
    done(open)
  }
  return (
    <Dialog title={words.openTitle} className="open" onClose={onClose}>
      <p className="secondary">{texts.openIntro}</p>
      <div className="open-way">
        <button type="button" className="button primary" onClick={() => files.current!.click()}>
          {texts.chooseFiles}
        </button>
        <span className="secondary">{texts.dropHint}</span>
        <input
          ref={files}
          type="file"
          multiple
          hidden
          tabIndex={-1}
          aria-label={texts.chooseFiles}
          onChange={event => {
            const chosen = [...(event.target.files ?? [])]
            if (chosen.length > 0) done(() => opening.openFiles(chosen))
          }}
        />
      </div>
      <form onSubmit={submit(() => opening.openAddress(address))}>
        <label htmlFor={addressId}>{texts.openAddress}</label>
        <div className="open-way">
          <input
            id={addressId}
            type="text"
            inputMode="url"
            dir="ltr"
            autoComplete="off"
            spellCheck={false}
            placeholder="https://"
            value={address}
            onChange={event => setAddress(event.target.value)}
          />
          <button type="submit" className="button" disabled={address.trim() === ""}>
            {words.openOther}
          </button>
        </div>
      </form>
      <form onSubmit={submit(() => opening.openText(text))}>
        <label htmlFor={textId}>{texts.openText}</label>
        <textarea
          id={textId}
          rows={3}
          dir="auto"
          spellCheck={false}
          value={text}
          onChange={event => setText(event.target.value)}
        />
        <button type="submit" className="button" disabled={text.trim() === ""}>
          {texts.openThisText}
        </button>
      </form>
      <h3>{texts.examples}</h3>
      <ul className="examples">
        <li>
          <button type="button" className="quiet" onClick={() => done(onBuiltIn)}>
            {texts.builtInTitle}
          </button>
        </li>
        {EXAMPLES.map(({ data, title, about, source, licence, url }) => (
          <li key={data}>
            <button type="button" className="quiet" onClick={() => done(() => opening.openAddress(data))}>
              {title[primary === "ar" ? "ar" : "en"]}
            </button>
            <p>{about[primary === "ar" ? "ar" : "en"]}</p>
            <p className="secondary">
              <a href={url} target="_blank" rel="noopener noreferrer">
                <bdi>{source}</bdi>
              </a>
              {" · "}
              <bdi>{licence}</bdi>
            </p>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

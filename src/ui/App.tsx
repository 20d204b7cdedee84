import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from "react"
import type { Problem } from "../model/problem.ts"
import { isPlain } from "../query/tableEngine.ts"
import { openData } from "../state/changes.ts"
import type { Store } from "../state/store.ts"
import type { Table } from "../table/table.ts"
import { dateLocale } from "../words/dates-locale.ts"
import { formatNumber } from "../words/numbers.ts"
import { negotiate, type Language } from "../words/languages.ts"
import type { Words } from "../words/words.ts"
import { Boundary } from "./Boundary.tsx"
import { Loading } from "./Waiting.tsx"
import { loadAllWords } from "./fullReader.ts"
import { createOpened, nameOfData, type Opened } from "./opened.ts"
import { WordsProvider } from "./reader.ts"
import { Timeline } from "./Timeline.tsx"
import { useDocument, type Coming, type LoadFailure, type LoadMaker, type Loaded } from "./useDocument.ts"
import { loadExtras } from "./useExtras.ts"
import { useStore } from "./useStore.ts"

/** Dropping files is no reason to lose the page where its part does not come. */
const Drops = lazy(() => import("./Drops.tsx").catch(() => ({ default: () => null })))
const Failure = lazy(() => import("./Failure.tsx"))
const Open = lazy(() => import("./Open.tsx"))

export interface AppProps {
  readonly store: Store
  /** Address that relative data addresses are counted from. */
  readonly base: string
  /** BCP 47 tags that the reader's device prefers, best first. */
  readonly languages: readonly string[]
  /** Makes a reader of files in a thread of its own; left out, files are read in slices on the page's thread. */
  readonly loadMaker?: LoadMaker
  /** Told of the interface's language and direction and the document's title, for the page around. */
  readonly onPresent?: (page: { lang: string; dir: "ltr" | "rtl"; title: string; theme: string }) => void
  /** Told once the first complete picture stands. */
  readonly onReady?: () => void
  /** Where the page around keeps what it gives in place of an address. */
  readonly given?: Opened
  /** Told when a document is whole or could not be read, and with null when the next is on its way. */
  readonly onOutcome?: (outcome: Outcome | null) => void
  /** Whether there is the one document and nothing else can be opened, as in a saved file. */
  readonly isAlone?: boolean
  /** Address of the whole page that a compact view leads to; null where there is none. "" is the page itself. */
  readonly full?: string | null
}

/** What became of a document: its table, or why there is none; and what was wrong with it. */
export type Outcome =
  | { readonly table: Table; readonly problems: readonly Problem[]; readonly failure: null }
  | { readonly table: null; readonly problems: readonly Problem[]; readonly failure: LoadFailure }

/** The whole viewer: loads what the state names, in the reader's language, and shows it or says what went wrong. */
export function App(props: AppProps) {
  const { store, base, languages, loadMaker, onPresent, onReady, given, onOutcome } = props
  const { isAlone = false, full = isAlone ? null : "" } = props
  const data = useStore(store, state => state.data)
  const format = useStore(store, state => state.format)
  const map = useStore(store, state => state.map)
  const wanted = useStore(store, state => state.lang)
  const theme = useStore(store, state => state.theme)
  const embed = useStore(store, state => state.embed)
  const asked = useMemo(() => negotiate(wanted, languages), [wanted, languages])
  const { words, tag, language } = useMessages(asked)
  const whole = useRef<HTMLDivElement>(null)
  const [opened] = useState(() => given ?? createOpened())
  const loaded = useDocument({ data, format, map, base, loadMaker, opened })

  const title = loaded.state === "ready" ? Object.values(loaded.table.document.title)[0] : undefined
  useEffect(() => {
    if (words) onPresent?.({ lang: tag, dir: words.dir, title: title ?? words.appName, theme })
  }, [words, tag, title, theme, onPresent])

  const outcome = useOutcome(loaded)
  useEffect(() => onOutcome?.(outcome), [outcome, onOutcome])

  const [isDrawn, setDrawn] = useState(false)
  const { sayDrawn } = loaded
  const drawn = useCallback(() => {
    sayDrawn()
    setDrawn(true)
    onReady?.()
  }, [onReady, sayDrawn])
  const [dialog, setDialog] = useState(false)
  const openDialog = useMemo(() => (embed || isAlone ? null : () => setDialog(true)), [embed, isAlone])
  // At once, beside the document, where the address asks for it; who cannot do without it says so.
  useEffect(() => {
    if (!isPlain(store.get().selection)) loadExtras().catch(() => {})
  }, [store])

  const loading = (words: Words, coming: Coming | null) => (
    <Loading words={words} lang={tag} name={data && nameOfData(data)} coming={coming} />
  )
  const page = (words: Words) => {
    switch (loaded.state) {
      case "loading":
        return loading(words, loaded.coming)
      case "failed":
        return (
          <Suspense>
            <Failure
              lang={tag}
              language={language}
              failure={loaded.failure}
              store={store}
              onRetry={loaded.retry}
              onOpen={openDialog}
            />
          </Suspense>
        )
      case "ready":
        return (
          <Timeline
            meanwhile={frame(words, loading(words, loaded.coming))}
            store={store}
            table={loaded.table}
            problems={loaded.problems}
            understood={loaded.understood}
            isOwn={data !== null && opened.has(data)}
            coming={loaded.coming}
            words={words}
            lang={tag}
            full={full}
            onOpenOther={openDialog}
            onReady={drawn}
            around={whole}
          />
        )
    }
  }
  const over = (words: Words, children: ReactNode) => (
    <div className="dateline over" lang={tag} dir={words.dir} data-theme={theme}>
      <Suspense>{children}</Suspense>
    </div>
  )
  const frame = (words: Words, children: ReactNode) => (
    <div className="dateline" lang={tag} dir={words.dir} data-theme={theme} data-embed={embed || undefined}>
      {children}
    </div>
  )
  return (
    <WordsProvider value={words}>
      <div className="whole" ref={whole}>
        {words &&
          (loaded.state === "ready" ? (
            <Boundary words={words} around={message => frame(words, message)}>
              {page(words)}
            </Boundary>
          ) : (
            frame(words, page(words))
          ))}
        {words && (isDrawn || loaded.state === "failed") && !embed && !isAlone && (
          <Suspense>
            <Drops {...{ store, opened }} target={whole} over={message => over(words, message)} />
          </Suspense>
        )}
        {words &&
          dialog &&
          over(
            words,
            <Open
              words={words}
              lang={tag}
              store={store}
              opened={opened}
              onBuiltIn={() => store.set(openData(null), { entry: "push" })}
              onClose={() => setDialog(false)}
            />,
          )}
      </div>
    </WordsProvider>
  )
}

function useOutcome(loaded: Loaded): Outcome | null {
  const table = loaded.state === "ready" && (!loaded.coming || loaded.coming.again) ? loaded.table : null
  const failure = loaded.state === "failed" ? loaded.failure : null
  const problems = loaded.state === "ready" ? loaded.problems : failure?.problems
  return useMemo(() => {
    if (failure) return { table: null, problems: failure.problems, failure }
    return table && { table, problems: problems ?? [], failure: null }
  }, [table, failure, problems])
}

interface Asked {
  readonly tag: string
  readonly language: Language
}

/**
 * The messages of a language, loaded when first wanted, and the tag that they are for; the last ones stay until the next
 * are there, so that no part of the page speaks a language whose words have not come.
 */
function useMessages(asked: Asked): Asked & { readonly words: Words | null } {
  const [spoken, setSpoken] = useState<Asked & { readonly words: Words | null }>({ ...asked, words: null })
  const isFirst = useRef(true)
  useEffect(() => {
    let current = true
    const locale = dateLocale(asked.tag)
    const load = async () => {
      const make = await asked.language.load()
      const words = make(n => formatNumber(n, locale))
      // What stands on the page already may use any of them.
      if (isFirst.current) isFirst.current = false
      else await loadAllWords(words)
      if (current) setSpoken({ ...asked, words })
    }
    void load()
    return () => {
      current = false
    }
  }, [asked])
  return spoken
}

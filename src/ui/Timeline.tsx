import {
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type ReactNode,
  type RefObject,
} from "react"
import { DARK, LIGHT } from "../paint/theme.ts"
import { prepareViews } from "../layout/timeline.ts"
import type { Problem } from "../model/problem.ts"
import { EMPTY_SELECTION } from "../query/selection.ts"
import { stepRow } from "../query/step.ts"
import type { Store } from "../state/store.ts"
import type { Table } from "../table/table.ts"
import { dateLocale } from "../words/dates-locale.ts"
import { formatNumber } from "../words/numbers.ts"
import type { Words } from "../words/words.ts"
import { Boundary } from "./Boundary.tsx"
import { Drawing } from "./Drawing.tsx"
import { Filters } from "./Filters.tsx"
import { Foot } from "./Foot.tsx"
import { Header } from "./Header.tsx"
import { HowToMove } from "./HowToMove.tsx"
import { Overview } from "./Overview.tsx"
import { PictureProvider } from "./picture.ts"
import { Progress } from "./Progress.tsx"
import { AnswerProvider, ReaderProvider, useAnswer, type Reader } from "./reader.ts"
import { Toolbar } from "./Toolbar.tsx"
import type { SheetName, SomeRows } from "./Sheets.tsx"
import { typeColours } from "../figure/typeColours.ts"
import { focusedBeside } from "./root.ts"
import type { Coming, Understood } from "./useDocument.ts"
import { useExtras } from "./useExtras.ts"
import { useIdle } from "./useIdle.ts"
import { useSelected } from "./useSelected.ts"
import { useStore } from "./useStore.ts"
import { useWidth } from "./useSize.ts"
import "./base.css"
import "./page.css"
import "./facets.css"
import "./drawing.css"

const UnderstoodBar = lazy(() => import("./UnderstoodBar.tsx"))
const Chips = lazy(() => import("./Chips.tsx"))
const Details = lazy(() => import("./Details.tsx"))
const List = lazy(() => import("./List.tsx"))
const Sheets = lazy(() => import("./Sheets.tsx"))
const Printing = lazy(() => import("./Printing.tsx"))

/** Widths in CSS pixels at which the page changes its shape; the same as in page.css. */
const NARROW = 640
const WIDE = 960

const NO_SELECTION = JSON.stringify(EMPTY_SELECTION)

/** The palette of the drawing and of swatches in the page, for either scheme; the page around may have its own. */
const SWATCHES = Object.fromEntries(
  LIGHT.types.map((light, slot) => [
    `--type-${slot}`,
    `var(--dateline-type-${slot + 1}, light-dark(${light}, ${DARK.types[slot]}))`,
  ]),
) as CSSProperties

export interface TimelineProps {
  readonly store: Store
  readonly table: Table
  readonly problems: readonly Problem[]
  /** What the file was taken for; null for the built-in document. */
  readonly understood: Understood | null
  /** Whether the reader opened the file by hand and is told what it was taken for. */
  readonly isOwn: boolean
  /** How far a file is read of which this is a part; null once it is whole. */
  readonly coming: Coming | null
  readonly words: Words
  readonly lang: string
  /** Address of the whole page that a compact view leads to; null where there is none. */
  readonly full: string | null
  /** Opens the choice of another file; null where there is none. */
  readonly onOpenOther: (() => void) | null
  /** What stands while the first answer takes what is not loaded yet. */
  readonly meanwhile: ReactNode
  readonly onReady?: () => void
  /** What it stands in. */
  readonly around: RefObject<HTMLElement | null>
}

/** The whole viewer over one table, once it is known which events pass. */
export function Timeline(props: TimelineProps) {
  const answer = useSelected(
    props.table,
    useStore(props.store, state => state.selection),
  )
  if (!answer) return props.meanwhile
  return (
    <AnswerProvider value={answer}>
      <Viewer {...props} />
    </AnswerProvider>
  )
}

/** Filters, drawing, list, details. */
function Viewer({
  store,
  table,
  problems,
  understood,
  isOwn,
  coming,
  words,
  lang,
  full,
  onOpenOther,
  onReady,
  around,
}: TimelineProps) {
  const reader = useMemo<Reader>(() => {
    const locale = dateLocale(lang)
    const colourOf = typeColours(table)
    // A step of its own, between which and the drawing the page may do something else.
    prepareViews(table, colourOf)
    return {
      store,
      table,
      words,
      locale,
      lang,
      full,
      colourOf,
      number: value => formatNumber(value, locale),
    }
  }, [store, table, words, lang, full])
  const selection = useStore(store, state => state.selection)
  const answer = useAnswer()

  const show = useStore(store, state => state.show)
  const embed = useStore(store, state => state.embed)
  const hide = useStore(store, state => state.hide)
  const theme = useStore(store, state => state.theme)
  const eventId = useStore(store, state => state.event)
  const openRow = eventId === null ? -1 : table.rowOf(eventId)

  const root = useRef<HTMLDivElement>(null)
  const width = useWidth(root, around)
  const narrow = width < NARROW
  const [sheet, setSheet] = useState<SheetName | null>(null)
  const [some, setSome] = useState<SomeRows | null>(null)
  const [byKey, setByKey] = useState(false)
  const returnTo = useRef<HTMLElement | null>(null)
  const titleId = useId()

  const open = useCallback(
    (row: number, key = false) => {
      returnTo.current = focusedBeside(root.current)
      setByKey(key)
      store.set({ event: table.ids.get(row) }, { entry: "push" })
    },
    [store, table],
  )
  const close = useCallback(() => {
    store.set({ event: null }, { entry: "push" })
    returnTo.current?.focus()
  }, [store])
  const step = useCallback(
    (direction: 1 | -1) => {
      const current = store.get().event
      const next = stepRow(answer, current === null ? -1 : table.rowOf(current), direction)
      if (next >= 0) store.set({ event: table.ids.get(next) }, { entry: "replace" })
    },
    [store, answer, table],
  )
  const skip = () => root.current?.querySelector<HTMLElement>(".main :is(.scroller, .list)")?.focus()
  const [stands, setStands] = useState(false)
  const drawn = useCallback(() => {
    setStands(true)
    onReady?.()
  }, [onReady])
  // A list is there without a drawing.
  useEffect(() => {
    if (width > 0 && show === "list") drawn()
  }, [width, show, drawn])

  const map = useStore(store, state => state.map)
  // A link to a file without a fault, or to a table whose columns its author matched, says nothing of the reading.
  const isTold = coming ?? (isOwn || (understood?.shape && map === null))
  const isFiltered = JSON.stringify(selection) !== NO_SELECTION
  const sideBySide = width >= WIDE && !embed
  // The filters in force have their line before there are any, lest the first one moves the drawing.
  const keepsLine = sideBySide && show !== "list"
  return (
    <ReaderProvider value={reader}>
      <PictureProvider value={stands}>
        <div
          ref={root}
          className="dateline"
          lang={lang}
          dir={words.dir}
          data-theme={theme}
          data-embed={embed || undefined}
          data-hide={(embed && hide.join(" ")) || undefined}
          data-fills={!embed || undefined}
          style={SWATCHES}
        >
          <Header
            titleId={titleId}
            narrow={narrow}
            hasFilters={sideBySide}
            problems={problems.length}
            onSkip={skip}
            onSheet={setSheet}
            onOpenOther={onOpenOther}
          />
          {/* Each has its room from the first, and its own boundary: no drawing waits for its file, or begins anew for it. */}
          {coming && (
            <div className="read-bar">
              <Progress words={words} lang={lang} label={words.loading} coming={coming} isTold isShown />
            </div>
          )}
          {/* While it is read already, so that it stands at once where the other line has stood. */}
          {isTold && !embed && (
            <Suspense fallback={!coming && <div className="read-bar" />}>
              <UnderstoodBar understood={coming ? null : understood} problems={problems} onSheet={setSheet} />
            </Suspense>
          )}
          <div
            className="rooms"
            data-filters={sideBySide || undefined}
            data-details={openRow >= 0 || undefined}
          >
            {sideBySide && (
              <section className="side" aria-label={words.filters} tabIndex={-1}>
                <h2 className="unseen">{words.filters}</h2>
                <Filters />
              </section>
            )}
            <main className="main" aria-labelledby={titleId}>
              {(isFiltered || keepsLine) && (
                <div className="in-force" data-kept={keepsLine || undefined}>
                  {isFiltered ? (
                    <Suspense>
                      <Chips />
                    </Suspense>
                  ) : (
                    <HowToMove words={words} />
                  )}
                </div>
              )}
              <Toolbar narrow={narrow} />
              <Boundary words={words}>
                {width === 0 ? null : show === "list" ? (
                  <Suspense fallback={<div className="list" />}>
                    <List onOpen={open} />
                  </Suspense>
                ) : (
                  <>
                    <Drawing
                      label={titleId}
                      upright={narrow}
                      onOpen={open}
                      onClose={close}
                      onKeys={() => setSheet("keys")}
                      onList={(rows, title) => setSome({ rows, title })}
                      onDrawn={drawn}
                    />
                    {!keepsLine && <HowToMove words={words} embed={embed} />}
                    <Overview />
                  </>
                )}
              </Boundary>
              {embed && <Foot />}
            </main>
            {openRow >= 0 && (
              <Boundary words={words}>
                <Suspense fallback={<aside className="details" aria-label={words.details} />}>
                  <Details row={openRow} onClose={close} onStep={step} takeFocus={byKey || narrow} />
                </Suspense>
              </Boundary>
            )}
          </div>
          <WhenIdle>
            <ComingExtras />
            {!embed && <Printing />}
          </WhenIdle>
          <Suspense>
            {(sheet ?? some) && (
              <Sheets
                {...{ sheet, some, problems, understood }}
                onSheet={setSheet}
                onSome={setSome}
                onOpen={open}
              />
            )}
          </Suspense>
        </div>
      </PictureProvider>
    </ReaderProvider>
  )
}

/** What the next question may take. */
function ComingExtras() {
  useExtras(true)
  return null
}

/** What nobody waits for. */
function WhenIdle({ children }: { children: ReactNode }) {
  return <Suspense>{useIdle() && children}</Suspense>
}

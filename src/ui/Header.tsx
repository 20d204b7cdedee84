import { useMemo } from "react"
import { sayStretch } from "../words/dates-instant.ts"
import { Icon } from "./icons.tsx"
import { sayText, useAnswer, useReader } from "./reader.ts"
import { Search } from "./Search.tsx"
import { Settings } from "./Settings.tsx"
import { useStore } from "./useStore.ts"

interface HeaderProps {
  readonly titleId: string
  readonly narrow: boolean
  /** Takes the focus past all controls; null in a compact view, which has few. */
  readonly onSkip: (() => void) | null
  /** Opens the filters where they do not stand beside the drawing. */
  readonly onFilters: (() => void) | null
  readonly problems: number
  readonly onProblems: () => void
  readonly onKeys: () => void
  readonly onOpenOther: (() => void) | null
  /** Opens what passes the view on; null in a compact view. */
  readonly onShare: (() => void) | null
}

/** Title, count, search and settings. */
export function Header({
  titleId,
  narrow,
  onSkip,
  onFilters,
  problems,
  onProblems,
  onKeys,
  onOpenOther,
  onShare,
}: HeaderProps) {
  const { table, words, lang, locale, store } = useReader()
  const answer = useAnswer()
  const embed = useStore(store, state => state.embed)
  const show = useStore(store, state => state.show)
  const title = sayText(table.document.title, lang)
  const summary = sayText(table.document.summary, lang)
  const stretch = useMemo(
    () => (table.extent ? sayStretch(table.extent[0], table.extent[1], locale) : ""),
    [table, locale],
  )
  return (
    <header className="header" part="header">
      {onSkip && (
        <button type="button" className="button skip unseen" onClick={onSkip}>
          {words.skipTo[show === "list" ? "list" : "timeline"]}
        </button>
      )}
      <div className="heading">
        <h1 id={titleId} part="title" lang={title?.lang || undefined}>
          {/* In whichever script, it stands at the side where all else begins. */}
          <bdi>{title?.text ?? words.untitled}</bdi>
        </h1>
        <p className="under-title">
          <span role="status">{words.countOf(answer.passed, answer.total)}</span>
          {stretch && (
            <>
              <span aria-hidden="true"> · </span>
              <bdi>{stretch}</bdi>
            </>
          )}
          {problems > 0 && (
            <>
              <span aria-hidden="true"> · </span>
              <button type="button" className="quiet problems-link" onClick={onProblems}>
                {words.problems(problems)}
              </button>
            </>
          )}
        </p>
        {summary && !embed && (
          <p className="summary secondary" lang={summary.lang || undefined} dir="auto">
            {summary.text}
          </p>
        )}
      </div>
      <div className="header-tools">
        {!embed && <Search narrow={narrow} />}
        {onOpenOther && (
          <button
            type="button"
            className="button with-icon open-other"
            aria-label={words.openTitle}
            onClick={onOpenOther}
          >
            <Icon name="open" />
            <span aria-hidden="true">{words.openOther}</span>
          </button>
        )}
        {onShare && !narrow && (
          <button
            type="button"
            className="button with-icon share-view"
            aria-label={words.share}
            onClick={onShare}
          >
            <Icon name="share" />
            <span aria-hidden="true">{words.share}</span>
          </button>
        )}
        {onFilters && (
          <button type="button" className="button with-icon" data-opens="filters" onClick={onFilters}>
            <Icon name="filter" />
            {words.filters}
          </button>
        )}
        <Settings onKeys={onKeys} onShare={narrow ? onShare : null} />
      </div>
    </header>
  )
}

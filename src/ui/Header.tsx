import { useMemo } from "react"
import { sayStretch } from "../words/dates-instant.ts"
import { Icon } from "./icons.tsx"
import { sayText, useAnswer, useReader } from "./reader.ts"
import { Search } from "./Search.tsx"
import { Settings } from "./Settings.tsx"
import type { SheetName } from "./Sheets.tsx"
import { useStore } from "./useStore.ts"

interface HeaderProps {
  readonly titleId: string
  readonly narrow: boolean
  /** Whether the filters stand beside the drawing already. */
  readonly hasFilters: boolean
  readonly problems: number
  /** Takes the focus past all controls. */
  readonly onSkip: () => void
  readonly onSheet: (sheet: SheetName) => void
  readonly onOpenOther: (() => void) | null
}

/** Title, count, search and settings. */
export function Header({ titleId, narrow, hasFilters, problems, onSkip, onSheet, onOpenOther }: HeaderProps) {
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
      {/* A compact view has few controls, and cannot be passed on. */}
      {!embed && (
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
              <button type="button" className="quiet problems-link" onClick={() => onSheet("problems")}>
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
        {!embed && !narrow && (
          <button
            type="button"
            className="button with-icon share-view"
            aria-label={words.share}
            onClick={() => onSheet("share")}
          >
            <Icon name="share" />
            <span aria-hidden="true">{words.share}</span>
          </button>
        )}
        {!hasFilters && (
          <button
            type="button"
            className="button with-icon"
            data-opens="filters"
            onClick={() => onSheet("filters")}
          >
            <Icon name="filter" />
            {words.filters}
          </button>
        )}
        <Settings onKeys={() => onSheet("keys")} onShare={narrow && !embed ? () => onSheet("share") : null} />
      </div>
    </header>
  )
}

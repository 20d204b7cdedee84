import { lazy, type ReactNode } from "react"
import type { Problem } from "../model/problem.ts"
import { useReader } from "./reader.ts"
import type { Understood } from "./useDocument.ts"

const FiltersSheet = lazy(() => import("./FiltersSheet.tsx"))
const MatchColumns = lazy(() => import("./MatchColumns.tsx"))
const Problems = lazy(() => import("./Problems.tsx"))
const Share = lazy(() => import("./Share.tsx"))
const Keys = lazy(() => import("./Keys.tsx"))
const ListSheet = lazy(() => import("./ListSheet.tsx"))

export type SheetName = "filters" | "problems" | "match" | "keys" | "share"

/** Rows that are listed on their own, and what they are. */
export interface SomeRows {
  readonly rows: Uint32Array
  readonly title: string
}

interface SheetsProps {
  /** Null where only rows are listed. */
  readonly sheet: SheetName | null
  readonly onSheet: (sheet: SheetName | null) => void
  /** Null where none are listed. */
  readonly some: SomeRows | null
  readonly onSome: (some: null) => void
  readonly onOpen: (row: number) => void
  readonly problems: readonly Problem[]
  readonly understood: Understood | null
}

/** What opens over the timeline, one part for each; nothing of it is there before it is asked for. */
export default function Sheets(props: SheetsProps): ReactNode {
  const { sheet, onSheet, some, onSome, onOpen, problems, understood } = props
  const { lang, store } = useReader()
  const close = () => onSheet(null)
  return (
    <>
      {sheet === "filters" && <FiltersSheet onClose={close} />}
      {sheet === "problems" && (
        <Problems
          problems={problems}
          understood={understood}
          onMatch={() => onSheet("match")}
          onClose={close}
        />
      )}
      {sheet === "match" && understood?.shape && (
        <MatchColumns lang={lang} store={store} shape={understood.shape} onClose={close} />
      )}
      {sheet === "share" && <Share onClose={close} />}
      {some && <ListSheet {...some} onOpen={onOpen} onClose={() => onSome(null)} />}
      {sheet === "keys" && <Keys onClose={close} />}
    </>
  )
}

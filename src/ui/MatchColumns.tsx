import { useEffect, useMemo, useRef, useState } from "react"
import { letterOf, readMapping, writeMapping, type Field, type TableShape } from "../formats/mapping.ts"
import { ENCODINGS, type Encoding } from "../formats/tabular/encodings.ts"
import { matchColumns } from "../state/changes.ts"
import type { Store } from "../state/store.ts"
import type { ReadingWords } from "../words/reading.ts"
import { Choice } from "./Choice.tsx"
import { Dialog } from "./Dialog.tsx"
import { FieldChoice } from "./FieldChoice.tsx"
import styles from "./match.css?inline"
import { doubtsInWords } from "./doubtsInWords.ts"
import { PreviewOfRows } from "./PreviewOfRows.tsx"
import { previewTable, type Preview } from "./previewTable.ts"
import { useLateStyles } from "./useLateStyles.ts"
import { useReadingWords } from "./useReadingWords.ts"

interface MatchColumnsProps {
  readonly lang: string
  readonly store: Store
  readonly shape: TableShape
  readonly onClose: () => void
}

/** Which column of a table holds what, with the first rows before and after; what is chosen goes into the address. */
export default function MatchColumns({ lang, ...props }: MatchColumnsProps) {
  const words = useReadingWords(lang)
  return words && <Matching lang={lang} words={words} {...props} />
}

interface Chosen {
  /** null is "as they are recognised". */
  readonly columns: readonly (Field | null)[] | null
  readonly order: "dmy" | "mdy" | null
  readonly encoding: Encoding | null
}
const NOTHING: Chosen = { columns: null, order: null, encoding: null }

function Matching({ lang, words, store, shape, onClose }: MatchColumnsProps & { words: ReadingWords }) {
  const [chosen, setChosen] = useState<Chosen>(() => ({
    ...NOTHING,
    ...readMapping(store.get().map ?? ""),
  }))
  const preview = usePreview(shape, chosen)
  const now = preview?.shape ?? shape
  const columns = chosen.columns ?? now.mapping.columns
  const content = useRef<HTMLDivElement>(null)
  useLateStyles(styles, content)

  const change = (change: Partial<Chosen>) => setChosen(before => ({ ...before, ...change }))
  const choose = (column: number, field: Field | null) => change({ columns: columns.with(column, field) })
  const apply = () => {
    const map = writeMapping(optionsOf(chosen)) || null
    onClose()
    if (map !== store.get().map) store.set(matchColumns(map), { entry: "push" })
  }
  return (
    <Dialog
      title={words.matchColumns}
      className="match"
      onClose={onClose}
      foot={
        <div className="match-ways">
          <button type="button" className="button primary" onClick={apply}>
            {words.apply}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {words.cancel}
          </button>
          <button
            type="button"
            className="quiet"
            disabled={Object.values(chosen).every(one => one === null)}
            onClick={() => setChosen(NOTHING)}
          >
            {words.reset}
          </button>
        </div>
      }
    >
      <div ref={content} className="match-body">
        {shape.doubts.length > 0 && <p className="match-doubts">{doubtsInWords(shape, words)}</p>}
        <p className="secondary">{words.matchIntro}</p>
        <ul className="match-columns" aria-label={words.columnsTitle}>
          {now.header.map((name, column) => (
            <FieldChoice
              key={column}
              name={`${letterOf(column)} · ${name}`}
              cells={now.rows.map(row => row[column] ?? "")}
              field={columns[column] ?? null}
              words={words}
              onChange={field => choose(column, field)}
            />
          ))}
        </ul>
        <div className="match-choices">
          <Recognised
            label={words.order}
            value={chosen.order}
            found={now.mapping.order && words.orders[now.mapping.order]}
            options={[
              ["dmy", words.orders.dmy],
              ["mdy", words.orders.mdy],
            ]}
            words={words}
            onChange={order => change({ order })}
          />
          {shape.encoding && (
            <Recognised
              label={words.encoding}
              value={chosen.encoding}
              found={words.encodings[now.encoding ?? shape.encoding]}
              options={ENCODINGS.map(encoding => [encoding, words.encodings[encoding]] as const)}
              words={words}
              onChange={encoding => change({ encoding })}
            />
          )}
        </div>
        <PreviewOfRows document={preview && preview.document} isComing={!preview} lang={lang} words={words} />
      </div>
    </Dialog>
  )
}

interface RecognisedProps<Value extends string> {
  readonly label: string
  /** null is "as it is recognised". */
  readonly value: Value | null
  /** What is recognised, in words; null where nothing needs to be. */
  readonly found: string | null
  readonly options: readonly (readonly [Value, string])[]
  readonly words: ReadingWords
  readonly onChange: (value: Value | null) => void
}

/** A choice that can be left to recognition. */
function Recognised<Value extends string>(props: RecognisedProps<Value>) {
  const { label, value, found, options, words, onChange } = props
  const alone = value === null && found ? words.recognised(found) : words.recognisedAlone
  return (
    <Choice
      label={label}
      value={value ?? ""}
      options={[["", alone], ...options]}
      onChange={chosen => onChange(chosen === "" ? null : (chosen as Value))}
    />
  )
}

function optionsOf({ columns, order, encoding }: Chosen) {
  return { ...(columns && { columns }), ...(order && { order }), ...(encoding && { encoding }) }
}

/** What comes of a choice; null until the first is there, then the last one stays until the next has come. */
function usePreview(shape: TableShape, chosen: Chosen): Preview | null {
  const [preview, setPreview] = useState<Preview | null>(null)
  const options = useMemo(() => {
    const options = optionsOf(chosen)
    // The whole file has settled the order better than its beginning can.
    const order = options.order ?? (chosen.columns ? null : shape.mapping.order)
    return { ...options, ...(order && { order }) }
  }, [shape, chosen])
  useEffect(() => {
    let isCurrent = true
    void previewTable(shape, options).then(found => isCurrent && setPreview(found))
    return () => {
      isCurrent = false
    }
  }, [shape, options])
  return preview
}

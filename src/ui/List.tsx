import { useVirtualizer } from "@tanstack/react-virtual"
import { useEffect, useMemo, useRef, useState } from "react"
import { useFullReader } from "./fullReader.ts"
import { nameOfId, sayText, useAnswer } from "./reader.ts"
import { useOrdered, type Column, type Order } from "./listOrder.ts"
import styles from "./list.css?inline"
import { eventAt, sayWhen } from "./sayEvent.ts"
import { Marked } from "./Marked.tsx"
import { StatusGlyph } from "./StatusGlyph.tsx"
import { useLateStyles } from "./useLateStyles.ts"
import { useLongRows } from "./useLongRows.ts"
import { useStore } from "./useStore.ts"

/** Below this many rows all stand in the page, for find-in-page and for jumping by screen reader. */
const ALL_AT_ONCE = 300
/** Beyond this many rows each is one line or two, so that all are equally high and none has to be measured. */
const MANY = 50_000

interface ListProps {
  /** In the order of time; all that pass the filters where nothing is said. */
  readonly rows?: Uint32Array
  readonly onOpen: (row: number) => void
}

/** Events as a table, every one that passes the filters if not some are given; sorted by date unless asked otherwise. */
export default function List({ rows: given, onOpen }: ListProps) {
  const { table, words, lang, store } = useFullReader()
  const answer = useAnswer()
  const [order, setOrder] = useState<Order>({ column: "when", down: false })
  const inTime = given ?? answer.rows
  const sorted = useOrdered(inTime, order, table, lang)
  const rows = sorted ?? inTime
  const scroller = useRef<HTMLDivElement>(null)
  useLateStyles(styles, scroller)
  // Another question is read from its beginning; more rows for the same one leave the reader where they are.
  const selection = useStore(store, state => state.selection)
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 })
  }, [selection, order, given])
  const isWhole = rows.length <= ALL_AT_ONCE
  const isLong = rows.length > MANY
  const virtual = useVirtualizer({
    count: isLong ? 0 : rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 49,
    overscan: 12,
    enabled: !isWhole && !isLong,
  })
  const long = useLongRows(scroller, isLong ? rows.length : 0)
  const items = virtual.getVirtualItems()
  const shown = isWhole
    ? [...rows.keys()]
    : isLong
      ? Array.from({ length: long.last - long.first }, (_, i) => long.first + i)
      : items.map(item => item.index)
  const before = isWhole ? 0 : isLong ? long.before : (items[0]?.start ?? 0)
  const after = isWhole ? 0 : isLong ? long.after : virtual.getTotalSize() - (items.at(-1)?.end ?? 0)

  const head = (column: Column) => (
    <th
      scope="col"
      className={`col-${column}`}
      aria-sort={order.column === column ? (order.down ? "descending" : "ascending") : "none"}
    >
      <button
        type="button"
        aria-label={words.sortBy(words.columns[column])}
        onClick={() => setOrder(o => ({ column, down: o.column === column && !o.down }))}
      >
        {words.columns[column]}
        <span aria-hidden="true" className="sort-sign">
          {order.column === column ? (order.down ? " ↓" : " ↑") : ""}
        </span>
      </button>
    </th>
  )
  return (
    <div
      className="list"
      part="list"
      data-long={isLong || undefined}
      ref={scroller}
      tabIndex={0}
      role="region"
      aria-label={words.listCaption}
    >
      <table aria-rowcount={rows.length + 1} aria-busy={sorted === null}>
        <caption className="unseen">{words.listCaption}</caption>
        <thead>
          <tr aria-rowindex={1}>
            {head("when")}
            {head("title")}
            {head("status")}
            <th scope="col" className="col-actors">
              {words.columns.actors}
            </th>
            <th scope="col" className="col-places">
              {words.columns.places}
            </th>
          </tr>
        </thead>
        <tbody>
          {/* No wider than what a phone shows of the columns, or those that it hides would take their room. */}
          {before > 0 && (
            <tr aria-hidden="true">
              <td colSpan={2} style={{ height: before, padding: 0 }} />
            </tr>
          )}
          {shown.map(index => (
            <Row
              key={rows[index]}
              row={rows[index]!}
              index={index}
              onOpen={onOpen}
              measure={isWhole || isLong ? undefined : virtual.measureElement}
            />
          ))}
          {after > 0 && (
            <tr aria-hidden="true">
              <td colSpan={2} style={{ height: after, padding: 0 }} />
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}

interface RowProps {
  readonly row: number
  readonly index: number
  readonly onOpen: (row: number) => void
  readonly measure: ((element: Element | null) => void) | undefined
}

function Row({ row, index, onOpen, measure }: RowProps) {
  const reader = useFullReader()
  const { table, words, lang, store } = reader
  const q = useStore(store, state => state.selection.q)
  const tz = useStore(store, state => state.tz)
  const open = useStore(store, state => state.event === table.ids.get(row))
  const event = useMemo(() => eventAt(table, row), [table, row])
  const title = sayText(event.title, lang) ?? { text: event.id, lang: "" }
  const actors = event.actors.map(({ id }) => nameOfId(reader, "actor", id))
  const places = event.places.map(({ id }) => nameOfId(reader, "place", id))
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2} data-open={open || undefined}>
      <td className="col-when">
        <time dateTime={event.when ?? undefined}>{sayWhen(event, reader, tz)}</time>
      </td>
      <td className="col-title">
        <button type="button" onClick={() => onOpen(row)} lang={title.lang || undefined} dir="auto">
          <Marked text={title.text} wanted={q} />
        </button>
        <p className="row-more secondary">
          {words.statuses[event.status]}
          {actors.length > 0 && (
            <>
              {" · "}
              <bdi>{words.list(actors)}</bdi>
            </>
          )}
        </p>
      </td>
      <td className="col-status">
        <StatusGlyph status={event.status} /> {words.statuses[event.status]}
      </td>
      <td className="col-actors">
        <bdi>
          <Marked text={words.list(actors)} wanted={q} />
        </bdi>
      </td>
      <td className="col-places">
        <bdi>
          <Marked text={words.list(places)} wanted={q} />
        </bdi>
      </td>
    </tr>
  )
}

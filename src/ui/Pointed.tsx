import { useEffect, useMemo, useRef } from "react"
import type { Bin } from "../layout/binRows.ts"
import { toRectangle, type Frame } from "../layout/frame.ts"
import type { Focus } from "../layout/navigate.ts"
import { alongOf } from "../layout/scale.ts"
import { markBox, type Box, type Scene } from "../layout/scene.ts"
import type { Pointed } from "./Drawing.tsx"
import { useFullReader, type FullReader } from "./fullReader.ts"
import { nameOfId, sayText } from "./reader.ts"
import { eventAt, sayWhen } from "./sayEvent.ts"
import { StatusGlyph } from "./StatusGlyph.tsx"
import type { Bins } from "./useBins.ts"
import { useStore } from "./useStore.ts"

/** What is under the pointer, in words: an event's title, date, status and actors, or what a bin holds. */
export function Tooltip({ pointed, width }: { pointed: Pointed; width: number }) {
  const reader = useFullReader()
  const { table, words, lang, store } = reader
  const tz = useStore(store, state => state.tz)
  const event = useMemo(() => (pointed.row >= 0 ? eventAt(table, pointed.row) : null), [table, pointed.row])
  const left = pointed.x > width / 2
  const style = {
    insetBlockStart: `${pointed.y + 18}px`,
    [left ? "right" : "left"]: `${Math.max(4, left ? width - pointed.x - 12 : pointed.x - 12)}px`,
  }
  if (!event)
    return (
      <div className="tooltip" style={style} aria-hidden="true">
        <p>{pointed.bin && words.binHolds(pointed.bin.count)}</p>
        <p className="secondary">{words.zoomToBin}</p>
      </div>
    )
  const title = sayText(event.title, lang)
  return (
    <div className="tooltip" style={style} aria-hidden="true">
      <p className="secondary">{sayWhen(event, reader, tz)}</p>
      <p lang={title?.lang || undefined} dir="auto">
        <strong>{title?.text ?? event.id}</strong>
      </p>
      <p className="secondary">
        <StatusGlyph status={event.status} /> {words.statuses[event.status]}
        {event.actors.length > 0 && (
          <>
            {" · "}
            <bdi>{words.list(event.actors.map(({ id }) => nameOfId(reader, "actor", id)))}</bdi>
          </>
        )}
      </p>
    </div>
  )
}

interface FocusMarkProps {
  readonly scene: Scene
  readonly frame: Frame
  readonly focus: Focus | null
  readonly bins: Bins
  readonly onOpen: (row: number, byKey?: boolean) => void
}

/**
 * The event or the bin that the keyboard is on, as a real button over its mark: it holds the focus, is spoken in full by any screen
 * reader, and its outline is the focus ring. Inside an `application`, so that arrow keys reach the drawing.
 */
export function FocusMark({ scene, frame, focus, bins, onOpen }: FocusMarkProps) {
  const reader = useFullReader()
  const { table, store } = reader
  const tz = useStore(store, state => state.tz)
  const button = useRef<HTMLButtonElement>(null)
  const row = focus?.row ?? -1
  const lane = focus?.lane ?? -1
  const bin = bins.focused
  const isOnBin = bin !== null
  const eventName = useMemo(
    () => (row >= 0 && row < table.length ? sayEvent(reader, row, tz) : ""),
    [reader, table, row, tz],
  )
  const name = bin
    ? [bins.title(bin), reader.words.binHolds(bins.rows(bin).length), reader.words.binKeys].join(", ")
    : eventName
  const told = useRef(table)
  useEffect(() => {
    // The same event has another row in another table, which is no reason to take the focus from elsewhere.
    const isOfAnother = told.current !== table
    told.current = table
    if (row >= 0 && !isOfAnother) button.current?.focus({ preventScroll: true })
  }, [row, lane, isOnBin, table])
  useEffect(() => {
    button.current?.scrollIntoView({ block: "nearest", inline: "nearest" })
  }, [row, lane, scene])
  if (!focus || row >= table.length) return null
  const mark =
    scene.marks.find(one => one.row === row && one.lane === lane) ?? scene.marks.find(one => one.row === row)
  const area = bin ? binBox(scene, bin) : mark && markBox(mark)
  const box = area ? toRectangle(frame, area) : { x: 0, y: 0, width: 0, height: 0 }
  const x = Math.max(0, box.x)
  const right = Math.min(frame.vertical ? frame.breadth : frame.length, box.x + box.width)
  return (
    <div role="application" aria-label={reader.words.shows.timeline}>
      <button
        ref={button}
        type="button"
        tabIndex={-1}
        className={area ? "focus-mark" : "focus-mark unseen"}
        data-held={area?.along0}
        aria-label={name}
        onClick={() => (bin ? bins.enter(bin) : onOpen(row, true))}
        style={
          area && {
            transform: `translate(${x - 5}px, ${box.y - 5}px)`,
            inlineSize: `${Math.max(24, right - x + 10)}px`,
            blockSize: `${box.height + 10}px`,
          }
        }
      />
    </div>
  )
}

/** An event as it is spoken: title, date in words, status, actors, place. */
export function sayEvent(reader: FullReader, row: number, zone: string): string {
  const { table, words, lang } = reader
  const event = eventAt(table, row)
  const parts = [
    sayText(event.title, lang)?.text ?? event.id,
    sayWhen(event, reader, zone),
    words.statuses[event.status],
    words.list(event.actors.map(({ id }) => nameOfId(reader, "actor", id))),
    words.list(event.places.map(({ id }) => nameOfId(reader, "place", id))),
  ]
  return parts.filter(Boolean).join(words.dir === "rtl" ? "، " : ", ")
}

/** Box of a bin over the whole of its lane. */
function binBox(scene: Scene, { lane, domain: [from, to] }: Bin): Box {
  const { across0, across1 } = scene.lanes[lane]!
  const along = (at: number) => alongOf(scene.domain, scene.along, at)
  // The ring stands a little outside of what it surrounds, and is to stay inside of the lane.
  return { along0: along(from), along1: along(to), across0: across0 + 6, across1: across1 - 6 }
}

import { useCallback, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from "react"
import { createPortal, flushSync } from "react-dom"
import { fromPoint } from "../layout/frame.ts"
import { hit, type Hit } from "../layout/hit.ts"
import { beforeMoved, UNMOVED, type Moved } from "../layout/moved.ts"
import { clampDomain } from "../layout/scale.ts"
import { labelBox, type Scene } from "../layout/scene.ts"
import { domainOf } from "../figure/domain.ts"
import { createCarrier, type Carrier } from "./carry.ts"
import { glide, hold, move as moveView } from "./camera.ts"
import type { HandsProps } from "./Drawing.tsx"
import { attachGestures } from "./gestures.ts"
import styles from "./hands.css?inline"
import { OnScreen } from "./OnScreen.tsx"
import { FocusMark, Tooltip } from "./Pointed.tsx"
import { useFullReader } from "./fullReader.ts"
import { useBins } from "./useBins.ts"
import { useKeys } from "./useKeys.ts"
import { useAnswer } from "./reader.ts"
import { useKeptFocus } from "./useKeptFocus.ts"
import { useLateStyles } from "./useLateStyles.ts"
import { useStore } from "./useStore.ts"

/** How near a pointer or a finger must come to a mark, in pixels. */
const REACH = { mouse: 14, touch: 24 }

/**
 * All that answers to pointer, finger, wheel and keys on a drawing, and what it shows there: the tooltip and the focus.
 * Stands in the plot, and comes once the picture stands.
 */
export default function Hands(props: HandsProps) {
  const { laid, scene, frame, lanes, width, upright, scrollerRef, plotRef, handsRef, earlyRef } = props
  const { pointed, setPointed, setFocus, onOpen, onClose, onKeys, onList } = props
  const { store, table, words } = useFullReader()
  const answer = useAnswer()
  const focus = useKeptFocus(props.focus, setFocus, table, lanes)
  const embed = useStore(store, state => state.embed)
  const owned = useRef(!embed)
  /** The drawing over which a turn of the wheel was just left to the page around. */
  const [refusedOn, setRefusedOn] = useState<Element | null>(null)
  useLateStyles(styles, plotRef)
  const bins = useBins({ scene, lanes, upright, focus, setFocus, onList })
  const live = useRef({ table, scene, frame, bins })
  const carrier = useRef<Carrier>(null)
  useLayoutEffect(() => {
    live.current = { table, scene, frame, bins }
    carrier.current?.place()
  })
  // Ended before what another table is drawn as is on the page, so that nothing of it is moved as the old one was.
  useLayoutEffect(() => {
    const own = createCarrier({
      store,
      table,
      laid,
      drawing: () => scrollerRef.current,
      frame: () => live.current.frame,
    })
    carrier.current = own
    return () => {
      carrier.current = null
      own.end()
      // It is told of a row, which is another event's in another table.
      setPointed(null)
    }
  }, [store, table, laid, scrollerRef, setPointed])

  const place = useCallback(
    (clientX: number, clientY: number) => {
      const box = plotRef.current!.getBoundingClientRect()
      return fromPoint(live.current.frame, clientX - box.left, clientY - box.top)
    },
    [plotRef],
  )
  /** What lies at a point of the page, in the scene that stands there. */
  const at = useCallback(
    (x: number, y: number, reach: number) => {
      const { along, across } = place(x, y)
      return point(live.current.scene, carrier.current?.moved() ?? UNMOVED, along, across, reach)
    },
    [place],
  )
  const tap = useCallback(
    (x: number, y: number, touch: boolean) => {
      const found = at(x, y, touch ? REACH.touch : REACH.mouse)
      if (!found) setPointed(null)
      else if (found.kind === "bin") live.current.bins.enter(found)
      else {
        setFocus({ row: found.row, lane: found.lane })
        onOpen(found.row)
      }
    },
    [at, setPointed, setFocus, onOpen],
  )
  const tapped = useRef(tap)
  useLayoutEffect(() => {
    tapped.current = tap
  })

  // Once for all tables, so that no hand loses its hold where more of a file comes.
  useEffect(
    () =>
      attachGestures(plotRef.current!, {
        domain: () => domainOf(store.get().domain, live.current.table),
        length: () => live.current.frame.length,
        along: (x, y) => place(x, y).along,
        move: domain => {
          setPointed(null)
          moveView(store, clampDomain(domain, live.current.table.extent))
        },
        scroll: pixels => {
          if (!upright) scrollerRef.current!.scrollTop += pixels
        },
        grab: () => {
          hold(store)
          owned.current = true
        },
        tap: (x, y, touch) => tapped.current(x, y, touch),
        ownsWheel: () => owned.current,
        refusedWheel: () => setRefusedOn(scrollerRef.current!.parentElement),
        oneFinger: () => !embed,
      }),
    [store, place, upright, embed, plotRef, scrollerRef, setPointed],
  )

  useEffect(() => {
    const plot = plotRef.current!
    plot.toggleAttribute("data-movable", true)
    return () => void plot.toggleAttribute("data-movable", false)
  }, [plotRef])
  useEffect(() => {
    if (!refusedOn) return
    const timer = setTimeout(() => setRefusedOn(null), 1800)
    return () => clearTimeout(timer)
  }, [refusedOn])

  const hover = (event: React.PointerEvent) => {
    if (event.pointerType === "touch" || event.buttons !== 0) return
    const found = at(event.clientX, event.clientY, REACH.mouse)
    const box = plotRef.current!.getBoundingClientRect()
    const place = { x: event.clientX - box.left, y: event.clientY - box.top }
    if (!found) setPointed(null)
    else if (found.kind === "bin")
      setPointed({ row: -1, lane: found.lane, ...place, bin: { count: found.passing, domain: found.domain } })
    else if (!pointed || pointed.row !== found.row || pointed.lane !== found.lane)
      setPointed({ row: found.row, lane: found.lane, ...place })
  }
  const press = useKeys({
    frame,
    lanes,
    focus,
    bins,
    setFocus,
    onOpen,
    onClose: () => {
      setPointed(null)
      onClose()
    },
    onKeys,
    region: scrollerRef,
  })
  useImperativeHandle(handsRef, () => ({
    tap,
    hover,
    press,
    leave: () => setPointed(null),
    blur: () => {
      if (embed) owned.current = false
    },
  }))
  useEffect(() => {
    // What was done before there were hands, each on what the one before it has led to.
    queueMicrotask(() => {
      for (const act of earlyRef.current.splice(0)) flushSync(() => handsRef.current && act(handsRef.current))
    })
  }, [earlyRef, handsRef])

  return (
    <>
      {upright && <OnScreen {...{ scene, scrollerRef, plotRef }} />}
      <FocusMark {...{ scene, frame, focus, bins, onOpen }} />
      {pointed && <Tooltip pointed={pointed} width={width} />}
      {scene.marks.length === 0 && scene.bins.length === 0 && answer.passed > 0 && (
        <p className="out-of-view">
          {words.outOfView}{" "}
          <button type="button" className="quiet" onClick={() => glide(store, table, null)}>
            {words.fitAll}
          </button>
        </p>
      )}
      {refusedOn &&
        // Over what is in sight of the drawing, however long it is.
        createPortal(
          <p className="wheel-hint" aria-hidden="true">
            {words.wheelHint}
          </p>,
          refusedOn,
        )}
    </>
  )
}

/** What is seen at a position: a label stands for its mark, then whatever is painted there. */
function point(scene: Scene, moved: Moved, along: number, across: number, reach: number): Hit | null {
  for (const label of scene.labels) {
    const box = labelBox(scene, label)
    // Labels are moved with their marks and keep their form.
    const by = moved.scale * label.along + moved.shift - label.along
    if (along < box.along0 + by || along > box.along1 + by || across < box.across0 || across > box.across1)
      continue
    return { kind: "mark", row: label.row, lane: label.lane }
  }
  return hit(scene, beforeMoved(moved, along), across, reach)
}

/**
 * "dateline/react": the component `<Timeline>` (interface.md §3). It draws in a shadow root of its own, so that neither
 * page nor timeline spoils the other's styles, and touches neither the page's address nor, on a server, a window.
 */
import { useEffect, useRef, useState, type CSSProperties } from "react"
import type { Drawn } from "./host/drawViewer.tsx"
import {
  createViewer,
  type Data,
  type ProblemDetail,
  type ReadyDetail,
  type SelectDetail,
  type Viewer,
} from "./host/viewer.ts"

export type { Data, ProblemDetail, ReadyDetail, SelectDetail }

export interface TimelineProps {
  /** Address of a file, counted from the page's; `data` is stronger. Without either, the built-in document. */
  readonly src?: string
  /** A document or a list of events as objects, a file, text, or an address; null where it is still to come. */
  readonly data?: Data
  /**
   * The view as a query string of the address's parameters: whoever gives it holds it, and changes it in `onStateChange`.
   * Left out, the component holds its own, which begins as `defaultState`.
   */
  readonly state?: string
  readonly defaultState?: string
  /** Told of every decision of the reader's at once, and of movement once it rests. */
  readonly onStateChange?: (state: string) => void
  /** The first complete picture of a document stands. */
  readonly onReady?: (detail: ReadyDetail) => void
  /** An event was opened or closed; returning false keeps it closed. */
  readonly onEventSelect?: (detail: SelectDetail) => boolean | void
  /** Something could not be read or was guessed. */
  readonly onProblem?: (detail: ProblemDetail) => void
  /** Language of the interface, a BCP 47 tag; the page's own where it is left out. */
  readonly lang?: string
  readonly theme?: "auto" | "light" | "dark"
  /** Direction of time where it should differ from the language's own. */
  readonly dir?: "time-ltr" | "time-rtl"
  /** IANA zone in which clock times are shown. */
  readonly tz?: string
  /** Address of a whole Dateline page to lead to. */
  readonly full?: string
  readonly className?: string
  readonly style?: CSSProperties
  readonly id?: string
}

const SETTINGS = ["lang", "theme", "dir", "tz"] as const

/** A timeline; its height is its own unless `style` or a class gives it one, within which it then scrolls. */
export function Timeline(props: TimelineProps) {
  const { src, data = src, state, lang, theme, dir, tz, full, className, style, id } = props
  const host = useRef<HTMLDivElement>(null)
  const latest = useRef(props)
  const [viewer, setViewer] = useState<Viewer | null>(null)
  const [drawn, setDrawn] = useState<Drawn | null>(null)
  /** Counts what was told, so that a state that was not taken up is set back. */
  const [told, setTold] = useState(0)

  useEffect(() => {
    latest.current = props
  })

  useEffect(() => {
    const { src, data = src, state, defaultState } = latest.current
    const viewer = createViewer(state ?? defaultState ?? "", () => ({
      ready: detail => latest.current.onReady?.(detail),
      problem: detail => latest.current.onProblem?.(detail),
      select: detail => latest.current.onEventSelect?.(detail) !== false,
      state: detail => {
        latest.current.onStateChange?.(detail.state)
        setTold(n => n + 1)
      },
    }))
    viewer.setParameters(parameters => setSettings(parameters, latest.current))
    viewer.setData(data)
    setViewer(viewer)
    let isHere = true
    let own: Drawn | null = null
    void import("./host/drawViewer.tsx").then(({ drawViewer }) => {
      if (!isHere) return
      own = drawViewer(host.current!, viewer)
      setDrawn(own)
    })
    return () => {
      isHere = false
      own?.stop()
      viewer.stop()
    }
  }, [])

  useEffect(() => viewer?.setData(data), [viewer, data])
  useEffect(() => {
    viewer?.setParameters(parameters => setSettings(parameters, { lang, theme, dir, tz }))
  }, [viewer, lang, theme, dir, tz])
  useEffect(() => {
    if (state !== undefined) viewer?.setState(state)
  }, [viewer, state, told])
  useEffect(() => drawn?.setFull(full ?? null), [drawn, full])

  return <div ref={host} className={className} style={style} id={id} />
}

/** Settings that are left out stay what the reader or the state made them. */
function setSettings(
  parameters: URLSearchParams,
  settings: Pick<TimelineProps, (typeof SETTINGS)[number]>,
): void {
  for (const name of SETTINGS) {
    const value = settings[name]
    if (value !== undefined) parameters.set(name, value)
  }
}

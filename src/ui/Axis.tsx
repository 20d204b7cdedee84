import { toPoint, type Frame } from "../layout/frame.ts"
import type { Scene, SceneTick } from "../layout/scene.ts"

/** Room that the words of a major tick may take before the next would touch them, in pixels. */
const MAJOR_ROOM = 120

/** The ticks of time: their words along the edge, their lines through the lanes. Decoration: the events say their dates. */
export function Axis({ scene, frame }: { scene: Scene | null; frame: Frame }) {
  if (!scene) return <div className="axis" aria-hidden="true" />
  const reversed = frame.rtl && !frame.vertical
  const ticks = shown(scene, frame.vertical)
  return (
    <div className="axis" aria-hidden="true" data-reversed={reversed || undefined}>
      {ticks.map(({ tick, along }, i) => {
        const { x, y } = toPoint(frame, along, 0)
        // Down the page its words stay in sight as long as it lasts, for which transforms would not count.
        const stays = frame.vertical && tick.major
        const next = stays ? ticks.find((other, at) => at > i && other.tick.major) : undefined
        return (
          <span
            key={`${tick.major ? "M" : "m"}${tick.at}`}
            className={tick.major ? "tick major" : "tick"}
            data-held={tick.along}
            style={
              stays
                ? { insetBlockStart: `${y}px`, blockSize: `${(next?.along ?? scene.along) - y}px` }
                : {
                    transform: frame.vertical
                      ? `translateY(${y}px)`
                      : `translateX(${reversed ? `calc(${x}px - 100%)` : `${x}px`})`,
                  }
            }
          >
            <bdi>{tick.text}</bdi>
          </span>
        )
      })}
    </div>
  )
}

/**
 * The ticks with their places: the context in which the view begins stays at its edge until the next one comes near;
 * where time runs down the page there is one column of words, and a minor tick gives way to a major one.
 */
function shown(scene: Scene, vertical: boolean): { tick: SceneTick; along: number }[] {
  const majors = scene.ticks.filter(tick => tick.major)
  const taken = new Set(majors.map(tick => tick.at))
  return scene.ticks.flatMap(tick => {
    if (tick.along > scene.along) return []
    if (!tick.major)
      return tick.along < 0 || (vertical && taken.has(tick.at)) ? [] : [{ tick, along: tick.along }]
    if (tick.along >= 0) return [{ tick, along: tick.along }]
    const next = majors[majors.indexOf(tick) + 1]
    const room = vertical ? 24 : MAJOR_ROOM
    return next && next.along < room ? [] : [{ tick, along: 0 }]
  })
}

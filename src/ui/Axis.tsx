import { toPoint, type Frame } from "../layout/frame.ts"
import type { Scene } from "../layout/scene.ts"

/** The ticks of time: their words along the edge, their lines through the lanes. Decoration: the events say their dates. */
export function Axis({ scene, frame }: { scene: Scene | null; frame: Frame }) {
  if (!scene) return <div className="axis" aria-hidden="true" />
  return (
    <div className="axis" aria-hidden="true">
      {scene.ticks.map(tick => {
        const { x, y } = toPoint(frame, tick.along, 0)
        const at = frame.vertical ? y : x
        if (at < -200 || at > frame.length + 200) return null
        return (
          <span
            key={`${tick.unit}${tick.at}${tick.major}`}
            className={tick.major ? "tick major" : "tick"}
            style={{ transform: frame.vertical ? `translateY(${at}px)` : `translateX(${at}px)` }}
          >
            <bdi>{tick.text}</bdi>
          </span>
        )
      })}
    </div>
  )
}

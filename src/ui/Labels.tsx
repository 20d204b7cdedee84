import { memo, type CSSProperties } from "react"
import { toPoint, toRectangle, type Frame } from "../layout/frame.ts"
import { labelBox, type Label, type Scene } from "../layout/scene.ts"
import { titleOf, useReader } from "./reader.ts"

interface LabelsProps {
  readonly scene: Scene
  readonly frame: Frame
  readonly lit: number
  readonly open: number
}

/** Titles beside their marks and names of periods, as real text: every engine sets mixed scripts right only there. */
export const Labels = memo(function Labels({ scene, frame, lit, open }: LabelsProps) {
  const { table, lang } = useReader()
  const drawn = new Set<number>()
  return (
    <div className="labels" aria-hidden="true">
      {scene.periods.map(
        period =>
          period.text && (
            <span
              key={`p${period.index}`}
              className={period.coverage ? "period coverage" : "period"}
              data-held={period.from}
              style={periodPlace(frame, Math.max(0, period.from), Math.min(scene.along, period.to))}
            >
              <bdi>{period.text}</bdi>
            </span>
          ),
      )}
      {scene.labels.map(label => {
        const title = titleOf(table, label.row, lang)
        const again = drawn.has(label.row)
        drawn.add(label.row)
        return (
          <span
            key={`${label.lane}/${label.row}`}
            className="label"
            lang={title.lang || undefined}
            data-side={label.side}
            data-lit={label.row === lit || label.row === open ? "" : undefined}
            data-fails={label.passes ? undefined : ""}
            data-again={again || undefined}
            data-held={label.along}
            style={labelPlace(frame, scene, label)}
          >
            <bdi>{title.text}</bdi>
          </span>
        )
      })}
    </div>
  )
})

function labelPlace(frame: Frame, scene: Scene, label: Label): CSSProperties {
  const box = toRectangle(frame, labelBox(scene, label))
  const lines = frame.vertical
  return {
    transform: `translate(${box.x}px, ${box.y}px)`,
    inlineSize: `${Math.ceil(box.width) + 1}px`,
    blockSize: `${box.height}px`,
    justifyContent: !lines && label.side === "before" ? "flex-end" : "flex-start",
  }
}

function periodPlace(frame: Frame, from: number, to: number): CSSProperties {
  const a = toPoint(frame, from, 0)
  const b = toPoint(frame, to, 0)
  if (frame.vertical) return { transform: `translateY(${a.y}px)`, blockSize: `${b.y - a.y}px` }
  return { transform: `translateX(${Math.min(a.x, b.x)}px)`, inlineSize: `${Math.abs(b.x - a.x)}px` }
}

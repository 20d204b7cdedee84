import type { EventRecord, Figure } from "../model/document.ts"
import { DetailsSection } from "./DetailsSection.tsx"
import { useFullReader } from "./fullReader.ts"

/** What an event is counted in, under a heading. */
export function Figures({ figures }: { figures: EventRecord["figures"] }) {
  const { words } = useFullReader()
  const entries = Object.entries(figures)
  if (entries.length === 0) return null
  return (
    <DetailsSection title={words.figuresTitle}>
      <FigureList figures={entries} />
    </DetailsSection>
  )
}

/** Names and numbers, beside each other. */
export function FigureList({ figures }: { figures: readonly (readonly [string, Figure])[] }) {
  const { words, number } = useFullReader()
  const say = (value: number | null) => (value === null ? null : number(value))
  return (
    <dl className="pairs">
      {figures.map(([name, figure]) => (
        <div key={name}>
          <dt dir="auto">{name}</dt>
          <dd>{words.figure(say(figure.low), say(figure.best), say(figure.high), figure.unit)}</dd>
        </div>
      ))}
    </dl>
  )
}

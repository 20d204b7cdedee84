import { useId } from "react"
import type { Field } from "../formats/mapping.ts"
import { FIELD_GROUPS, type FieldGroup, type ReadingWords } from "../words/reading.ts"

/** Where each field stands in the choice, in the order of mapping.ts. */
const GROUP_OF: Readonly<Record<Field, FieldGroup>> = {
  id: "more",
  title: "what",
  summary: "what",
  when: "when",
  start: "when",
  end: "when",
  year: "when",
  month: "when",
  day: "when",
  time: "when",
  endYear: "when",
  endMonth: "when",
  endDay: "when",
  hour: "when",
  minute: "when",
  second: "when",
  endTime: "when",
  whenText: "when",
  reported: "when",
  actor: "who",
  place: "where",
  within: "where",
  lat: "where",
  lon: "where",
  type: "what",
  status: "what",
  source: "more",
  tag: "what",
  killed: "more",
  killedMin: "more",
  killedMax: "more",
  injured: "more",
  injuredMin: "more",
  injuredMax: "more",
  precision: "when",
}
const FIELDS_OF = FIELD_GROUPS.map(
  group => [group, (Object.keys(GROUP_OF) as Field[]).filter(field => GROUP_OF[field] === group)] as const,
)

interface FieldChoiceProps {
  readonly name: string
  /** The first cells of the column. */
  readonly cells: readonly string[]
  readonly field: Field | null
  readonly words: ReadingWords
  readonly onChange: (field: Field | null) => void
}

/** One column of a table: its name, what it holds, its first cells. */
export function FieldChoice({ name, cells, field, words, onChange }: FieldChoiceProps) {
  const id = useId()
  return (
    <li className="match-column" data-used={field !== null || undefined}>
      <label htmlFor={id} dir="auto" title={name}>
        {name}
      </label>
      <select
        id={id}
        aria-describedby={`${id}-cells`}
        value={field ?? ""}
        onChange={({ target }) => onChange(target.value === "" ? null : (target.value as Field))}
      >
        <option value="">{words.leftAlone}</option>
        {FIELDS_OF.map(([group, fields]) => (
          <optgroup key={group} label={words.groups[group]}>
            {fields.map(one => (
              <option key={one} value={one}>
                {words.fields[one]}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <ul id={`${id}-cells`} className="match-cells">
        {cells.map((cell, row) => (
          <li key={row} dir="auto">
            {cell.trim() === "" ? "\u00a0" : cell}
          </li>
        ))}
      </ul>
    </li>
  )
}

import { useEffect, useId, useRef, useState } from "react"
import { parseEdtf } from "../time/edtf.ts"
import styles from "./dateField.css?inline"
import { useFullReader } from "./fullReader.ts"
import { sayDate } from "./sayEvent.ts"
import { useLateStyles } from "./useLateStyles.ts"

interface DateFieldProps {
  readonly label: string
  /** EDTF, or null where nothing is chosen. */
  readonly value: string | null
  readonly onChange: (edtf: string | null) => void
  readonly hint?: string
}

/**
 * A date as readers write it: in words or figures, in any of the languages, of any year. A browser's own date field
 * knows neither BCE nor "October 2016". What cannot be read is said, and nothing changes.
 */
export default function DateField({ label, value, onChange, hint }: DateFieldProps) {
  const reader = useFullReader()
  const field = useRef<HTMLDivElement>(null)
  useLateStyles(styles, field)
  const id = useId()
  const said = value === null ? "" : parseEdtf(value).ok ? sayDate(value, reader) : value
  const [text, setText] = useState(said)
  const [wrong, setWrong] = useState(false)
  useEffect(() => {
    setText(said)
    setWrong(false)
  }, [said])

  const commit = async () => {
    const written = text.trim()
    if (written === said) return setWrong(false)
    if (!written) return onChange(null)
    const { readDate } = await import("./readDate.ts")
    const edtf = readDate(written)
    setWrong(edtf === null)
    if (edtf === value) setText(said)
    else if (edtf !== null) onChange(edtf)
  }
  return (
    <div className="date-field" ref={field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        inputMode="text"
        autoComplete="off"
        dir={text ? "auto" : undefined}
        placeholder={hint}
        value={text}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        onChange={event => setText(event.target.value)}
        onBlur={() => void commit()}
        onKeyDown={event => {
          if (event.key === "Enter") void commit()
        }}
      />
      {wrong && (
        <p id={`${id}-wrong`} className="wrong" role="alert">
          {reader.words.notADate}
        </p>
      )}
    </div>
  )
}

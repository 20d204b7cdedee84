interface SwitchProps<Value extends string> {
  readonly legend: string
  /** Values with their names. */
  readonly options: readonly (readonly [value: Value, name: string])[]
  readonly value: Value
  readonly onChange: (value: Value) => void
}

/** A choice of one among few, all in sight. */
export function Switch<Value extends string>({ legend, options, value, onChange }: SwitchProps<Value>) {
  return (
    <fieldset className="switch">
      <legend>{legend}</legend>
      {options.map(([one, name]) => (
        <label key={one}>
          <input type="radio" checked={value === one} onChange={() => onChange(one)} />
          {name}
        </label>
      ))}
    </fieldset>
  )
}

import { readWhen } from "../time/edtf.ts"
import { centreOn } from "./camera.ts"
import DateField from "./DateField.tsx"
import { useFullReader } from "./fullReader.ts"
import { sayDate } from "./sayEvent.ts"

/** Shown in the empty field, as the reader would write it. */
const EXAMPLE = "2016-10-15"

/** A field that moves the view to a date. */
export default function GoTo() {
  const reader = useFullReader()
  const { store, table, words } = reader
  return (
    <DateField
      label={words.goToDate}
      value={null}
      hint={sayDate(EXAMPLE, reader)}
      onChange={edtf => {
        if (edtf !== null) centreOn(store, table, readWhen(edtf))
      }}
    />
  )
}

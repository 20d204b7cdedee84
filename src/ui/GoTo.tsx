import { readWhen } from "../time/edtf.ts"
import { centreOn } from "./camera.ts"
import DateField from "./DateField.tsx"
import { useFullReader } from "./fullReader.ts"

/** A field that moves the view to a date. */
export default function GoTo() {
  const { store, table, words } = useFullReader()
  return (
    <DateField
      label={words.goToDate}
      value={null}
      hint={words.goToDateHint}
      onChange={edtf => {
        if (edtf !== null) centreOn(store, table, readWhen(edtf))
      }}
    />
  )
}

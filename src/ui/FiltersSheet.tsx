import { Dialog } from "./Dialog.tsx"
import { Filters } from "./Filters.tsx"
import { useFullReader } from "./fullReader.ts"
import { useAnswer } from "./reader.ts"

/** The filters as a sheet from below, where there is no room for them beside the drawing. */
export default function FiltersSheet({ onClose }: { onClose: () => void }) {
  const { words } = useFullReader()
  const { passed } = useAnswer()
  return (
    <Dialog
      title={words.filters}
      className="sheet"
      onClose={onClose}
      foot={
        <button type="button" className="button primary" onClick={onClose}>
          {words.showEvents(passed)}
        </button>
      }
    >
      <Filters />
    </Dialog>
  )
}

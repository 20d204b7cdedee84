import { flushSync } from "react-dom"
import { Dialog } from "./Dialog.tsx"
import List from "./List.tsx"

interface ListSheetProps {
  readonly rows: Uint32Array
  readonly title: string
  readonly onOpen: (row: number, byKey?: boolean) => void
  readonly onClose: () => void
}

/** Some events, such as those of one bin, to be looked through and opened. */
export default function ListSheet({ rows, title, onOpen, onClose }: ListSheetProps) {
  const open = (row: number) => {
    // Closed first, so that the focus is back where it came from and the event can give it back there too.
    flushSync(onClose)
    onOpen(row, true)
  }
  return (
    <Dialog title={title} className="list-sheet" onClose={onClose}>
      <List rows={rows} onOpen={open} />
    </Dialog>
  )
}

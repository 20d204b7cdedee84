import type { Coming } from "./useDocument.ts"

interface ProgressProps {
  readonly label: string
  readonly coming: Coming | null
}

/** How far a file is, by its bytes; that it is on its way, where nobody said how many there are. */
export function Progress({ label, coming }: ProgressProps) {
  return (
    <progress aria-label={label} value={coming?.total ? coming.bytes : undefined} max={coming?.total || 1} />
  )
}

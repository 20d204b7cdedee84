import { useState } from "react"
import type { EventRecord } from "../model/document.ts"
import { readWhen } from "../time/edtf.ts"
import { centreOn } from "./camera.ts"
import { useFullReader } from "./fullReader.ts"
import { Icon } from "./icons.tsx"
import { LateIcon } from "./lateIcons.tsx"
import { useStore } from "./useStore.ts"
import { viewAddress } from "./viewAddress.ts"

interface DetailsBarProps {
  readonly event: EventRecord
  readonly onClose: () => void
  readonly onStep: (direction: 1 | -1) => void
}

/** What can be done with an open event: go on from it, find it in the drawing, count from it, pass it on, close it. */
export function DetailsBar({ event, onClose, onStep }: DetailsBarProps) {
  const { table, words, store } = useFullReader()
  return (
    <div className="details-bar">
      <button type="button" className="icon" aria-label={words.previous} onClick={() => onStep(-1)}>
        <Icon name="previous" />
      </button>
      <button type="button" className="icon" aria-label={words.next} onClick={() => onStep(1)}>
        <Icon name="next" />
      </button>
      <button
        type="button"
        className="icon"
        aria-label={words.centreOn}
        onClick={() =>
          centreOn(store, table, event.when ? readWhen(event.when, event.asOf ?? undefined) : null)
        }
      >
        <LateIcon name="target" />
      </button>
      <CountFrom id={event.id} dated={event.when !== null} />
      <CopyLink />
      <button type="button" className="icon close" aria-label={words.close} onClick={onClose}>
        <Icon name="close" />
      </button>
    </div>
  )
}

/** Turns the axis into days before and after this event, and back. */
function CountFrom({ id, dated }: { id: string; dated: boolean }) {
  const { store, words } = useFullReader()
  const on = useStore(store, state => state.align === id)
  if (!dated) return null
  return (
    <button
      type="button"
      className="icon"
      aria-pressed={on}
      aria-label={words.countDays}
      title={words.countDays}
      onClick={() => store.set({ align: on ? null : id }, { entry: "push" })}
    >
      <LateIcon name="count" />
    </button>
  )
}

/**
 * Copies the address of a whole page that shows exactly this view, where the page may; else shows it to be copied by hand.
 * Nothing where there is no such page: the address of a page that a timeline is only a part of is not that of the view.
 */
function CopyLink() {
  const { store, words, full } = useFullReader()
  const [said, setSaid] = useState<string | null>(null)
  const relative = useStore(store, state => viewAddress(full, state))
  if (relative === null) return null
  const address = new URL(relative, document.baseURI).href
  return (
    <>
      <button
        type="button"
        className="icon"
        aria-label={words.copyLink}
        onClick={() => {
          navigator.clipboard
            ?.writeText(address)
            .then(() => setSaid(words.copied))
            .catch(() => setSaid(address))
          if (!navigator.clipboard) setSaid(address)
        }}
      >
        <LateIcon name="link" />
      </button>
      <span className="copied secondary" aria-live="polite">
        {said}
      </span>
    </>
  )
}

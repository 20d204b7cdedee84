import { useId, useLayoutEffect, useRef, type ReactNode } from "react"
import styles from "./dialog.css?inline"
import { Icon } from "./icons.tsx"
import { useAllWords } from "./fullReader.ts"
import { askSeenPart } from "./seenPart.ts"
import { useLateStyles } from "./useLateStyles.ts"

interface DialogProps {
  readonly title: string
  readonly className?: string
  readonly onClose: () => void
  /** Stays in sight below what scrolls. */
  readonly foot?: ReactNode
  readonly children: ReactNode
}

/** A modal dialog by the browser's own element: it holds the focus, closes by Escape and gives the focus back. */
export function Dialog({ title, className, onClose, foot, children }: DialogProps) {
  const words = useAllWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useLateStyles(styles, dialog)
  // Closed while it still stands in the page, for only then does the browser give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current!
    const stop = askSeenPart(part => {
      if (part) {
        element.style.setProperty("--seen-start", `${part.start}px`)
        element.style.setProperty("--seen-size", `${part.size}px`)
      }
      if (!element.open) element.showModal()
    })
    return () => {
      stop()
      element.close()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      className={`dialog ${className ?? ""}`}
      aria-labelledby={titleId}
      onClose={onClose}
      onKeyDown={event => event.stopPropagation()}
      onClick={event => {
        if (event.target === dialog.current) onClose()
      }}
    >
      <div className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <button type="button" className="icon" aria-label={words.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      <div className="dialog-body">{children}</div>
      {foot !== undefined && <div className="dialog-foot">{foot}</div>}
    </dialog>
  )
}

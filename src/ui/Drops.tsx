import { useEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from "react"
import type { Store } from "../state/store.ts"
import styles from "./drops.css?inline"
import { useAllWords } from "./fullReader.ts"
import type { Opened } from "./opened.ts"
import { isAddress, waysToOpen } from "./opening.ts"
import { useLateStyles } from "./useLateStyles.ts"

interface DropsProps {
  readonly store: Store
  readonly opened: Opened
  readonly target: RefObject<HTMLElement | null>
  /** Puts what is said over the page. */
  readonly over: (message: ReactNode) => ReactNode
}

/** Opens files, addresses and text that the reader drops on an element or pastes into its page, and says so while files are held over it. */
export default function Drops({ store, opened, target, over: around }: DropsProps) {
  const words = useAllWords()
  const [isOver, setOver] = useState(false)
  const message = useRef<HTMLParagraphElement>(null)
  useLateStyles(styles, message)
  const ways = useMemo(() => waysToOpen(store, opened), [store, opened])

  useEffect(() => {
    const root = target.current
    if (!root) return
    let depth = 0
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false
    const enter = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      depth++
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      depth = Math.max(0, depth - 1)
      if (depth === 0) setOver(false)
    }
    const over = (event: DragEvent) => {
      if (carriesFiles(event)) event.preventDefault()
    }
    const drop = (event: DragEvent) => {
      depth = 0
      setOver(false)
      if (!carriesFiles(event)) return
      event.preventDefault()
      ways.openFiles([...(event.dataTransfer?.files ?? [])])
    }
    const paste = (event: ClipboardEvent) => {
      if (isTyped(event.composedPath()[0]) || !event.clipboardData) return
      const files = [...event.clipboardData.files]
      const text = event.clipboardData.getData("text/plain")
      if (files.length > 0) ways.openFiles(files)
      // A word that was pasted past a field is no file.
      else if (text.includes("\n") || isAddress(text)) ways.openText(text)
      else return
      event.preventDefault()
    }
    root.addEventListener("dragenter", enter)
    root.addEventListener("dragleave", leave)
    root.addEventListener("dragover", over)
    root.addEventListener("drop", drop)
    document.addEventListener("paste", paste)
    return () => {
      root.removeEventListener("dragenter", enter)
      root.removeEventListener("dragleave", leave)
      root.removeEventListener("dragover", over)
      root.removeEventListener("drop", drop)
      document.removeEventListener("paste", paste)
    }
  }, [target, ways])

  return (
    isOver &&
    around(
      <p className="drop-here" ref={message}>
        {words.dropHere}
      </p>,
    )
  )
}

function isTyped(target: EventTarget | undefined): boolean {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null
}

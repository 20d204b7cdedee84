import { useEffect, useMemo, useState, type RefObject } from "react"
import { openData } from "../state/changes.ts"
import type { Store } from "../state/store.ts"
import { createOpened, type Opened } from "./opened.ts"

export interface Opening {
  readonly opened: Opened
  /** Whether files are held over the page. */
  readonly isOver: boolean
  readonly openFiles: (files: readonly File[]) => void
  readonly openAddress: (address: string) => void
  readonly openText: (text: string) => void
}

/**
 * Files, addresses and text that the reader drops on an element or pastes into its page. What has no address is kept
 * with what the page around has `given`, or in a place of its own.
 */
export function useOpening(
  store: Store,
  element: RefObject<HTMLElement | null>,
  isActive: boolean,
  given?: Opened,
): Opening {
  const [opened] = useState(() => given ?? createOpened())
  const [isOver, setOver] = useState(false)
  const ways = useMemo(() => {
    const open = (data: string) => store.set(openData(data), { entry: "push" })
    const openFiles = (files: readonly File[]) => {
      if (files.length > 0) open(opened.keep(files))
    }
    return {
      openFiles,
      openAddress: (address: string) => open(address.trim()),
      // What the text is, its beginning tells; the name has no ending that could mislead.
      openText: (text: string) => {
        if (isAddress(text)) open(text.trim())
        else if (text.trim() !== "") openFiles([new File([text], "clipboard")])
      },
    }
  }, [store, opened])

  useEffect(() => {
    const root = element.current
    if (!root || !isActive) return
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
  }, [element, isActive, ways])

  return { opened, isOver, ...ways }
}

function isAddress(text: string): boolean {
  return /^\s*https?:\/\/\S+\s*$/.test(text)
}

function isTyped(target: EventTarget | undefined): boolean {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null
}

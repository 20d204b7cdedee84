import { openData } from "../state/changes.ts"
import type { Store } from "../state/store.ts"
import type { Opened } from "./opened.ts"

/** Ways to open something else. */
export interface Opening {
  readonly openFiles: (files: readonly File[]) => void
  readonly openAddress: (address: string) => void
  /** Text of a file, or an address. */
  readonly openText: (text: string) => void
}

/** The ways to open something in a viewer; its files are kept in `opened`. */
export function waysToOpen(store: Store, opened: Opened): Opening {
  const open = (data: string) => store.set(openData(data), { entry: "push" })
  const openFiles = (files: readonly File[]) => {
    if (files.length > 0) open(opened.keep(files))
  }
  const openAddress = (address: string) => {
    opened.name(address.trim())
    open(address.trim())
  }
  return {
    openFiles,
    openAddress,
    // What the text is, its beginning tells; the name has no ending that could mislead.
    openText(text) {
      if (isAddress(text)) openAddress(text)
      else if (text.trim() !== "") openFiles([new File([text], "clipboard")])
    },
  }
}

/** Whether a text is nothing but an address. */
export function isAddress(text: string): boolean {
  return /^\s*https?:\/\/\S+\s*$/.test(text)
}

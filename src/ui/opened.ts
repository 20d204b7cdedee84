import type { LoadSource } from "../load/source.ts"

/** How the address names files that were opened from the device: only this page, as long as it is open, has them. */
const LOCAL = "local:"

export function isLocal(data: string | null): data is string {
  return data !== null && data.startsWith(LOCAL)
}

/** What a reader is told is open: the file's name, or the address; "" for what the page around gave. */
export function nameOfData(data: string): string {
  if (isGiven(data)) return ""
  return isLocal(data) ? data.slice(LOCAL.length).replace(/^\d+\//, "") : data
}

/** How the state names what the page around gave in place of an address. */
const GIVEN = "given:"

export function isGiven(data: string | null): boolean {
  return data !== null && data.startsWith(GIVEN)
}

/** What was opened without an address, by the name that the state has for it, so that Back finds it again. */
export interface Opened {
  /** Keeps files that the reader opened; gives the value of `data` that names them. */
  keep(files: readonly File[]): string
  /** Keeps what the page around gives; null is still to come. Gives the value of `data` that names it. */
  give(source: LoadSource | null): string
  /** What is kept under a name; null where it is still to come, undefined where nothing is. */
  get(data: string): LoadSource | null | undefined
  /** Remembers an address that the reader gave by hand. */
  name(address: string): void
  /** Whether the reader opened it by hand: no link did, and no page around. */
  has(data: string): boolean
}

export function createOpened(): Opened {
  const kept = new Map<string, LoadSource | null>()
  const named = new Set<string>()
  return {
    keep(files) {
      const data = `${LOCAL}${kept.size + 1}/${files.map(file => file.name).join(", ")}`
      kept.set(data, files.length === 1 ? { file: files[0]! } : { files })
      return data
    },
    give(source) {
      const data = `${GIVEN}${kept.size + 1}`
      // Only the page around can ask for it again, and it has it.
      for (const name of kept.keys()) if (isGiven(name)) kept.set(name, null)
      kept.set(data, source)
      return data
    },
    get: data => kept.get(data),
    name: address => void named.add(address),
    has: data => (isLocal(data) && kept.has(data)) || named.has(data),
  }
}

import type { LoadSource } from "../load/source.ts"

/** How the address names files that were opened from the device: only this page, as long as it is open, has them. */
const LOCAL = "local:"

export function isLocal(data: string | null): data is string {
  return data !== null && data.startsWith(LOCAL)
}

/** What a reader is told is open: the file's name, or the address. */
export function nameOfData(data: string): string {
  return isLocal(data) ? data.slice(LOCAL.length).replace(/^\d+\//, "") : data
}

/** Files that the reader opened, by the name that the address has for them, so that Back finds them again. */
export interface Opened {
  /** Keeps files; gives the value of `data` that names them. */
  keep(files: readonly File[]): string
  get(data: string): LoadSource | null
}

export function createOpened(): Opened {
  const kept = new Map<string, readonly File[]>()
  return {
    keep(files) {
      const data = `${LOCAL}${kept.size + 1}/${files.map(file => file.name).join(", ")}`
      kept.set(data, files)
      return data
    },
    get(data) {
      const files = kept.get(data)
      if (!files) return null
      return files.length === 1 ? { file: files[0]! } : { files }
    },
  }
}

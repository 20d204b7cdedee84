import type { Progress } from "../load/source.ts"
import type { Terminal } from "./terminal.ts"

/** A file that is read within this many ms needs no bar. */
const PATIENCE = 700
const TOLD = 100
const WIDTH = 24

/** Draws how far a file is read, for people who look on; `end` takes the bar away. */
export function progressBar(
  name: string,
  { isHeard, draw }: Pick<Terminal, "isHeard" | "draw">,
  now: () => number = () => performance.now(),
): { readonly tell: (progress: Progress) => void; end(): void } {
  if (!isHeard) return { tell: () => undefined, end: () => undefined }
  let next = now() + PATIENCE
  let isDrawn = false
  return {
    tell({ bytes, total, events }) {
      if (now() < next) return
      next = now() + TOLD
      isDrawn = true
      const part = total ? Math.min(1, bytes / total) : null
      const filled = Math.round((part ?? 0) * WIDTH)
      const bar = part === null ? "" : `${"█".repeat(filled)}${"░".repeat(WIDTH - filled)} `
      const share = part === null ? `${(bytes / 1e6).toFixed(1)} MB` : `${Math.floor(part * 100)} %`
      draw(`\r\u001b[K${name} ${bar}${share}, ${events.toLocaleString("en")} events`)
    },
    end() {
      if (isDrawn) draw("\r\u001b[K")
      isDrawn = false
    },
  }
}

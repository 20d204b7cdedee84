import { resolve } from "node:path"
import { importedFrom, type Modules } from "./importedFrom.ts"

/** The script that reads files in a thread of its own. */
export const READER = resolve("src/load/worker.ts")

/**
 * The reader in one piece, and in another what tables of rows take beside it: parts that import parts are asked for one
 * after the other, each a way to the host and back.
 */
export function readerParts() {
  const known = new Map<string, string>()
  return {
    debugName: "reader",
    name: (id: string, modules: Modules) => {
      if (known.size === 0) {
        for (const file of importedFrom(READER, modules)) known.set(file, "worker")
        for (const entry of ["formats/tabular/readCsv", "load/cells"])
          for (const file of importedFrom(resolve(`src/${entry}.ts`), modules))
            if (!known.has(file)) known.set(file, "tables")
      }
      return known.get(id) ?? null
    },
  }
}

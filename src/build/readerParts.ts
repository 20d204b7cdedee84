import { resolve } from "node:path"
import { importedFrom, type Modules } from "./importedFrom.ts"

/** The script that reads files in a thread of its own. */
export const READER = resolve("src/load/worker.ts")

/**
 * What tables of rows take beside the reader itself, in one piece: parts that import parts are asked for one after the
 * other, each a way to the host and back.
 */
export function readerParts() {
  const known = new Set<string>()
  return {
    name: (id: string, modules: Modules) => {
      if (known.size === 0) {
        const tables = ["formats/tabular/readCsv", "load/cells"].map(name => resolve(`src/${name}.ts`))
        for (const file of tables.flatMap(entry => [...importedFrom(entry, modules)])) known.add(file)
        for (const file of importedFrom(READER, modules)) known.delete(file)
      }
      return known.has(id) ? "tables" : null
    },
  }
}

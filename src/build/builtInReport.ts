import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import type { Plugin } from "vite"
import { checkDocument } from "../model/check.ts"
import { startTable } from "../table/build.ts"
import { writeParts } from "../table/writtenParts.ts"

const ID = "built-in:report"
const TEXT = "built-in:report-text"
const PATH = "data/report/report.json"

/**
 * The built-in document, checked and made a table when the page is built: `built-in:report` loads its parts, so that the
 * first picture waits neither for the checker nor for what makes tables. `isApart` has them lie beside the program as
 * data; else they are a part of it.
 */
export function builtInReport(isApart = false): Plugin {
  const path = resolve(PATH)
  let isBuild = false
  const text = () => {
    const { document, problems } = checkDocument(JSON.parse(readFileSync(path, "utf8")))
    if (problems.length > 0) throw new Error(`${path}: ${JSON.stringify(problems, null, 2)}`)
    const builder = startTable(document)
    for (const event of document.events) builder.add(event)
    return writeParts(builder.build(true))
  }
  return {
    name: "dateline-built-in-report",
    config(_, { command }) {
      isBuild = command === "build"
    },
    resolveId: source => (source === ID || source === TEXT ? `\0${source}` : undefined),
    load(loaded) {
      if (loaded === `\0${TEXT}`) return `export const text = ${JSON.stringify(text())}`
      if (loaded !== `\0${ID}`) return
      this.addWatchFile(path)
      if (!isApart || !isBuild) return loader(`import(${JSON.stringify(TEXT)})`)
      const file = this.emitFile({ type: "asset", name: "report.json", source: text() })
      return loader(`fetch(import.meta.ROLLUP_FILE_URL_${file}).then(answer => {
        if (!answer.ok) throw new Error(String(answer.status))
        return answer.text()
      }).then(text => ({ text }))`)
    },
  }
}

/** A module that loads the parts from a promise of their text. */
function loader(coming: string): string {
  return `import { readParts } from ${JSON.stringify(resolve("src/table/writtenParts.ts"))}
    export const loadParts = () => ${coming}.then(({ text }) => readParts(text))`
}

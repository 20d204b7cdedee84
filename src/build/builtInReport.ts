import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import type { Plugin } from "vite"
import { checkDocument } from "../model/check.ts"
import { startTable } from "../table/build.ts"
import type { TableParts } from "../table/parts.ts"

const ID = "built-in:report"
const PATH = "data/report/report.json"

/**
 * The built-in document, checked and made a table when the page is built: `built-in:report` is its parts, so that the
 * first picture waits neither for the checker nor for what makes tables.
 */
export function builtInReport(): Plugin {
  const path = resolve(PATH)
  return {
    name: "dateline-built-in-report",
    resolveId: source => (source === ID ? `\0${ID}` : undefined),
    load(loaded) {
      if (loaded !== `\0${ID}`) return
      this.addWatchFile(path)
      const { document, problems } = checkDocument(JSON.parse(readFileSync(path, "utf8")))
      if (problems.length > 0) throw new Error(`${path}: ${JSON.stringify(problems, null, 2)}`)
      const builder = startTable(document)
      for (const event of document.events) builder.add(event)
      return moduleOf(builder.build(true))
    },
  }
}

type Numbers = Float64Array | Uint32Array | Uint16Array | Uint8Array

/** A module that exports the parts as they are; columns that are one and the same stay so. */
function moduleOf(parts: TableParts): string {
  const columns = new Map<Numbers, string>()
  const lines: string[] = []
  const column = (numbers: Numbers, name: string) => {
    const known = columns.get(numbers)
    if (known) return known
    const made = `c${columns.size}`
    columns.set(numbers, made)
    lines.push(`const ${made} = ${name === "bytes" ? textOf(numbers as Uint8Array) : numbersOf(numbers)}`)
    return made
  }
  const written = (value: unknown, name = ""): string => {
    if (ArrayBuffer.isView(value)) return column(value as Numbers, name)
    if (value instanceof Map) return `new Map(${written([...value])})`
    if (Array.isArray(value)) return `[${value.map(one => written(one)).join()}]`
    if (typeof value === "object" && value !== null)
      return `{${Object.entries(value)
        .map(([key, one]) => `${JSON.stringify(key)}:${written(one, key)}`)
        .join()}}`
    return JSON.stringify(value)
  }
  const whole = written(parts)
  return [
    "const text = text => new TextEncoder().encode(text)",
    "const sparse = (numbers, entries) => (entries.forEach(([at, value]) => (numbers[at] = value)), numbers)",
    ...lines,
    `export const parts = ${whole}`,
  ].join("\n")
}

function textOf(bytes: Uint8Array): string {
  return `text(${JSON.stringify(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes))})`
}

function numbersOf(numbers: Numbers): string {
  const { name } = numbers.constructor
  const entries = [...numbers.entries()].filter(([, value]) => value !== 0)
  if (entries.length * 4 > numbers.length) return `new ${name}([${numbers.join()}])`
  return `sparse(new ${name}(${numbers.length}), ${JSON.stringify(entries)})`
}

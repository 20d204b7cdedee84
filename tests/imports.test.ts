import { readdirSync, readFileSync } from "node:fs"
import { dirname, join, relative } from "node:path"
import { describe, expect, it } from "vitest"

/**
 * Who may import whom (architecture §5.2): folders (with a slash), files and packages; `types` only by `import type`.
 * A folder may always import from itself.
 */
const MAY: Readonly<Record<string, { readonly from: string; readonly types?: string }>> = {
  time: { from: "d3-time date-fns @date-fns/tz" },
  model: { from: "time/ valibot" },
  words: {
    from: "time/",
    types: "model/ formats/mapping.ts formats/tabular/encodings.ts write/traits.ts state/state.ts",
  },
  formats: {
    from:
      "time/ model/ papaparse saxes ical.js htmlparser2 acorn " +
      "hyparquet hyparquet-compressors fzstd @uwdata/flechette",
  },
  table: { from: "time/ model/" },
  query: { from: "time/ table/" },
  state: { from: "time/ query/selection.ts" },
  layout: { from: "time/ table/ d3-array d3-scale d3-geo", types: "query/" },
  paint: { from: "layout/scene.ts layout/frame.ts" },
  // A view as something that stands by itself, without a page: a picture, a report in words.
  figure: { from: "time/ model/ words/ table/ query/ state/ layout/ paint/ write/" },
  load: { from: "formats/ table/ model/ time/" },
  write: { from: "time/ model/ hyparquet-writer" },
  cli: {
    from:
      "time/ model/ words/ formats/ table/ query/ state/ load/ write/ figure/ paint/ ../package.json " +
      "node:events node:fs node:path node:process node:readline node:stream node:url node:util node:zlib",
  },
  ui: {
    from:
      "time/ model/ words/ formats/ table/ query/ state/ layout/ paint/ load/ write/ figure/ ../data/ " +
      "react react-dom built-in:report @tanstack/react-virtual mdast-util-from-markdown d3-geo topojson-client",
    types: "mdast geojson topojson-specification",
  },
  host: { from: "*" },
  entries: { from: "*" },
  // How page and package are built; nothing of it reaches a reader.
  build: {
    from: "model/ table/ cli/hostHeaders.ts vite node:child_process node:crypto node:fs node:os node:path",
  },
}

/** Formats know nothing of each other but their shape, the mapping, and helpers for bytes, archives, text and loading. */
const SHARED_BY_FORMATS =
  /^formats\/(format|mapping|decode|once|pieces|zip|inflate|json-[a-z]+|(tabular|columnar|trees|ical)\/\w+)\.ts$/

interface Import {
  readonly file: string
  /** Path from src/ for our own files, else the package with its scope. */
  readonly target: string
  readonly own: boolean
  readonly type: boolean
  /** By `import()`, so that the file runs before it is there. */
  readonly lazy: boolean
}

const STATIC = /^(?:import|export)\s+(type\s)?[^"';]*?from\s+"([^"]+)"|^import\s+"([^"]+)"/gm
const LAZY = /\bimport\(\s*"([^"]+)"\s*\)/g

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter(file => /\.tsx?$/.test(file) && !file.endsWith(".d.ts"))
  .map(file => file.replaceAll("\\", "/"))
const imports = files.flatMap(importsOf)

function importsOf(file: string): Import[] {
  const text = readFileSync(join("src", file), "utf8")
  const found = (specifier: string, type: boolean, lazy: boolean): Import => {
    const own = specifier.startsWith(".")
    return { file, target: own ? ownPath(file, specifier) : packageOf(specifier), own, type, lazy }
  }
  return [
    ...[...text.matchAll(STATIC)].map(match => found(match[2] ?? match[3], Boolean(match[1]), false)),
    ...[...text.matchAll(LAZY)].map(match => found(match[1], false, true)),
  ]
}

function ownPath(file: string, specifier: string): string {
  return relative("src", join("src", dirname(file), specifier)).replaceAll("\\", "/")
}

function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/")
}

const folderOf = (file: string) => (file.includes("/") ? file.split("/")[0] : "entries")

function isAllowed({ file, target, own, type }: Import): boolean {
  const folder = folderOf(file)
  if (own && folderOf(target) === folder && !target.startsWith(".."))
    return folder !== "formats" || file === "formats/index.ts" || SHARED_BY_FORMATS.test(target)
  const { from, types = "" } = MAY[folder]
  const rules = `${from} ${type ? types : ""}`.split(" ")
  return rules.some(
    rule => rule === "*" || rule === target || (rule.endsWith("/") && target.startsWith(rule)),
  )
}

/** One circle of imports that begins at a file, or null. */
function circle(next: ReadonlyMap<string, readonly string[]>): string[] | null {
  const done = new Set<string>()
  const walk = (file: string, path: readonly string[]): string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file]
    if (done.has(file)) return null
    for (const target of next.get(file) ?? []) {
      const found = walk(target, [...path, file])
      if (found) return found
    }
    done.add(file)
    return null
  }
  for (const file of next.keys()) {
    const found = walk(file, [])
    if (found) return found
  }
  return null
}

describe("the rooms of the house", () => {
  it("are all in the table", () => {
    expect(files.map(folderOf).filter(folder => !(folder in MAY))).toEqual([])
  })

  it("import only what the table allows", () => {
    const owed = new Set(DEBTS.map(([file, target]) => `${file} → ${target}`))
    const broken = imports.filter(one => !isAllowed(one)).map(({ file, target }) => `${file} → ${target}`)
    expect(broken.filter(line => !owed.has(line))).toEqual([])
    expect([...owed].filter(line => !broken.includes(line))).toEqual([])
  })

  it("do not import each other in circles", () => {
    const own = imports.filter(one => one.own && !one.lazy && !one.type)
    const next = new Map(
      files.map(file => [file, own.filter(one => one.file === file).map(one => one.target)]),
    )
    expect(circle(next)).toBeNull()
  })

  it("name the files that they import by their endings", () => {
    const bare = imports.filter(({ own, target }) => own && !/\.(tsx?|css|css\?inline|json)$/.test(target))
    expect(bare.map(({ file, target }) => `${file} → ${target}`)).toEqual([])
  })
})

/** Imports that break the table and are still to go: file, import, why. Only ever shorter. */
const DEBTS: readonly (readonly [file: string, target: string, why: string])[] = [
  ["words/more.ts", "query/selection.ts", "types: the messages have one entry for each clause"],
  ["words/words.ts", "table/table.ts", "types: the messages have one entry for each facet"],
]

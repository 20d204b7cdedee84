import { resolve } from "node:path"
import type { HtmlTagDescriptor, IndexHtmlTransformContext, Rolldown } from "vite"
import { POLICY } from "./policy.ts"

type Chunk = Rolldown.OutputChunk

/**
 * The classic script that picks the program (src/start.ts), with the addresses that it picks from; `written` gives that of
 * a script that another mode of the build has written.
 */
export function starter(
  { bundle = {} }: IndexHtmlTransformContext,
  written: (name: string) => string,
): HtmlTagDescriptor {
  const chunks = new Map<string, Chunk>()
  for (const output of Object.values(bundle)) if (output.type === "chunk") chunks.set(output.fileName, output)
  const all = [...chunks.values()]
  const withImports = ({ fileName }: Chunk): Set<string> => {
    const names = new Set([fileName])
    // What a plugin took out is still named among the imports.
    for (const name of names)
      for (const next of chunks.get(name)?.imports ?? []) if (chunks.has(next)) names.add(next)
    return names
  }
  const holding = (module: string): Chunk => {
    const chunk = all.find(({ moduleIds }) => moduleIds.includes(resolve(module)))
    if (!chunk) throw new Error(`No part of the page holds ${module}`)
    return chunk
  }
  const main = holding("src/main.tsx")
  const first = withImports(main)
  /** What must come beside the first load before a part of the page that comes later runs. */
  const later = (module: string): string => {
    return addresses([...withImports(holding(module))].filter(name => !first.has(name)))
  }
  const readers = Object.keys(bundle).filter(name => /^assets\/worker-[^/]*\.js$/.test(name))
  if (readers.length !== 1) throw new Error(`Which of "${readers.join(", ")}" reads files?`)
  const reports = Object.keys(bundle).filter(name => /^assets\/report-[^/]*\.json$/.test(name))
  const attrs = {
    src: written("start"),
    "data-module": `./${main.fileName}`,
    "data-imports": addresses([...first].filter(name => name !== main.fileName)),
    "data-en": later("src/words/en.ts"),
    "data-ar": later("src/words/ar.ts"),
    "data-reading": later("src/load/reading.ts"),
    "data-reader": addresses(readers),
    "data-report": addresses(reports),
    "data-single": written("single"),
    "data-saved": written("saved"),
    "data-policy": POLICY,
  }
  return { tag: "script", attrs, injectTo: "body" }
}

function addresses(names: readonly string[]): string {
  return names.map(name => `./${name}`).join(" ")
}

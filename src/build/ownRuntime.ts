import type { Plugin, Rolldown } from "vite"

/** The few functions that a bundler's output calls. */
const RUNTIME = "\0rolldown/runtime.js"

/** An import of them. */
const IMPORT = /^import ?\{[^}]*\} ?from ?"\.\/rolldown-runtime[^"]*";?\n?/m

/**
 * Writes what the bundler's output calls of the bundler into each part that calls it. As a file of its own it is one more
 * to wait for, in the thread that reads files behind all that has come of a large one.
 */
export function ownRuntime(): Plugin {
  return {
    name: "dateline-own-runtime",
    apply: "build",
    renderChunk(code, _chunk, _options, { chunks }) {
      const runtime = Object.values(chunks).find(isRuntime)
      return runtime && IMPORT.test(code)
        ? { code: code.replace(IMPORT, () => `${runtime.modules[RUNTIME]!.code}\n`), map: null }
        : null
    },
    generateBundle(_options, bundle) {
      for (const [name, output] of Object.entries(bundle))
        if (output.type === "chunk" && isRuntime(output)) delete bundle[name]
    },
  }
}

function isRuntime({ moduleIds }: Pick<Rolldown.RenderedChunk, "moduleIds">): boolean {
  return moduleIds.length === 1 && moduleIds[0] === RUNTIME
}

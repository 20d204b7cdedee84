import type { Plugin } from "vite"

/** How Vite wraps an import: whole, or with the names that are used of it. */
const WRAPPED = new RegExp(
  String.raw`__vitePreload\((?:` +
    String.raw`\(\) => (import\("[^"]+"\)(?:\.then\(\(\w+\) => [\w.$]+\))?)` +
    "|" +
    String.raw`async \(\) => \{\s*const \{[^}]*\} = await (import\("[^"]+"\)(?:\.then\(\(\w+\) => [\w.$]+\))?);\s*return \{[^}]*\};\s*\}` +
    String.raw`), __VITE_PRELOAD__(?:, import\.meta\.url)?\)`,
  "g",
)

/**
 * What is imported late is imported and nothing else: Vite's own helper would fetch styles and scripts ahead, of which
 * there are none to fetch (one stylesheet, no preloading).
 */
export function plainImports(): Plugin {
  return {
    name: "dateline-plain-imports",
    apply: "build",
    enforce: "pre",
    resolveId: source => (/^\0?vite\/preload-helper/.test(source) ? "\0dateline-preload-helper" : undefined),
    load: id =>
      id === "\0dateline-preload-helper" ? "export const __vitePreload = load => load()" : undefined,
    renderChunk: code => ({ code: code.replace(WRAPPED, "$1$2"), map: null }),
  }
}

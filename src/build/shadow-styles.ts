import { readdirSync, readFileSync } from "node:fs"
import { resolve } from "node:path"
import type { Plugin } from "vite"

const FOLDER = resolve("src/ui")
const STYLES = "built-in:styles"
const NOTHING = "\0no-styles"

/**
 * `built-in:styles`: the viewer's styles as one text, for shadow roots, in the order in which Timeline.tsx takes them in and
 * then by name. Lengths are counted from a property of the shadow root and not from the host page's root element, whose
 * font may be of any size. The imports of the same files give nothing.
 */
export function shadowStyles(): Plugin {
  return {
    name: "dateline-shadow-styles",
    enforce: "pre",
    resolveId(source) {
      if (source === STYLES) return `\0${STYLES}`
      return /^\.\/[\w-]+\.css$/.test(source) ? NOTHING : undefined
    },
    load(loaded) {
      if (loaded === NOTHING) return ""
      if (loaded !== `\0${STYLES}`) return
      const first = readFileSync(`${FOLDER}/Timeline.tsx`, "utf8").match(/(?<=^import "\.\/)[\w-]+\.css/gm)
      const all = [
        ...new Set([...(first ?? []), ...readdirSync(FOLDER).filter(name => name.endsWith(".css"))]),
      ]
      const imports = all.map(
        (name, i) => `import part${i} from ${JSON.stringify(`${FOLDER}/${name}?inline`)}`,
      )
      return `${imports.join("\n")}\nexport const styles = ${all.map((_, i) => `part${i}`).join(" + ")}`
    },
    transform(code, file) {
      return /src\/ui\/[\w-]+\.css/.test(file) ? countedFromShell(code) : undefined
    },
  }
}

/** In a container query an em is that of the container, which is set in the viewer's own size. */
function countedFromShell(css: string): string {
  return css
    .replace(/@container[^{]+/g, query => query.replaceAll("rem", "em"))
    .replace(/(?<![\w-])(-?[\d.]+)rem\b/g, "calc($1 * var(--dateline-rem))")
}

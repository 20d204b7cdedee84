import { spawnSync } from "node:child_process"
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join, relative } from "node:path"
import type { Plugin } from "vite"

/**
 * Writes the declarations of entries in `src/` and of all files that these name, and of no others, into `folder`. What the
 * compiler names by a source's ending is named by the ending that a script has, as every way of resolving expects.
 */
export function declarations(entries: readonly string[], folder: string): Plugin {
  return {
    name: "dateline-declarations",
    apply: "build",
    closeBundle() {
      const all = mkdtempSync(join(tmpdir(), "dateline-types-"))
      try {
        const { status, stdout } = spawnSync(
          process.execPath,
          [join("node_modules", "typescript", "bin", "tsc"), "-p", "tsconfig.types.json", "--outDir", all],
          { encoding: "utf8" },
        )
        if (status !== 0) throw new Error(`The declarations do not compile:\n${stdout}`)
        rmSync(folder, { recursive: true, force: true })
        const written = new Set<string>()
        for (const entry of entries) write(join(all, entry), all, folder, written)
      } finally {
        rmSync(all, { recursive: true, force: true })
      }
    },
  }
}

function write(file: string, from: string, to: string, written: Set<string>): void {
  if (written.has(file)) return
  written.add(file)
  const target = join(to, relative(from, file))
  mkdirSync(dirname(target), { recursive: true })
  if (!existsSync(file)) throw new Error(`${file} is named by a declaration and was not written`)
  const text = readFileSync(file, "utf8")
  if (!file.endsWith(".d.ts")) return copyFileSync(file, target)
  const named = /((?:from|import\()\s*")(\.[^"]+?)\.tsx?(")/g
  writeFileSync(target, text.replace(named, "$1$2.js$3"))
  for (const [, , path] of text.matchAll(named)) write(join(dirname(file), `${path}.d.ts`), from, to, written)
}

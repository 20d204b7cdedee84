import { spawn } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll } from "vitest"

export const COMMAND = join(process.cwd(), "dist/lib/cli.js")

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs the built command as people do, in a process of its own. */
export function dateline(
  args: readonly string[],
  {
    input,
    env = {},
    flags = [],
  }: { input?: string | Uint8Array; env?: Record<string, string>; flags?: string[] } = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...flags, COMMAND, ...args], { env: { ...process.env, ...env } })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on("data", (part: Buffer) => out.push(part))
    child.stderr.on("data", (part: Buffer) => err.push(part))
    child.on("error", reject)
    child.on("close", code =>
      resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
    )
    // A command may end before it has read all, or anything.
    child.stdin.on("error", () => undefined)
    child.stdin.end(input ?? "")
  })
}

/** The JSON of each line. */
export function linesOf(text: string): Record<string, unknown>[] {
  return text
    .split("\n")
    .filter(Boolean)
    .map(line => JSON.parse(line) as Record<string, unknown>)
}

/** A folder of this test file's own, gone afterwards, and files in it. */
export function folder(): {
  readonly path: (name: string) => string
  file(name: string, content: string | Uint8Array): string
} {
  const root = mkdtempSync(join(tmpdir(), "dateline-"))
  afterAll(() => rmSync(root, { recursive: true, force: true }))
  const path = (name: string) => join(root, name)
  return {
    path,
    file(name, content) {
      writeFileSync(path(name), content)
      return path(name)
    },
  }
}

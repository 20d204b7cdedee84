import { readdirSync, readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"
import type { Fixtures } from "./server.ts"

const PAGES = "tests/host/pages"

/** A file of a package, which need not be among those that it lets be imported. */
const packaged = (name: string, path: string) =>
  join(
    createRequire(import.meta.url)
      .resolve(name)
      .split(`node_modules/${name}`)[0]!,
    "node_modules",
    name,
    path,
  )

/** The pages of others that a timeline is put into, by path; `%SITE%` in them is the origin of the site. */
export function hostPages(site: string): Fixtures {
  const pages = readdirSync(PAGES).map(name => [
    `/${name}`,
    readFileSync(join(PAGES, name), "utf8").replaceAll("%SITE%", site),
  ])
  return {
    ...(Object.fromEntries(pages) as Record<string, string>),
    // The listeners themselves, as newsrooms serve them.
    "/pym.js": { file: packaged("pym.js", "dist/pym.v1.js") },
    "/frames.js": { file: packaged("@newswire/frames", "dist/frames.umd.js") },
  }
}

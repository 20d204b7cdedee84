import { createHash } from "node:crypto"
import { copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Plugin } from "vite"
import { FIRST_POLICY } from "./policy.ts"
import { hostHeaders, withVersions } from "../cli/hostHeaders.ts"

/**
 * Puts what other people's pages load where they find it for good. The files of a version lie in its own folder (`v1.2.3/`),
 * complete and never changed; a folder of its major version (`v1/`) and the site's root lead to the newest of them.
 * `versions.json` says to the page which these are and what their scripts hash to, for the codes that it gives out. The
 * header files for static hosts say how long each may be kept.
 */
export function versions(site: string, library: string): Plugin {
  return {
    name: "dateline-versions",
    apply: "build",
    closeBundle() {
      const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string }
      const [fixed, moving] = [`v${version}`, `v${version.split(".")[0]}`]
      mkdirSync(join(site, fixed), { recursive: true })
      mkdirSync(join(site, moving), { recursive: true })
      cpSync(join(library, "element"), join(site, fixed, "element"), { recursive: true })
      copyFileSync(join(library, "element.js"), join(site, fixed, "element.js"))
      for (const folder of [fixed, moving])
        copyFileSync(join(site, "embed.js"), join(site, folder, "embed.js"))
      // Its parts import it by this address, and another would be another program.
      const leading = (to: string) => `export { EventTimeline } from "${to}/${fixed}/element.js"\n`
      writeFileSync(join(site, moving, "element.js"), leading(".."))
      writeFileSync(join(site, "element.js"), leading("."))
      const integrity = Object.fromEntries(
        ["embed.js", "element.js"].map(name => [name, hashOf(join(site, fixed, name))]),
      )
      writeFileSync(join(site, "versions.json"), `${JSON.stringify({ moving, fixed, integrity }, null, 2)}\n`)
      const written = readFileSync("public/_headers", "utf8")
      // Any page may frame it, which markup cannot say.
      const rules = written.replaceAll("%POLICY%", `${FIRST_POLICY}; frame-ancestors *`)
      const headers = withVersions(rules, [moving, fixed])
      for (const [name, text] of Object.entries(hostHeaders(headers))) writeFileSync(join(site, name), text)
    },
  }
}

/** As the attribute `integrity` has it. */
function hashOf(file: string): string {
  return `sha384-${createHash("sha384").update(readFileSync(file)).digest("base64")}`
}

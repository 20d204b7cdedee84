/** Headers by the paths that they are for, which may end in `*`. */
type Rules = readonly (readonly [
  path: string,
  headers: readonly (readonly [name: string, value: string])[],
])[]

/**
 * The headers of a site in the forms that static hosts read: `_headers` itself, which Netlify and Cloudflare Pages take,
 * `vercel.json` for Vercel and `.htaccess` for Apache.
 */
export function hostHeaders(file: string): Readonly<Record<string, string>> {
  const rules = readRules(file)
  return { _headers: file, "vercel.json": vercel(rules), ".htaccess": apache(rules) }
}

/** A folder of files that other pages load: of one version (`v1.2.3`), or of the newest of a major one (`v1`). */
export const VERSION_FOLDER = /^v\d+(\.\d+\.\d+)?$/

/** `_headers` with how long the files of version folders may be kept: one version's for good, a major one's for an hour. */
export function withVersions(file: string, folders: readonly string[]): string {
  const rules = folders
    .filter(folder => !file.includes(`\n/${folder}/*\n`))
    .map(folder => {
      const kept = folder.includes(".") ? "public, max-age=31536000, immutable" : "public, max-age=3600"
      return `/${folder}/*\n  Cache-Control: ${kept}\n`
    })
  return file.trimEnd() + "\n" + rules.join("")
}

function readRules(file: string): Rules {
  const rules: [string, [string, string][]][] = []
  for (const line of file.split("\n")) {
    const [, name, value] = /^\s+([\w-]+): (.*)$/.exec(line) ?? []
    if (name !== undefined) rules.at(-1)?.[1].push([name, value!])
    else if (line.startsWith("/")) rules.push([line.trim(), []])
  }
  return rules
}

function vercel(rules: Rules): string {
  const headers = rules.map(([path, own]) => ({
    source: path.replace(/\*$/, "(.*)"),
    headers: own.map(([key, value]) => ({ key, value })),
  }))
  return `${JSON.stringify({ headers }, null, 2)}\n`
}

/** Rules of Apache know a file's place by the address that was asked for. */
function apache(rules: Rules): string {
  const blocks = rules.map(([path, own]) => {
    const pattern = path.replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&").replace(/\*$/, ".*")
    const lines = own.map(([name, value]) => `    Header set ${name} "${value.replaceAll('"', '\\"')}"`)
    return [`  <If "%{REQUEST_URI} =~ m#${pattern}$#">`, ...lines, "  </If>"].join("\n")
  })
  return `<IfModule mod_headers.c>\n${blocks.join("\n")}\n</IfModule>\n${APACHE_TYPES}`
}

/** Some have no type for these, and a module of another type is not run. */
const APACHE_TYPES = `<IfModule mod_mime.c>
  AddType text/javascript .js
  AddType font/woff2 .woff2
</IfModule>
`

/** Headers by the paths that they are for, which may end in `*`. */
type Rules = readonly (readonly [
  path: string,
  headers: readonly (readonly [name: string, value: string])[],
])[]

/**
 * The headers of a built site in the forms that other static hosts read, from the `_headers` that Netlify and Cloudflare
 * Pages take: `vercel.json` for Vercel, `.htaccess` for Apache.
 */
export function hostHeaders(file: string): Readonly<Record<string, string>> {
  const rules = readRules(file)
  return { "vercel.json": vercel(rules), ".htaccess": apache(rules) }
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
  return `<IfModule mod_headers.c>\n${blocks.join("\n")}\n</IfModule>\n`
}

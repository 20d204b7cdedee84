import { createReadStream, existsSync, readFileSync, statSync } from "node:fs"
import { createServer, type Server, type ServerResponse } from "node:http"
import { extname, join, normalize } from "node:path"

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
}

/** What a fixture answers with, by path: a text, or a text with headers and a status. */
export type Fixtures = Record<
  string,
  | string
  /** A file of the machine, sent as it lies. */
  | { readonly file: string }
  | {
      /** Pieces are sent one after the other, `pause` ms apart. */
      readonly body: string | readonly string[]
      readonly pause?: number
      readonly status?: number
      readonly headers?: Record<string, string>
    }
>

export interface StaticServer {
  readonly origin: string
  close(): Promise<void>
}

/** Headers by the path that they are for, which may end in `*`; as the built site's `_headers` has them. */
export type HeaderFile = readonly (readonly [path: string, headers: Readonly<Record<string, string>>])[]

/** Reads a header file of static hosts: paths, and below each, indented, its headers. */
export function readHeaderFile(file: string): HeaderFile {
  const rules: [string, Record<string, string>][] = []
  for (const line of readFileSync(file, "utf8").split("\n")) {
    const [, name, value] = /^\s+([\w-]+): (.*)$/.exec(line) ?? []
    if (name) rules.at(-1)![1][name.toLowerCase()] = value!
    else if (line.startsWith("/")) rules.push([line.trim(), {}])
  }
  return rules
}

function headersFor(path: string, rules: HeaderFile): Record<string, string> {
  const fits = (rule: string) => (rule.endsWith("*") ? path.startsWith(rule.slice(0, -1)) : path === rule)
  return Object.assign({}, ...rules.filter(([rule]) => fits(rule)).map(([, headers]) => headers))
}

/**
 * A plain static host on a loopback port of its own: a folder under `base` (none where it is null), fixtures beside it,
 * and no CORS header unless a fixture or the header file has one.
 */
export async function serve(
  folder: string | null,
  base: string,
  fixtures: Fixtures,
  rules: HeaderFile = [],
): Promise<StaticServer> {
  const server = createServer((request, response) => {
    const path = pathOf(request.url)
    const fixture = fixtures[path]
    if (typeof fixture === "object" && "file" in fixture) {
      const type = TYPES[extname(path)] ?? "text/plain; charset=utf-8"
      sendFile(response, fixture.file, { "content-type": type })
      return
    }
    if (fixture !== undefined) {
      const {
        body,
        status = 200,
        headers = {},
        pause = 0,
      } = typeof fixture === "string" ? { body: fixture } : fixture
      const type = TYPES[extname(path)] ?? "text/html; charset=utf-8"
      response.writeHead(status, { "content-type": type, ...headers })
      if (typeof body === "string") response.end(body)
      else sendSlowly(response, body, pause)
      return
    }
    if (path === "/favicon.ico") {
      // Asked for by the browser on behalf of fixture pages that name no icon.
      response.writeHead(204).end()
      return
    }
    const file = folder === null ? null : fileOf(folder, base, path)
    if (file === null) {
      response.writeHead(404, { "content-type": "text/plain" }).end("not here")
      return
    }
    const type = TYPES[extname(file)] ?? "application/octet-stream"
    sendFile(response, file, { "content-type": type, ...headersFor(path, rules) })
  })
  const port = await listen(server)
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise(done => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}

/** Says how long it is, as hosts of files do. */
function sendFile(response: ServerResponse, file: string, headers: Readonly<Record<string, string>>): void {
  response.writeHead(200, { ...headers, "content-length": statSync(file).size })
  createReadStream(file).pipe(response)
}

function sendSlowly(response: ServerResponse, pieces: readonly string[], pause: number): void {
  const [first, ...rest] = pieces
  if (first === undefined) return void response.end()
  response.write(first)
  // To one who has left nothing more is sent.
  setTimeout(() => response.destroyed || sendSlowly(response, rest, pause), pause)
}

/** Decoded path of a request, or one that nothing lies under. */
function pathOf(address = "/"): string {
  try {
    return decodeURIComponent(new URL(address, "http://host").pathname)
  } catch {
    return "\0"
  }
}

function fileOf(folder: string, base: string, path: string): string | null {
  if (!path.startsWith(base) || path.includes("\0")) return null
  const inside = normalize(path.slice(base.length) || ".")
  if (inside.startsWith("..")) return null
  const named = join(folder, inside)
  const file = existsSync(named) && statSync(named).isDirectory() ? join(named, "index.html") : named
  return existsSync(file) ? file : null
}

function listen(server: Server): Promise<number> {
  return new Promise(done =>
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      done(typeof address === "object" && address ? address.port : 0)
    }),
  )
}

import { createReadStream, existsSync, statSync } from "node:fs"
import { createServer, type Server } from "node:http"
import { extname, join, normalize } from "node:path"

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
}

/** What a fixture answers with, by path: a text, or a text with headers and a status. */
export type Fixtures = Record<
  string,
  string | { readonly body: string; readonly status?: number; readonly headers?: Record<string, string> }
>

export interface StaticServer {
  readonly origin: string
  close(): Promise<void>
}

/** A plain static host on loopback: the folder under `base`, fixtures beside it, and no CORS header unless a fixture has one. */
export async function serve(folder: string, base = "/", fixtures: Fixtures = {}): Promise<StaticServer> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://host").pathname)
    const fixture = fixtures[path]
    if (fixture !== undefined) {
      const { body, status = 200, headers = {} } = typeof fixture === "string" ? { body: fixture } : fixture
      const type = TYPES[extname(path)] ?? "text/html; charset=utf-8"
      response.writeHead(status, { "content-type": type, ...headers }).end(body)
      return
    }
    const inside = path.startsWith(base) ? normalize(path.slice(base.length)) : "\0"
    let file = join(folder, inside)
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, "index.html")
    if (inside.startsWith("..") || inside.startsWith("\0") || !existsSync(file)) {
      response.writeHead(404, { "content-type": "text/plain" }).end("not here")
      return
    }
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" })
    createReadStream(file).pipe(response)
  })
  const port = await listen(server)
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise(done => server.close(() => done())),
  }
}

function listen(server: Server): Promise<number> {
  return new Promise(done =>
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      done(typeof address === "object" && address ? address.port : 0)
    }),
  )
}

import { spawn, type ChildProcess } from "node:child_process"
import { existsSync, readdirSync } from "node:fs"
import { createServer } from "node:net"
import { join } from "node:path"

/** A WebKit that is driven over WebDriver: a page in it, and the frame that it has. */
export interface WebKit {
  open(address: string): Promise<void>
  /** What an expression is in the page. */
  inPage<Value>(expression: string): Promise<Value>
  /** What an expression is in the page's first frame. */
  inFrame<Value>(expression: string): Promise<Value>
  close(): Promise<void>
}

const DRIVER = "/usr/bin/WebKitWebDriver"
const SCREEN = "/usr/bin/xvfb-run"
const LIBRARIES = "/usr/lib"

/** WebKitGTK's own small browser, where it and what drives it are there (Debian: webkit2gtk-driver, xvfb, xauth); else null. */
export function findWebKit(): string | null {
  if (![DRIVER, SCREEN, LIBRARIES].every(path => existsSync(path))) return null
  const folders = readdirSync(LIBRARIES).map(name => join(LIBRARIES, name, "webkit2gtk-4.1/MiniBrowser"))
  return folders.find(path => existsSync(path)) ?? null
}

export async function launchWebKit(program: string): Promise<WebKit> {
  const port = await freePort()
  // A group of its own, since screen, driver and browser end together.
  const driver = spawn(SCREEN, ["-a", DRIVER, `--port=${port}`], {
    stdio: "ignore",
    detached: true,
    // Machines for tests have neither a graphics card nor namespaces to spare.
    env: {
      ...process.env,
      LANG: "C.UTF-8",
      WEBKIT_DISABLE_COMPOSITING_MODE: "1",
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
    },
  })
  const ask = asker(`http://127.0.0.1:${port}`)
  try {
    await untilItAnswers(ask)
    const options = { binary: program, args: ["--automation"] }
    const { sessionId } = await ask<{ sessionId: string }>("POST", "/session", {
      capabilities: { alwaysMatch: { "webkitgtk:browserOptions": options } },
    })
    return driven(ask, `/session/${sessionId}`, driver)
  } catch (error) {
    stop(driver)
    throw error
  }
}

type Ask = <Value>(method: string, path: string, body?: object) => Promise<Value>

function asker(driver: string): Ask {
  return async <Value>(method: string, path: string, body?: object) => {
    const answer = await fetch(driver + path, { method, body: body && JSON.stringify(body) })
    const { value } = (await answer.json()) as { value: Value & { error?: string; message?: string } }
    if (!answer.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`)
    return value
  }
}

function driven(ask: Ask, session: string, driver: ChildProcess): WebKit {
  const evaluate = <Value>(expression: string) =>
    ask<Value>("POST", `${session}/execute/sync`, { script: `return ${expression}`, args: [] })
  return {
    open: address => ask("POST", `${session}/url`, { url: address }),
    inPage: evaluate,
    async inFrame<Value>(expression: string) {
      await ask("POST", `${session}/frame`, { id: 0 })
      try {
        return await evaluate<Value>(expression)
      } finally {
        await ask("POST", `${session}/frame`, { id: null })
      }
    },
    async close() {
      await ask("DELETE", session).catch(() => {})
      stop(driver)
    },
  }
}

function stop({ pid }: ChildProcess): void {
  if (pid !== undefined) process.kill(-pid)
}

async function untilItAnswers(ask: Ask): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await ask("GET", "/status")
      return
    } catch (error) {
      if (tries === 100) throw error
      await new Promise(done => setTimeout(done, 100))
    }
  }
}

function freePort(): Promise<number> {
  return new Promise(done => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number }
      server.close(() => done(port))
    })
  })
}

import { existsSync } from "node:fs"
import { launch, type Browser } from "puppeteer-core"

/** An engine that host pages are driven in, over WebDriver BiDi or Chromium's own protocol; null where it is not there. */
export interface Engine {
  readonly name: "Chromium" | "Firefox"
  readonly program: string | null
}

const first = (...programs: (string | undefined)[]) => programs.find(one => one && existsSync(one)) ?? null

export const ENGINES: readonly Engine[] = [
  { name: "Chromium", program: first(process.env.CHROMIUM, "/usr/bin/chromium") },
  { name: "Firefox", program: first(process.env.FIREFOX, "/usr/bin/firefox-esr", "/usr/bin/firefox") },
]

export function launchEngine({ name, program }: Engine): Promise<Browser> {
  return name === "Firefox"
    ? launch({ browser: "firefox", executablePath: program!, headless: true })
    : launch({
        executablePath: program!,
        headless: true,
        args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
      })
}

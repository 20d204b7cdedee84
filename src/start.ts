/**
 * Picks the program. In a frame sandboxed without its origin, and from disk, module scripts are refused unless the host
 * sends CORS headers; a classic script runs everywhere. So this one, classic and small, starts the split program where
 * modules can load and the same program in one piece where they cannot. The build writes the addresses beside it.
 */
import { ownScript } from "./host/trusted.ts"

const { module, imports, single } = document.currentScript!.dataset as Record<string, string>

function start(address: string, kind: "module" | "classic", onFailure?: () => void): void {
  const script = document.createElement("script")
  if (kind === "module") script.type = "module"
  script.src = ownScript(address)
  if (onFailure) script.addEventListener("error", onFailure)
  document.head.append(script)
}

/** Asks at once for what the module is known to import, instead of after it has come. */
function preload(address: string): void {
  const link = document.createElement("link")
  link.rel = "modulepreload"
  link.href = address
  document.head.append(link)
}

if (self.origin === "null" || location.protocol === "file:") start(single!, "classic")
else {
  imports!.split(" ").filter(Boolean).forEach(preload)
  start(module!, "module", () => start(single!, "classic"))
}

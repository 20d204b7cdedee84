/**
 * Picks the program. In a frame sandboxed without its origin module scripts are refused unless the host sends CORS
 * headers, and from disk always; a classic script runs everywhere. So this one, classic and small, starts the split
 * program where modules can load and the same program in one piece, six times as large, where they cannot. The build
 * writes the addresses beside it, and the policy that all of it keeps to.
 */
import { startEarly } from "./host/earlyReader.ts"
import { ownScript } from "./host/trusted.ts"

const own = document.currentScript as HTMLScriptElement
const { module, imports, single, reading, reader, report, policy } = own.dataset as Record<string, string>
const query = new URLSearchParams(location.search)

/** Puts the page's policy into force, in which 'self' is the host by its name: in a sandbox WebKit takes it for nobody. */
function keepTo(policy: string): void {
  const { protocol, host } = location
  const meta = document.createElement("meta")
  meta.httpEquiv = "Content-Security-Policy"
  // There is none on disk, and a policy has no form for an address in brackets.
  meta.content = /^[^[]/.test(host) ? policy.replaceAll("'self'", `${protocol}//${host}`) : policy
  document.head.append(meta)
}

function start(address: string, kind: "module" | "classic", onFailure?: () => void): void {
  const script = document.createElement("script")
  if (kind === "module") script.type = "module"
  script.src = ownScript(address)
  if (onFailure) script.addEventListener("error", onFailure)
  document.head.append(script)
}

/** Asks at once for what the module is known to import, and for its data, instead of after it has come. */
function preload(address: string): void {
  const link = document.createElement("link")
  const isData = address.endsWith(".json")
  link.rel = isData ? "preload" : "modulepreload"
  link.href = address
  if (isData) link.as = "fetch"
  // As both are asked for.
  link.crossOrigin = ""
  document.head.append(link)
}

/**
 * Whether every origin may read what lies on this host. It is not told before one tries, and what is refused stands in the
 * console; but the header file that allows it lets everyone have timings too, and these are there already.
 */
function isOpenToAll(): boolean {
  const [timing] = performance.getEntriesByName(own.src) as PerformanceResourceTiming[]
  return timing !== undefined && timing.responseStart > 0
}

/** What speaks the language that the program will most likely find to be wanted: a wrong guess costs one file. */
function wordsFor(tags: readonly string[]): string {
  return tags.map(tag => own.dataset[tag.slice(0, 2)]).find(Boolean) ?? ""
}

keepTo(policy!)
if (location.protocol === "file:" || (self.origin === "null" && !isOpenToAll())) start(single!, "classic")
else {
  const opensFile = query.has("data") || document.querySelector("#dateline[data-state*='data=']") !== null
  const wanted = `${imports} ${wordsFor([query.get("lang") ?? "", ...navigator.languages])} ${opensFile ? reading : report}`
  // What takes longest is asked for first.
  start(module!, "module", () => start(single!, "classic"))
  if (opensFile) startEarly(reader!, query)
  wanted.split(" ").filter(Boolean).forEach(preload)
}

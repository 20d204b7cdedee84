/**
 * Picks the program. In a frame sandboxed without its origin, and from disk, module scripts are refused unless the host
 * sends CORS headers; a classic script runs everywhere. So this one, classic and small, starts the split program where
 * modules can load and the same program in one piece where they cannot.
 */
const self_ = document.currentScript as HTMLScriptElement
const policy = window.trustedTypes?.createPolicy("dateline", {
  createScriptURL: address => ownAddress(address),
})

/** Only files beside this script are ever started. */
function ownAddress(address: string): string {
  const folder = new URL(".", self_.src).href
  const wanted = new URL(address, folder).href
  if (!wanted.startsWith(folder)) throw new TypeError(`not one of our own scripts: ${address}`)
  return wanted
}

function start(address: string, asModule: boolean): void {
  const script = document.createElement("script")
  if (asModule) script.type = "module"
  const target = policy ? policy.createScriptURL(address) : ownAddress(address)
  script.src = target as string
  document.head.append(script)
}

const alone = self.origin === "null" || location.protocol === "file:"
const { main, single } = self_.dataset
if (alone && single) start(single, false)
else if (main) start(main, true)

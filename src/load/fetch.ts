import { chunksOf, type Incoming } from "./bytes.ts"
import { sheetAddress } from "./sheets.ts"
import { LoadFailure } from "./failure.ts"

export type Fetch = (address: string, init: { readonly signal?: AbortSignal }) => Promise<Response>

/**
 * The file at an address, which may be relative to `base`. Only http and https are asked; every way to fail is a
 * LoadFailure with its own code.
 */
export async function fetchFile(
  url: string,
  base: string | undefined,
  fetch: Fetch,
  limit: number,
  signal: AbortSignal | undefined,
): Promise<Incoming> {
  const address = resolve(sheetAddress(url), base)
  if (address === null) throw new LoadFailure("not-found", { address: url })
  const response = await ask(address, fetch, signal)
  if (!response.ok) {
    response.body?.cancel().catch(() => undefined)
    throw new LoadFailure(codeOfStatus(response.status), { address, status: response.status })
  }
  const total = Number(response.headers.get("content-length")) || null
  if (total !== null && total > limit) {
    response.body?.cancel().catch(() => undefined)
    throw new LoadFailure("too-large", { address, limit })
  }
  // What travels compressed announces the length of what travels, not of what arrives here.
  const known = response.headers.has("content-encoding") ? null : total
  return { bytes: bodyOf(response), name: nameOf(address), total: known, least: total ?? 0 }
}

function resolve(url: string, base: string | undefined): string | null {
  try {
    const address = new URL(url, base)
    return ["http:", "https:"].includes(address.protocol) ? address.href : null
  } catch {
    return null
  }
}

/** A refusal by the other server's policy and a server that is not there look the same to a page. */
async function ask(address: string, fetch: Fetch, signal: AbortSignal | undefined): Promise<Response> {
  try {
    return await fetch(address, { signal })
  } catch {
    throw new LoadFailure(globalThis.navigator?.onLine === false ? "offline" : "cors", { address })
  }
}

function codeOfStatus(status: number): "not-found" | "forbidden" | "server" {
  if (status === 404 || status === 410) return "not-found"
  return status === 401 || status === 403 || status === 451 ? "forbidden" : "server"
}

async function* bodyOf(response: Response): AsyncGenerator<Uint8Array> {
  if (response.body) yield* chunksOf(response.body)
}

function nameOf(address: string): string {
  return new URL(address).pathname.split("/").at(-1) ?? ""
}

/**
 * A document that travels inside an address: `#d=` and its text, deflated (RFC 1951) and written as base64url (RFC 4648, 5).
 * It stands in the fragment, which no browser sends to any server; `data=#` says so. Elements have it as their `src`.
 */
const PACKED = /^#d=([\w-]+)$/

/** The packed document that a value of `data` names, in itself or in the fragment of the address; null for any other, "" where it is missing. */
export function packedIn(data: string | null, address: string): string | null {
  if (!data?.startsWith("#")) return null
  return PACKED.exec(data === "#" ? address.replace(/^[^#]*/, "") : data)?.[1] ?? ""
}

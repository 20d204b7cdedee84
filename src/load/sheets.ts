/** Also with the account, or the organization, of whoever copied it. */
const SHEET = /^https?:\/\/docs\.google\.com\/(?:a\/[\w.-]+\/)?spreadsheets\/(?:u\/\d+\/)?d\/(e\/)?([\w-]+)/

/**
 * The address under which a Google Sheet, given by any of its addresses, gives CSV to other pages; any other address as
 * it is. A sheet that was published to the web is read from where it was published; one that is only shared by link
 * through its query address, since the address for downloading refuses other pages. That one is told that one row is
 * the header: left to itself it takes several rows of text for one.
 */
export function sheetAddress(address: string): string {
  const found = SHEET.exec(address.trim())
  if (!found) return address
  const [, published, id] = found
  const { searchParams, hash } = new URL(address.trim())
  const gid = searchParams.get("gid") ?? new URLSearchParams(hash.slice(1)).get("gid")
  const page = gid !== null && /^\d+$/.test(gid) ? `&gid=${gid}` : ""
  const base = "https://docs.google.com/spreadsheets/d/"
  if (published) return `${base}e/${id}/pub?output=csv${page && `&single=true${page}`}`
  const name = searchParams.get("sheet")
  const sheet = page === "" && name ? `&sheet=${encodeURIComponent(name)}` : page
  return `${base}${id}/gviz/tq?tqx=out:csv&headers=1${sheet}`
}

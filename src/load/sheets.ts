const SHEET = /^https?:\/\/docs\.google\.com\/spreadsheets\/(?:u\/\d+\/)?d\/(e\/)?([\w-]+)/

/**
 * The address under which a Google Sheet, given by any of its addresses, gives CSV to other pages; any other address as
 * it is. A sheet that was published to the web is read from where it was published; one that is only shared by link
 * through its query address, since the address for downloading refuses other pages.
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
  return `${base}${id}/gviz/tq?tqx=out:csv${page}`
}

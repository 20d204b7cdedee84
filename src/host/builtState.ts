/** Parameters that say how a view looks and not what it shows. */
const LOOKS = new Set(["lang", "theme", "dir", "tz", "embed", "hide"])

/**
 * The query string that a page goes by. One that was built for a file carries its view (`data-state` of its root): the file
 * holds unless the address names another, the rest of that view where the address chooses nothing itself.
 */
export function queryOf(search: string, built: string | undefined): string {
  const own = new URLSearchParams(search)
  if (!built || own.has("data")) return search
  const choosesNothing = [...own.keys()].every(key => LOOKS.has(key))
  const query = new URLSearchParams(own)
  for (const [key, value] of new URLSearchParams(built))
    if (key === "data" || (choosesNothing && !own.has(key))) query.append(key, value)
  return `?${query}`
}

/** Where a site has the scripts that other people's pages load. */
export interface Published {
  /** From the site's page, with a slash at its end. */
  readonly folder: string
  /** What the scripts hash to, by their names, as the attribute `integrity` has it; none where a page must not ask for it. */
  readonly integrity: Readonly<Record<string, string>>
}

/**
 * What a site's `versions.json` says (src/build/versions.ts): the files of one version with their hashes, which stay as they
 * are, or those of its major version where others may not read them (a hash asks for that). Null for anything else.
 */
export function readPublished(answer: unknown, isOpen: boolean): Published | null {
  if (typeof answer !== "object" || answer === null) return null
  const { fixed, moving, integrity } = answer as Record<string, unknown>
  if (!/^v\d+\.\d+\.\d+$/.test(String(fixed)) || !/^v\d+$/.test(String(moving))) return null
  const hashes = Object.entries(Object(integrity) as object).filter(([, hash]) =>
    /^sha384-[\w+/]{64}$/.test(String(hash)),
  )
  return isOpen && hashes.length > 0
    ? { folder: `${String(fixed)}/`, integrity: Object.fromEntries(hashes) as Record<string, string> }
    : { folder: `${String(moving)}/`, integrity: {} }
}

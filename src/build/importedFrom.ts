/** What a bundler knows of its modules, as far as it is asked here. */
export interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null
}

/** A module and all that it imports before it runs. */
export function importedFrom(entry: string, modules: Modules): Set<string> {
  const found = new Set([entry])
  for (const id of found) for (const next of modules.getModuleInfo(id)?.importedIds ?? []) found.add(next)
  return found
}

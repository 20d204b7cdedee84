/** Entries up to which looking through the list is quicker than remembering it. */
const FEW = 16

/** The same actor in the same role twice says nothing more than once. Time grows with the list alone. */
export function unlike<T extends { readonly id: string; readonly role: string | null }>(
  list: readonly T[],
): readonly T[] {
  if (list.length < 2) return list
  if (list.length <= FEW)
    return list.filter(
      (entry, i) => i === list.findIndex(other => other.id === entry.id && other.role === entry.role),
    )
  const rolesOf = new Map<string, Set<string | null>>()
  return list.filter(({ id, role }) => {
    const roles = rolesOf.get(id)
    if (roles?.has(role)) return false
    if (roles) roles.add(role)
    else rolesOf.set(id, new Set([role]))
    return true
  })
}

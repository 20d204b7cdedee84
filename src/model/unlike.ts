/** The same actor in the same role twice says nothing more than once. */
export function unlike<T extends { readonly id: string; readonly role: string | null }>(
  list: readonly T[],
): readonly T[] {
  if (list.length < 2) return list
  return list.filter(
    (entry, i) => i === list.findIndex(other => other.id === entry.id && other.role === entry.role),
  )
}

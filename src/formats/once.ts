/**
 * The same promise each time, but for one that was broken. An import takes a turn of the thread even when its module has
 * long run, and that turn stands behind all that a fast host has sent meanwhile: a browser takes it over in one go.
 */
export function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | null = null
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = null
      throw error
    })
    return loading
  }
}

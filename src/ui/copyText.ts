/** Puts a text on the clipboard; false where the browser, or the frame that the page stands in, does not allow it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

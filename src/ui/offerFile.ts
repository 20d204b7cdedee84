/** Gives the reader a file to save, made here: nothing is asked of any server. */
export function offerFile(name: string, type: string, content: BlobPart): void {
  const address = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement("a")
  link.href = address
  link.download = name
  link.click()
  // The browser takes the file up after the click; some are slow.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

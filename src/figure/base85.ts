/** Letters that stand in a page's script as they are; none begins a tag. */
export const LETTERS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?_~()[]{}@%$#,"

/**
 * Bytes as text, five letters for four bytes, the most significant first (as Ascii85 has them, with other letters): 6 %
 * shorter than base64. The last four bytes are filled up with zeros.
 */
export function toBase85(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += 4) {
    let value = 0
    for (let i = 0; i < 4; i++) value = value * 256 + (bytes[at + i] ?? 0)
    let piece = ""
    for (let i = 0; i < 5; i++) {
      piece = LETTERS[value % 85]! + piece
      value = Math.floor(value / 85)
    }
    pieces.push(piece)
  }
  return pieces.join("")
}

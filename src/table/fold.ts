/**
 * Folding for search: what a reader types and what stands in the data become the same letters, whatever their case,
 * diacritics, Arabic letter forms, digits and punctuation. For search only; names are shown as written.
 */
const LETTERS: Readonly<Record<string, string>> = {
  أ: "ا",
  إ: "ا",
  آ: "ا",
  ٱ: "ا",
  ى: "ي",
  ئ: "ي",
  ی: "ي",
  ې: "ي",
  ؤ: "و",
  ة: "ه",
  ۀ: "ه",
  ە: "ه",
  ڤ: "ف",
  پ: "ب",
  گ: "ك",
  ک: "ك",
  ڭ: "ك",
  چ: "ج",
  ژ: "ز",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ł: "l",
  ı: "i",
  þ: "th",
  ð: "d",
}

/** Tatweel, zero-width and direction marks: they change nothing that is read. */
const SILENT = /^[\u0640\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]$/u
const MARK = /^\p{M}$/u
const WORD = /^[\p{L}\p{N}]$/u

/** Folded letters of one character; " " for anything that separates words, "" for what is silent. */
function foldCharacter(character: string): string {
  const code = character.codePointAt(0)!
  if (code < 128) {
    if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) return character
    if (code >= 65 && code <= 90) return character.toLowerCase()
    return character === "'" ? "" : " "
  }
  const known = LETTERS[character]
  if (known !== undefined) return known
  if (SILENT.test(character) || MARK.test(character) || character === "’" || character === "ʼ") return ""
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660)
  if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0)
  let out = ""
  // Arabic letters first: decomposing would turn a hamza letter into alef and a mark.
  for (const part of character.normalize("NFKC")) {
    if (part !== character) {
      out += foldCharacter(part)
      continue
    }
    for (const piece of part.normalize("NFKD").toLowerCase()) {
      if (MARK.test(piece) || SILENT.test(piece)) continue
      out += LETTERS[piece] ?? (WORD.test(piece) ? piece : " ")
    }
  }
  return out
}

const cache = new Map<string, string>()

/** Folded letters of one character, remembered. */
export function folded(character: string): string {
  let result = cache.get(character)
  if (result === undefined) {
    result = foldCharacter(character)
    if (cache.size < 5000) cache.set(character, result)
  }
  return result
}

/** The folded text: letters and digits with single spaces between words. Folding twice changes nothing. */
export function fold(text: string): string {
  let out = ""
  for (const character of text.normalize("NFC")) {
    const piece = folded(character)
    for (const unit of piece) if (unit !== " " || (out !== "" && !out.endsWith(" "))) out += unit
  }
  return out.trimEnd()
}

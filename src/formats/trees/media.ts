import { textOfHtml } from "../tabular/html.ts"
import { saying, webAddress } from "./values.ts"

/** What is said of a picture, a film or a sound. */
export interface MediaWords {
  readonly caption?: string
  readonly credit?: string
  readonly alt?: string
}

const KINDS: readonly (readonly [kind: string, address: RegExp])[] = [
  ["image", /\.(avif|gif|jpe?g|png|svg|webp|tiff?)$|\/Special:FilePath\//i],
  ["video", /\.(mp4|webm|ogv|mov|m4v)$|(youtube\.com|youtu\.be|vimeo\.com|dailymotion\.com)\//i],
  ["audio", /\.(mp3|oga|ogg|wav|m4a|flac)$|soundcloud\.com\//i],
]

/** An entry of an event's media, or null where the address cannot be followed. */
export function mediaOf(address: unknown, words: MediaWords = {}): Record<string, unknown> | null {
  const url = webAddress(address)
  if (url === "") return null
  const plain = url.replace(/[?#].*$/, "")
  return saying({
    url,
    kind: KINDS.find(([, pattern]) => pattern.test(plain))?.[0],
    caption: textOfHtml(words.caption ?? ""),
    credit: textOfHtml(words.credit ?? ""),
    alt: textOfHtml(words.alt ?? ""),
  })
}

import { Parser } from "htmlparser2"

/** An element with what stands directly in it. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** Text within, that of inner elements included. */
  readonly text: string
  /** Line in which it begins, from 1. */
  readonly line: number
  /** How many elements it lies in. */
  readonly depth: number
}

/** Elements of an XML or HTML text, and the name of the one that was still open at its end. */
export interface Elements {
  readonly found: readonly Element[]
  readonly unclosed: string | null
  /** Line from which on nothing was read, since elements lay too deep in each other; null where all was. */
  readonly tooDeep: number | null
}

/** As many elements lie in each other at most in any page or file that means something. */
const DEEPEST = 500
/** Letters between two looks at the depth. */
const STEP = 4096

interface Open {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly line: number
  /** Pieces of text of it, where it is wanted. */
  readonly parts: string[] | null
}

/**
 * The elements of a text for which `isWanted` holds, outer ones after what lies in them. Forgiving: a sign that should
 * have been written otherwise is taken as it stands. Entities are those of XML and HTML; a text cannot declare its own.
 */
export function elementsOf(text: string, isXml: boolean, isWanted: (name: string) => boolean): Elements {
  const found: Element[] = []
  const open: Open[] = []
  let unclosed: string | null = null
  let isAtEnd = false
  const lineAt = lineCounter(text)
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const parts = isWanted(name) ? [] : null
        open.push({ name, attributes, line: lineAt(parser.startIndex), parts })
      },
      ontext(piece) {
        for (const { parts } of open) parts?.push(piece)
      },
      onclosetag(name, isImplied) {
        // A tag that the text breaks off in is closed though it was never opened.
        if (open.at(-1)?.name !== name) return
        const { parts, ...element } = open.pop()!
        if (isXml && isAtEnd && isImplied) unclosed ??= element.name
        if (parts) found.push({ ...element, text: parts.join(""), depth: open.length })
      },
    },
    { xmlMode: isXml, decodeEntities: true },
  )
  let at = 0
  for (; at < text.length && open.length <= DEEPEST; at += STEP) parser.write(text.slice(at, at + STEP))
  const tooDeep = at < text.length ? lineAt(at) : null
  isAtEnd = true
  parser.end()
  return { found, unclosed, tooDeep }
}

/** Line numbers of places that only go forwards. */
function lineCounter(text: string): (at: number) => number {
  let line = 1
  let seen = 0
  return at => {
    for (let next = text.indexOf("\n", seen); next >= 0 && next < at; next = text.indexOf("\n", seen)) {
      line++
      seen = next + 1
    }
    return line
  }
}

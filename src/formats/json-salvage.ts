import type { Seen } from "../model/seen.ts"
import type { JsonWanted } from "../model/wanted.ts"

/** As much of a JSON text as stands before its first fault, and where and what that is (null for a sound text). */
export interface JsonRemains {
  /** undefined where nothing at all stands before the fault. */
  readonly value: unknown
  readonly fault: JsonFault | null
}

export interface JsonFault {
  /** Both from 1; a column counts UTF-16 units. */
  readonly line: number
  readonly column: number
  readonly found: string
  /** Where nothing stands there: of what it is the end. */
  readonly seen?: Seen
  readonly wanted: JsonWanted
}

interface Open {
  /** Null for an object, whose entries are collected in turn: a field named __proto__ is then one like any other. */
  readonly list: unknown[] | null
  readonly entries: [string, unknown][]
  key: string
}

/** What may come next. */
type Next = "value" | "first" | "name" | "colon" | "after" | "end"

interface Cursor {
  readonly text: string
  at: number
  next: Next
  readonly open: Open[]
  done: unknown
}

/**
 * Reads JSON (RFC 8259) up to its first fault; never throws, and knows no limit of depth. An object in a list that is
 * not complete is left out with all it holds, so that no half event is shown; lists and fields around it keep what they
 * had. Slower than JSON.parse by far: for texts that it refused.
 */
export function salvageJson(text: string): JsonRemains {
  const cursor: Cursor = { text, at: 0, next: "value", open: [], done: undefined }
  for (;;) {
    skipBlanks(cursor)
    if (cursor.next === "end" && cursor.at >= text.length) return { value: cursor.done, fault: null }
    const wanted = step(cursor)
    if (wanted === null) continue
    const fault = { ...lineAndColumn(text, cursor.at), ...foundAt(text, cursor.at), wanted }
    return { value: cursor.done ?? remains(cursor.open), fault }
  }
}

function skipBlanks(cursor: Cursor): void {
  while (" \t\n\r".includes(cursor.text[cursor.at] ?? "x")) cursor.at += 1
}

/** Reads one token; null where it is right, else what would have been. */
function step(cursor: Cursor): JsonWanted | null {
  const char = cursor.text[cursor.at] ?? ""
  const top = cursor.open.at(-1)
  if (top === undefined) return cursor.next === "end" ? "text-end" : readValue(cursor, char)
  const closing = top.list ? "]" : "}"
  if ((cursor.next === "after" || cursor.next === "first") && char === closing) return close(cursor, top)
  if (cursor.next === "after")
    return char === ","
      ? pass(cursor, top.list ? "value" : "name")
      : top.list
        ? "comma-or-end-of-list"
        : "comma-or-end-of-object"
  if (cursor.next === "colon") return char === ":" ? pass(cursor, "value") : "colon"
  if (cursor.next === "name" || (cursor.next === "first" && !top.list)) return readName(cursor, top)
  return readValue(cursor, char)
}

function pass(cursor: Cursor, next: Next): null {
  cursor.at += 1
  cursor.next = next
  return null
}

function close(cursor: Cursor, top: Open): null {
  cursor.open.pop()
  cursor.at += 1
  return put(cursor, top.list ?? Object.fromEntries(top.entries))
}

function put(cursor: Cursor, value: unknown): null {
  const top = cursor.open.at(-1)
  if (!top) cursor.done = value
  else if (top.list) top.list.push(value)
  else top.entries.push([top.key, value])
  cursor.next = top ? "after" : "end"
  return null
}

function readName(cursor: Cursor, top: Open): JsonWanted | null {
  const name = cursor.text[cursor.at] === '"' ? readToken(cursor) : undefined
  if (typeof name !== "string") return "quoted-name"
  top.key = name
  cursor.next = "colon"
  return null
}

function readValue(cursor: Cursor, char: string): JsonWanted | null {
  if (char === "{" || char === "[") {
    cursor.open.push({ list: char === "[" ? [] : null, entries: [], key: "" })
    return pass(cursor, "first")
  }
  const value = readToken(cursor)
  if (value === undefined) return char === '"' ? "closing-quote" : "value"
  return put(cursor, value)
}

/** A string, number or word; undefined, and the cursor stays, where there is none. */
function readToken(cursor: Cursor): unknown {
  const { text, at } = cursor
  let end = at + 1
  if (text[at] === '"') {
    while (end < text.length && text[end] !== '"') end += text[end] === "\\" ? 2 : 1
    end += 1
  } else while (/[\w+.-]/.test(text[end] ?? "")) end += 1
  try {
    const value: unknown = JSON.parse(text.slice(at, end))
    cursor.at = end
    return value
  } catch {
    return undefined
  }
}

/** What the containers still open at a fault hold; an object that is an entry of a list is not whole and goes. */
function remains(open: readonly Open[]): unknown {
  let inner: unknown
  for (const [depth, container] of [...open.entries()].toReversed()) {
    if (inner !== undefined) {
      if (container.list) container.list.push(inner)
      else container.entries.push([container.key, inner])
    }
    const inList = depth > 0 && open[depth - 1]!.list !== null
    inner = inList ? undefined : (container.list ?? Object.fromEntries(container.entries))
  }
  return inner
}

function lineAndColumn(text: string, at: number): { readonly line: number; readonly column: number } {
  let line = 1
  let start = 0
  for (let end = text.indexOf("\n"); end >= 0 && end < at; end = text.indexOf("\n", start)) {
    line += 1
    start = end + 1
  }
  return { line, column: at - start + 1 }
}

function foundAt(text: string, at: number): Pick<JsonFault, "found" | "seen"> {
  if (at >= text.length) return { found: "", seen: { word: "file-end" } }
  return { found: text.slice(at, at + 40).split("\n")[0]! }
}

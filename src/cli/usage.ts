import { parseArgs } from "node:util"

/** Something that was asked for in a way that cannot be done; its message says what to do instead. */
export class UsageError extends Error {
  override readonly name = "UsageError"
}

/** Options of a command: `one` takes a value, `many` takes several, `flag` takes none. */
export type OptionKinds = Readonly<Record<string, "one" | "many" | "flag">>

export interface Asked {
  /** What stands without an option, in order. */
  readonly rest: readonly string[]
  /** The last value of an option; null where it is not there. */
  one(name: string): string | null
  many(name: string): readonly string[]
  has(name: string): boolean
}

/** Short forms that are the same for every command. */
const SHORT: Readonly<Record<string, string>> = { out: "o", help: "h" }

/**
 * What the arguments of a command ask for. The word after an option is its value even where it begins with a dash, since
 * `--actor -kerry` excludes and `-0044` is a year; so is a date that stands alone. Throws UsageError.
 */
export function readArguments(words: readonly string[], kinds: OptionKinds): Asked {
  const options = Object.fromEntries(
    Object.entries({ ...kinds, help: "flag" as const }).map(([name, kind]) => [
      name,
      {
        type: kind === "flag" ? ("boolean" as const) : ("string" as const),
        multiple: true as const,
        ...(SHORT[name] && { short: SHORT[name] }),
      },
    ]),
  )
  const { joined, dates } = joinValues(words, kinds)
  try {
    const { values, positionals } = parseArgs({ args: joined, options, allowPositionals: true })
    const of = (name: string) => (values[name] ?? []) as readonly (string | boolean)[]
    return {
      rest: positionals.map(word => dates.get(word) ?? word),
      one: name => (of(name).at(-1) as string | undefined) ?? null,
      many: name => of(name) as readonly string[],
      has: name => of(name).length > 0,
    }
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message.split(". ")[0] : String(error))
  }
}

/** Each option and its value in one word; dates that look like options under a name that does not. */
function joinValues(words: readonly string[], kinds: OptionKinds) {
  const joined: string[] = []
  const dates = new Map<string, string>()
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (word === "--") {
      joined.push(...words.slice(i))
      break
    }
    const name = word === "-o" ? "out" : word.startsWith("--") ? word.slice(2) : ""
    const takes = Object.hasOwn(kinds, name) && kinds[name] !== "flag"
    if (takes && i + 1 < words.length) joined.push(`--${name}=${words[++i]!}`)
    else if (/^-\d/.test(word)) {
      const alias = `date ${dates.size}`
      dates.set(alias, word)
      joined.push(alias)
    } else joined.push(word)
  }
  return { joined, dates }
}

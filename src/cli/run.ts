import { version } from "../../package.json"
import { BUILD_OPTIONS, runBuild } from "./build.ts"
import { CHECK_OPTIONS, runCheck } from "./check.ts"
import { CONVERT_OPTIONS, runConvert } from "./convert.ts"
import { HELP, overview } from "./help.ts"
import { QUERY_OPTIONS, runQuery } from "./query.ts"
import type { Terminal } from "./terminal.ts"
import { readArguments, UsageError, type Asked, type OptionKinds } from "./usage.ts"
import { runWhen, WHEN_OPTIONS } from "./when.ts"

interface Command {
  readonly options: OptionKinds
  /** Gives the exit code. */
  run(asked: Asked, terminal: Terminal): Promise<number>
}

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ["check", { options: CHECK_OPTIONS, run: runCheck }],
  ["query", { options: QUERY_OPTIONS, run: runQuery }],
  ["convert", { options: CONVERT_OPTIONS, run: runConvert }],
  ["build", { options: BUILD_OPTIONS, run: runBuild }],
  ["when", { options: WHEN_OPTIONS, run: runWhen }],
])

/** Runs the command that the words name and gives its exit code: 2 where it was asked in a way that cannot be done. */
export async function run(words: readonly string[], terminal: Terminal): Promise<number> {
  const [name = "--help", ...rest] = words
  if (name === "--version" || name === "-v") return answer(version, terminal)
  if (name === "--help" || name === "-h" || name === "help")
    return answer(HELP[rest[0] ?? ""]?.() ?? overview(), terminal)
  const command = COMMANDS.get(name)
  if (!command) {
    terminal.say(`There is no “dateline ${name}”. There are: ${[...COMMANDS.keys()].join(", ")}.`)
    return 2
  }
  try {
    const asked = readArguments(rest, command.options)
    if (asked.has("help")) return await answer(HELP[name]!(), terminal)
    return await command.run(asked, terminal)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    terminal.say(`${error.message}.\nSee dateline ${name} --help.`)
    return 2
  }
}

async function answer(text: string, terminal: Terminal): Promise<number> {
  await terminal.out(`${text}\n`)
  return 0
}

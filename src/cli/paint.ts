import process from "node:process"

/** Colours by what they say; each gives its text as it is where colours are not wanted. */
export interface Paint {
  good(text: string): string
  doubtful(text: string): string
  bad(text: string): string
  quiet(text: string): string
  strong(text: string): string
}

/** Colours for people at a terminal who have not said that they want none (no-color.org). */
export function paintFor(isTerminal: boolean): Paint {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env
  const forced = FORCE_COLOR !== undefined && FORCE_COLOR !== "" && FORCE_COLOR !== "0"
  const isWanted = !NO_COLOR && (forced || (isTerminal && TERM !== "dumb"))
  const colour = (code: number) => (text: string) =>
    isWanted && text !== "" ? `\u001b[${code}m${text}\u001b[0m` : text
  return { good: colour(32), doubtful: colour(33), bad: colour(31), quiet: colour(2), strong: colour(1) }
}

import { once } from "node:events"
import process from "node:process"

/** What a command speaks through. What it answers goes to `out`, all that it has to say beside that to `say`. */
export interface Terminal {
  /** Waits while whoever reads is slower; where nobody reads any more, the command ends without a word. */
  out(text: string | Uint8Array): Promise<void>
  /** A line to standard error. */
  say(line: string): void
  /** Text to standard error as it is, for what is written over. */
  draw(text: string): void
  readonly input: AsyncIterable<Uint8Array>
  /** Whether people look at the answers. */
  readonly isSeen: boolean
  /** Whether people look at what is said beside them. */
  readonly isHeard: boolean
  /** Letters in a line. */
  readonly columns: number
}

/** The terminal, or the pipes and files, that the process was started with. */
export function terminal(): Terminal {
  const { stdin, stdout, stderr } = process
  for (const stream of [stdout, stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => {
      // `dateline query … | head` has read enough.
      if (error.code === "EPIPE") process.exit()
      throw error
    })
  return {
    async out(text) {
      if (!stdout.write(text)) await once(stdout, "drain")
    },
    say: line => void stderr.write(`${line}\n`),
    draw: text => void stderr.write(text),
    input: stdin,
    isSeen: stdout.isTTY ?? false,
    isHeard: stderr.isTTY ?? false,
    // A terminal that does not know its width says 0.
    columns: stdout.columns || 100,
  }
}

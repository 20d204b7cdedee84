import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { dateline, folder } from "./command.ts"

const files = folder()
const SECTION = /## The command\n([\s\S]*?)\n## /.exec(readFileSync("README.md", "utf8"))![1]!
const EXAMPLES = [...SECTION.matchAll(/^npx dateline (.*)$/gm)].map(([, line]) => line!)

/** The words of a line as a shell tells them apart, without the comment; what it writes goes to a folder of ours. */
function wordsOf(line: string): string[] {
  const words = [...line.matchAll(/"([^"]*)"|(#.*)|(\S+)/g)].flatMap(([, quoted, comment, word]) =>
    comment ? [] : [quoted ?? word!],
  )
  return words.map((word, i) => (words[i - 1] === "-o" ? files.path(word) : word))
}

test.each(EXAMPLES)("the README's example runs: dateline %s", async line => {
  const { code, out, err } = await dateline(wordsOf(line))
  expect([code, (out + err).length > 0]).toEqual([0, true])
})

#!/usr/bin/env node
/** The `dateline` command: the page's own readers, filters and writers in a terminal (interface §3a). */
import { run } from "./cli/run.ts"
import { terminal } from "./cli/terminal.ts"

// Not awaited: what is loaded later may import from this file, and would wait for its end.
void run(process.argv.slice(2), terminal()).then(code => (process.exitCode = code))

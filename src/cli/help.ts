import { WRITERS } from "./writers.ts"
import { FORMATS } from "../formats/index.ts"

const formats = () => FORMATS.map(({ name }) => name).join(", ")
const endings = () => WRITERS.map(({ extensions }) => extensions.join(" ")).join(", ")

const MAP = "  --map M      what the columns of a table are, as in A:title,B:when,D:actor,dmy"
const FILE = "FILE is a path, an http or https address, or - for standard input; gzip is unpacked."

/** What each command is for, and how it is asked. */
export const HELP: Readonly<Record<string, () => string>> = {
  check: () => `dateline check FILE… [--format F] [--json]

Reads files and says what is in them and what was wrong: the format, the number of events, the first
and last day, the numbers of actors and places, and every problem with its place.

  --format F   where guessing is wrong: ${formats()}
${MAP}
  --json       an object a line for each file

Ends with 0 for clean files, 1 where there are problems, 2 where a file cannot be read.
${FILE}`,

  query: () => `dateline query FILE [filters] [--json]

The events that pass, in order of time: a table on a terminal, cells apart by tabs for other
programs, or with --json an event a line in the document's own form.

  --actor ID   --place ID   --type ID   --status S   --tag ID   --source ID
               may be repeated; “-ID” excludes, “?” is “not stated”; what belongs to a value counts
  --match all  the chosen actors together
  --q WORDS    words to find, in any language of the document
  --from DATE  --to DATE  [--range must]
               events that could, or must, lie in the stretch, both ends inclusive
  --known DATE only what had been reported by then
  --lang L     en or ar, for dates and names;  --tz ZONE  for clock times
  --format F   where guessing is wrong: ${formats()}
${MAP}

${FILE}`,

  convert: () => `dateline convert FILE -o OUT [--to KIND]

Writes the file as another kind, by the ending of OUT: ${endings()}.
OUT may be - for standard output; --to then names the kind. What OUT cannot hold is said.

  --to KIND    ${WRITERS.map(({ name }) => name).join(", ")}
  --lang L     en or ar, for names and texts where the file holds one language;  --tz ZONE
  --format F   where guessing is wrong: ${formats()}
${MAP}

${FILE}`,

  build: () => `dateline build FILE -o OUT [--state Q] [--url U]

Where OUT ends in .html: one page with the program, its fonts and the events in it, that opens from
disk and asks for nothing. Else a folder for any static host: the page, a poster, a list for readers
without scripts, header files (_headers, vercel.json, .htaccess), and where the address is known
what other sites ask for (Open Graph, oEmbed).

  --state Q    the view to begin with, as the page's address has it: “actor=lavrov&lanes=place”
  --url U      where the folder will stand
  --poster P   a picture to show in place of the one that is drawn
  --lang L     en or ar;  --tz ZONE
  --format F   where guessing is wrong: ${formats()}
${MAP}

${FILE}`,

  when: () => `dateline when [--json] [--lang L] [--tz ZONE] [EDTF…]

Bounds and words of dates (EDTF, ISO 8601-2), from the arguments or from standard input, a line each.
With --json: input, valid, min, max, startMax, endMin, approximate, uncertain, words; days are
inclusive, and null where open or unknown. Without it, ends with 1 where a text is no date.`,
}

/** All commands in a line each. */
export function overview(): string {
  return `dateline COMMAND …

  check FILE…           what is in a file, and what was wrong with it
  query FILE [filters]  the events that pass
  convert FILE -o OUT   the same events as another kind of file
  build FILE -o OUT     a page in one file, or a site for any host
  when [EDTF…]          what dates mean, in bounds and words

dateline COMMAND --help says more; --version gives the version.`
}

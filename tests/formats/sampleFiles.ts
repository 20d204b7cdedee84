import { readdirSync, readFileSync } from "node:fs"

const SAMPLES = new URL("samples/", import.meta.url)

/** The sample files of some formats, without what stands beside them: notes, and what they should be read as. */
export function sampleFiles(formats: readonly string[]) {
  return formats.flatMap(format =>
    readdirSync(new URL(`${format}/`, SAMPLES))
      .filter(name => !/\.(txt|md)$/.test(name))
      .map(name => ({ format, name, bytes: readFileSync(new URL(`${format}/${name}`, SAMPLES)) })),
  )
}

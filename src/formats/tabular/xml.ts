/** Hears the elements of an XML text in their order; names come without their prefixes. */
export interface XmlHearer {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  close(name: string): void
  text(text: string): void
}

/** A parser that is fed a text in pieces. */
export interface XmlParser {
  write(text: string): void
  /** The end of the text; gives what was first wrong with it, or null. */
  end(): string | null
}

/**
 * A parser of XML by saxes, which needs neither a page nor eval and expands no entity that a text declares. What is wrong
 * stops it: of the rest nothing is heard.
 */
export async function xmlParser(hearer: XmlHearer): Promise<XmlParser> {
  const { SaxesParser } = await import("saxes")
  const parser = new SaxesParser({ xmlns: false, position: false })
  let fault: string | null = null
  parser.on("error", error => (fault ??= error.message))
  parser.on("opentag", ({ name, attributes }) => {
    if (fault === null) hearer.open(local(name), attributes)
  })
  parser.on("closetag", ({ name }) => {
    if (fault === null) hearer.close(local(name))
  })
  const hear = (text: string) => {
    if (fault === null) hearer.text(text)
  }
  parser.on("text", hear)
  parser.on("cdata", hear)
  return {
    write(text) {
      if (fault === null) parser.write(text)
    },
    end() {
      if (fault === null) parser.close()
      return fault
    },
  }
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1)
}

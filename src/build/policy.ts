/** What holds wherever the page stands, from its first byte on. */
const ANYWHERE = [
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types dateline",
]

/** The policy that the page's markup and its header files name. */
export const FIRST_POLICY = ANYWHERE.join("; ")

/**
 * What the built page may do: run its own scripts and styles, show pictures that a document names, fetch the data it is
 * told to fetch. Script addresses pass one named Trusted Types policy (src/host/trusted.ts); nothing is ever parsed as HTML.
 * The starter puts it into force before anything else: in a sandboxed frame WebKit takes 'self' for nobody, so that the host
 * must be named, and only there is it known (src/start.ts).
 */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob: https: http:",
  "font-src 'self' data:",
  "connect-src * data: blob:",
  "worker-src 'self' blob:",
  // Previews of what is embedded.
  "frame-src 'self'",
  ...ANYWHERE,
].join("; ")

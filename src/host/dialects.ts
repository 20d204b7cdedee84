/**
 * A frame's height in the forms that hosts already listen for. Each is sent only where a host has shown that it speaks it,
 * but AMP's, which nobody announces:
 *
 * - AMP (`<amp-iframe resizable>`): `{sentinel: "amp", type: "embed-size", height}`, once `{sentinel: "amp", type:
 *   "embed-ready"}`; @newswire/frames listens to the same and asks with `{sentinel: "amp", type: "frames-init"}`;
 * - WordPress (wp-embed.js): `{message: "height", value, secret}`. The host puts `#?secret=…` behind the frame's address,
 *   asks with `{message: "ready", secret}`, and takes heights from 200 to 1000;
 * - pym.js: the text `pymxPYMx` id `xPYMxheightxPYMx` height. The host puts `childId=…` into the frame's address, among other
 *   parameters that name the page around, and tells the frame its width in the same form.
 */
export interface Dialects {
  /** WordPress's name for the frame. */
  readonly secret: string | null
  /** pym's name for the frame. */
  readonly pymId: string | null
}

/** Parameters that pym.js adds to a frame's address: they belong to the page around and go no further. */
const PYM_PARAMETERS = new Set(["childId", "initialWidth", "parentTitle", "parentUrl"])

/** What a frame's address says of the page around: unknown parameters of the view's state, and the fragment. */
export function readDialects(unknown: readonly (readonly [string, string])[], hash: string): Dialects {
  return {
    secret: /^#\?secret=([a-zA-Z0-9]+)$/.exec(hash)?.[1] ?? null,
    pymId: unknown.find(([name]) => name === "childId")?.[1] ?? null,
  }
}

/** Unknown parameters without those by which pym.js names the page around. */
export function withoutPym<Pair extends readonly [string, string]>(
  unknown: readonly Pair[],
): readonly Pair[] {
  return unknown.filter(([name]) => !PYM_PARAMETERS.has(name))
}

/** Messages that tell other listeners than ours that the frame is there. */
export function sayReady(): readonly unknown[] {
  return [{ sentinel: "amp", type: "embed-ready" }]
}

/** Messages that tell a height in whole CSS pixels to other listeners than ours. */
export function sayHeight(height: number, { secret, pymId }: Dialects): readonly unknown[] {
  return [
    { sentinel: "amp", type: "embed-size", height },
    ...(secret === null ? [] : [{ message: "height", value: height, secret }]),
    ...(pymId === null ? [] : [pymMessage(pymId, "height", String(height))]),
  ]
}

/**
 * Messages that ask the host to open a link, where the host has taken that from the frame: WordPress does it for addresses of
 * the frame's own host. None where nobody would.
 */
export function sayLink(address: string, ownHost: string, { secret }: Dialects): readonly unknown[] {
  return secret !== null && URL.canParse(address) && new URL(address).host === ownHost
    ? [{ message: "link", value: address, secret }]
    : []
}

/** Whether a host asks for the height in one of these ways. Never throws. */
export function asksHeight(data: unknown, { secret, pymId }: Dialects): boolean {
  if (typeof data === "string") return pymId !== null && data.startsWith(pymMessage(pymId, "width", ""))
  if (typeof data !== "object" || data === null) return false
  const message = data as Record<string, unknown>
  if (message.sentinel === "amp") return message.type === "frames-init"
  return secret !== null && message.message === "ready" && message.secret === secret
}

function pymMessage(id: string, type: string, value: string): string {
  return ["pym", id, type, value].join("xPYMx")
}

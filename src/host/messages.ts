/** Version of what a frame and its host say to each other (interface.md §3); every message carries it as `dateline`. */
export const VERSION = 1

/** Longest state that is taken from a host, in characters. */
const LONGEST_STATE = 100_000

/**
 * What the frame says: that it is there, how high it wants to be in CSS pixels, its view, its open event, and what could not be
 * read: why nothing is shown (null where something is), and how many things were left out or guessed.
 */
export type FrameMessage =
  | { readonly dateline: 1; readonly type: "ready" }
  | { readonly dateline: 1; readonly type: "height"; readonly height: number }
  | { readonly dateline: 1; readonly type: "state"; readonly state: string }
  | { readonly dateline: 1; readonly type: "select"; readonly event: string | null }
  | {
      readonly dateline: 1
      readonly type: "problem"
      readonly code: string | null
      readonly problems: number
    }

/** What a host may say: a state as a query string of interface.md §2, or the question whether the frame is there. */
export type HostMessage =
  | { readonly dateline: 1; readonly type: "set"; readonly state: string }
  | { readonly dateline: 1; readonly type: "ready" }

/** A host's message in our form, or null for anything else that windows say to each other. Never throws. */
export function readHostMessage(data: unknown): HostMessage | null {
  const message = ours(data)
  if (message?.type === "ready") return { dateline: VERSION, type: "ready" }
  if (message?.type !== "set" || typeof message.state !== "string") return null
  return message.state.length > LONGEST_STATE
    ? null
    : { dateline: VERSION, type: "set", state: message.state }
}

/** The height that a frame asks for in CSS pixels, or null for any other message. Never throws. */
export function readHeight(data: unknown): number | null {
  const message = ours(data)
  const height = message?.type === "height" ? message.height : null
  return typeof height === "number" && height > 0 && Number.isFinite(height) ? height : null
}

function ours(data: unknown): Record<string, unknown> | null {
  if (typeof data !== "object" || data === null) return null
  const message = data as Record<string, unknown>
  return message.dateline === VERSION ? message : null
}

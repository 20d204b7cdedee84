/** Shared by all events that have none: a million empty lists would be a million objects to collect. */
export const NONE: readonly never[] = Object.freeze([])
export const NOTHING: Readonly<Record<string, never>> = Object.freeze({})

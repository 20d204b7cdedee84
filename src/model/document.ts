import type { Problem } from "./problem.ts"

/**
 * A document in its normal form: every short form of interface §1 written out, every reference declared, every event
 * with an id. The rest of the house reads only this. Plain JSON values throughout, so that it crosses to and from a
 * worker and into columns unchanged.
 */
export interface Document {
  readonly title: Text
  readonly summary: Text | null
  /** BCP 47 tag of strings that name no language; "und" where the document is silent. */
  readonly lang: string
  readonly actors: ReadonlyMap<string, Actor>
  readonly places: ReadonlyMap<string, Place>
  readonly types: ReadonlyMap<string, Label>
  readonly tags: ReadonlyMap<string, Label>
  readonly sources: ReadonlyMap<string, Source>
  readonly periods: readonly Period[]
  readonly views: readonly SavedView[]
  readonly events: readonly EventRecord[]
}

/** Language tag → string. A string that came without a tag stands under the document's `lang`. */
export type Text = Readonly<Record<string, string>>

export interface Actor {
  readonly name: Text
  readonly kind: string | null
  readonly partOf: readonly string[]
  readonly note: Text | null
  readonly url: string | null
}

export interface Place {
  readonly name: Text
  /** [longitude, latitude] in degrees. */
  readonly point: readonly [number, number] | null
  readonly precision: "point" | "city" | "region" | "country" | null
  readonly within: string | null
}

export interface Label {
  readonly name: Text
  readonly colour: string | null
}

export interface Source {
  readonly title: Text
  readonly publisher: Text | null
  /** EDTF. */
  readonly published: string | null
  readonly url: string | null
  readonly lang: string | null
}

export interface Period {
  readonly id: string
  /** EDTF. */
  readonly when: string
  readonly title: Text
  readonly kind: string | null
}

export interface SavedView {
  readonly id: string
  readonly title: Text
  readonly text: Text | null
  /** A query string of interface §2. */
  readonly state: string
}

export const STATUSES = [
  "occurred",
  "ongoing",
  "announced",
  "planned",
  "possible",
  "claimed",
  "denied",
  "cancelled",
] as const
export type Status = (typeof STATUSES)[number]

export const PLACE_ROLES = ["venue", "target", "origin", "subject"] as const
export type PlaceRole = (typeof PLACE_ROLES)[number]

export const CONFIDENCES = ["high", "medium", "low", "contested"] as const
export type Confidence = (typeof CONFIDENCES)[number]

export const RELATIONS = ["follows", "part-of", "responds-to", "contradicts", "same-as"] as const
export type Relation = (typeof RELATIONS)[number]

export interface EventRecord {
  readonly id: string
  /** Canonical EDTF (`start` and `end` joined into one); null for an undated event. */
  readonly when: string | null
  /** EDTF: the date for which the source attests the state. */
  readonly asOf: string | null
  readonly whenText: Text | null
  readonly countedFrom: string | null
  /** EDTF; already defaulted to the earliest `published` of the sources. */
  readonly reported: string | null
  readonly title: Text
  readonly summary: Text | null
  readonly type: string | null
  readonly status: Status
  readonly actors: readonly { readonly id: string; readonly role: string | null }[]
  readonly places: readonly { readonly id: string; readonly role: PlaceRole }[]
  readonly sources: readonly Citation[]
  readonly confidence: {
    readonly when?: Confidence
    readonly place?: Confidence
    readonly actors?: Confidence
    readonly event?: Confidence
  }
  readonly figures: Readonly<Record<string, Figure>>
  readonly media: readonly Media[]
  readonly tags: readonly string[]
  readonly links: readonly { readonly rel: Relation; readonly event: string }[]
}

export interface Citation {
  readonly id: string
  readonly at: Text | null
  /** What this source has differently; absent keys agree with the event. */
  readonly says: {
    readonly when?: string
    readonly status?: Status
    readonly actors?: readonly { readonly id: string; readonly role: string | null }[]
    readonly places?: readonly { readonly id: string; readonly role: PlaceRole }[]
    readonly figures?: Readonly<Record<string, Figure>>
  } | null
}

export interface Figure {
  readonly low: number | null
  readonly best: number | null
  readonly high: number | null
  readonly unit: string | null
}

export interface Media {
  readonly url: string
  readonly kind: string | null
  readonly caption: Text | null
  readonly credit: Text | null
  readonly alt: Text | null
}

/** What reading a file gives: always a document (perhaps without events) and everything that was wrong with it. */
export interface ReadDocument {
  readonly document: Document
  readonly problems: readonly Problem[]
  /** Events in the input, shown or left out: `read = document.events.length + leftOut`. */
  readonly read: number
  readonly leftOut: number
}

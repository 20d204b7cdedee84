import * as v from "valibot"
import { CONFIDENCES, PLACE_ROLES, RELATIONS, STATUSES } from "./document.ts"
import { isEdtfOrEmpty, isBoundOrEmpty } from "./edtf-text.ts"
import { isColour, isMediaUrl, isUrl } from "./safe.ts"

/**
 * The one definition of the document of interface §1 as people write it, short forms included. From it come the
 * validation at run time (salvage.ts), the types of what may be written (`DocumentInput` and its parts) and
 * `schema/dateline-1.json` (tests/model/schema-file.ts). A message here is the code of the Problem it becomes; what is
 * expected in words stands in faults.ts.
 */

const describe = <const S extends v.GenericSchema>(schema: S, description: string) =>
  v.pipe(schema, v.description(description))

const text = v.string("not-text")
const id = v.pipe(text, v.regex(/\S/, "empty-id"))
const edtf = v.pipe(text, v.check(isEdtfOrEmpty, "bad-date"))
const bound = v.pipe(text, v.check(isBoundOrEmpty, "bad-date"))
const url = v.pipe(text, v.check(isUrl, "bad-url"))
const colour = v.pipe(text, v.check(isColour, "bad-colour"))
const number = v.pipe(v.number("not-a-number"), v.finite("not-a-number"))
const list = <const S extends v.GenericSchema>(item: S) => v.array(item, "not-a-list")

/** A string in the document's language, or a map from language tag to string. */
export const TextSchema = describe(
  v.union([text, v.record(v.string(), text, "not-text")], "not-text"),
  "Text: a string in the document's language, or a map from language tag (BCP 47) to string.",
)

const KINDS = "person, organization, government, armed-force, vessel, group or any other word"

export const ActorSchema = v.object(
  {
    name: describe(TextSchema, "The actor's name."),
    kind: v.optional(describe(text, `What the actor is: ${KINDS}.`)),
    partOf: v.optional(
      describe(v.union([id, list(id)], "not-text"), "Id or ids of the actors that this one belongs to."),
    ),
    note: v.optional(describe(TextSchema, "A remark on the actor.")),
    url: v.optional(describe(url, "A page about the actor (http, https or mailto).")),
  },
  "not-an-object",
)

export const PlaceSchema = v.object(
  {
    name: describe(TextSchema, "The place's name."),
    point: v.optional(
      describe(
        v.strictTuple(
          [
            v.pipe(number, v.minValue(-180, "bad-point"), v.maxValue(180, "bad-point")),
            v.pipe(number, v.minValue(-90, "bad-point"), v.maxValue(90, "bad-point")),
          ],
          "bad-point",
        ),
        "[longitude, latitude] in degrees.",
      ),
    ),
    precision: v.optional(
      describe(
        v.picklist(["point", "city", "region", "country"], "unknown-precision"),
        "How much the point stands for.",
      ),
    ),
    within: v.optional(describe(id, "Id of the place that this one lies in.")),
  },
  "not-an-object",
)

export const LabelSchema = v.object(
  {
    name: describe(TextSchema, "The name to show."),
    colour: v.optional(describe(colour, "A CSS colour; left out, the palette chooses.")),
  },
  "not-an-object",
)

export const SourceSchema = v.object(
  {
    title: describe(TextSchema, "The source's title."),
    publisher: v.optional(describe(TextSchema, "Who published it.")),
    published: v.optional(describe(edtf, "When it was published (EDTF).")),
    url: v.optional(describe(url, "Where it can be read (http, https or mailto).")),
    lang: v.optional(describe(text, "The language it is in (BCP 47).")),
  },
  "not-an-object",
)

export const PeriodSchema = v.object(
  {
    id: v.optional(describe(id, "Stable id; derived from the content where it is missing.")),
    when: describe(
      v.pipe(text, v.nonEmpty("bad-date"), v.check(isEdtfOrEmpty, "bad-date")),
      "The stretch (EDTF).",
    ),
    title: describe(TextSchema, "The period's name."),
    kind: v.optional(describe(text, "A word; `coverage` marks what the data set looked at.")),
  },
  "not-an-object",
)

export const ViewSchema = v.object(
  {
    id: describe(id, "Id of the saved view."),
    title: describe(TextSchema, "The view's name."),
    text: v.optional(describe(TextSchema, "What the view shows, for the story (small Markdown subset).")),
    state: describe(text, "The view: a query string as in the page's address."),
  },
  "not-an-object",
)

const actorRef = v.union(
  [
    id,
    v.object(
      {
        id: describe(id, "Id or name of an actor."),
        role: v.optional(describe(text, "What the actor did in it.")),
      },
      "not-an-object",
    ),
  ],
  "not-a-reference",
)

const placeRef = v.union(
  [
    id,
    v.object(
      {
        id: describe(id, "Id or name of a place."),
        role: v.optional(
          describe(
            v.picklist(PLACE_ROLES, "unknown-role"),
            "venue (the default), target, origin or subject.",
          ),
        ),
      },
      "not-an-object",
    ),
  ],
  "not-a-reference",
)

const figures = v.record(
  v.string(),
  v.union(
    [
      number,
      v.object(
        {
          low: v.optional(describe(number, "Lowest count.")),
          best: v.optional(describe(number, "Best count.")),
          high: v.optional(describe(number, "Highest count.")),
          unit: v.optional(describe(text, "What is counted.")),
        },
        "not-an-object",
      ),
    ],
    "not-a-figure",
  ),
  "not-an-object",
)

const status = v.picklist(STATUSES, "unknown-status")
const confidence = (of: string) =>
  v.optional(
    describe(
      v.picklist(CONFIDENCES, "unknown-confidence"),
      `How sure ${of}: high, medium, low or contested.`,
    ),
  )

const citation = v.union(
  [
    id,
    v.object(
      {
        id: describe(id, "Id of a source."),
        at: v.optional(describe(TextSchema, "Where in the source: a page, a paragraph.")),
        says: v.optional(
          describe(
            v.object(
              {
                when: v.optional(describe(edtf, "The date by this source (EDTF).")),
                status: v.optional(describe(status, "The status by this source.")),
                actors: v.optional(describe(list(actorRef), "The actors by this source.")),
                places: v.optional(describe(list(placeRef), "The places by this source.")),
                figures: v.optional(describe(figures, "The figures by this source.")),
              },
              "not-an-object",
            ),
            "What this source has differently from the event.",
          ),
        ),
      },
      "not-an-object",
    ),
  ],
  "not-a-reference",
)

const media = v.object(
  {
    url: describe(
      v.pipe(text, v.check(isMediaUrl, "bad-url")),
      "Absolute http or https address of the picture, film or sound.",
    ),
    kind: v.optional(describe(text, "image, video, audio or another word.")),
    caption: v.optional(describe(TextSchema, "What stands below it.")),
    credit: v.optional(describe(TextSchema, "Whose it is.")),
    alt: v.optional(describe(TextSchema, "What it shows, for those who do not see it.")),
  },
  "not-an-object",
)

const link = v.object(
  {
    rel: describe(v.picklist(RELATIONS, "unknown-relation"), "How this event relates to the other."),
    event: describe(id, "Id of the other event."),
  },
  "not-an-object",
)

export const EventSchema = v.object(
  {
    id: v.optional(describe(id, "Stable id; derived from the content where it is missing.")),
    when: v.optional(describe(edtf, "When it happened: EDTF, ISO 8601-2 levels 0 to 2.")),
    start: v.optional(describe(bound, "First date, with `end` in place of `when` (EDTF).")),
    end: v.optional(describe(bound, "Last date, inclusive (EDTF).")),
    asOf: v.optional(describe(edtf, "The date for which the source attests the state (EDTF).")),
    whenText: v.optional(describe(TextSchema, "How the source words the date.")),
    countedFrom: v.optional(describe(edtf, "The date from which the source's words are counted (EDTF).")),
    reported: v.optional(
      describe(edtf, "When it became known (EDTF); left out, the earliest date of its sources."),
    ),
    title: v.optional(describe(TextSchema, "What happened, in a line.")),
    summary: v.optional(describe(TextSchema, "What happened, in a paragraph (small Markdown subset).")),
    type: v.optional(describe(id, "Id of a type, or a plain word.")),
    status: v.optional(describe(status, `${STATUSES.join(", ")}; occurred where left out.`)),
    actors: v.optional(describe(list(actorRef), "Who took part: ids or plain names, or {id, role}.")),
    places: v.optional(describe(list(placeRef), "Where: ids or plain names, or {id, role}.")),
    sources: v.optional(describe(list(citation), "Who says so: ids, or {id, at, says}.")),
    confidence: v.optional(
      describe(
        v.object(
          {
            when: confidence("the date is"),
            place: confidence("the place is"),
            actors: confidence("the actors are"),
            event: confidence("it is that it happened at all"),
          },
          "not-an-object",
        ),
        "How sure each aspect is: high, medium, low or contested.",
      ),
    ),
    figures: v.optional(describe(figures, "Counts by name: a number, or {low, best, high, unit}.")),
    media: v.optional(describe(list(media), "Pictures, films, sound.")),
    tags: v.optional(describe(list(id), "Ids of tags, or plain words.")),
    links: v.optional(describe(list(link), "Relations to other events.")),
  },
  "not-an-object",
)

const mapOf = <const S extends v.GenericSchema>(value: S, description: string) =>
  v.optional(describe(v.record(v.string(), value, "not-an-object"), description))

export const DocumentSchema = v.object(
  {
    $schema: v.optional(describe(text, "Address of this schema, for editors.")),
    dateline: v.optional(describe(v.literal(1, "unknown-version"), "The format's version.")),
    title: v.optional(describe(TextSchema, "The document's title.")),
    summary: v.optional(describe(TextSchema, "What the document is about (small Markdown subset).")),
    lang: v.optional(describe(text, "The language that plain strings are in (BCP 47).")),
    actors: mapOf(ActorSchema, "Actors by id."),
    places: mapOf(PlaceSchema, "Places by id."),
    types: mapOf(LabelSchema, "Types of events by id."),
    tags: mapOf(LabelSchema, "Tags by id."),
    sources: mapOf(SourceSchema, "Sources by id."),
    periods: v.optional(describe(list(PeriodSchema), "Stretches that lie behind the events.")),
    views: v.optional(describe(list(ViewSchema), "Saved views; in order they are the story.")),
    events: v.optional(describe(list(EventSchema), "The events.")),
  },
  "not-an-object",
)

/** A whole file: a document, or a bare list of events. */
export const FileSchema = v.union([DocumentSchema, list(EventSchema)], "not-a-document")

export type TextInput = v.InferInput<typeof TextSchema>
export type EventInput = v.InferInput<typeof EventSchema>
export type DocumentInput = v.InferInput<typeof DocumentSchema>

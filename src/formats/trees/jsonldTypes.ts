import type { Thing } from "./values.ts"

/** The kinds of schema.org's Event (schema.org/Event, "More specific types"), as they are called in words. */
const NAMES: Readonly<Record<string, readonly [english: string, arabic: string]>> = {
  BroadcastEvent: ["broadcast", "بث"],
  BusinessEvent: ["business event", "فعالية أعمال"],
  ChildrensEvent: ["children’s event", "فعالية للأطفال"],
  ComedyEvent: ["comedy", "عرض كوميدي"],
  ConferenceEvent: ["conference", "مؤتمر"],
  CourseInstance: ["course", "دورة تعليمية"],
  DanceEvent: ["dance", "عرض راقص"],
  DeliveryEvent: ["delivery", "تسليم"],
  EducationEvent: ["educational event", "فعالية تعليمية"],
  EventSeries: ["series of events", "سلسلة فعاليات"],
  ExhibitionEvent: ["exhibition", "معرض"],
  Festival: ["festival", "مهرجان"],
  FoodEvent: ["food event", "فعالية طعام"],
  Hackathon: ["hackathon", "هاكاثون"],
  LiteraryEvent: ["literary event", "فعالية أدبية"],
  MusicEvent: ["music", "فعالية موسيقية"],
  OnDemandEvent: ["on demand", "عرض عند الطلب"],
  PerformingArtsEvent: ["performing arts", "فنون أدائية"],
  PublicationEvent: ["publication", "نشر"],
  SaleEvent: ["sale", "تخفيضات"],
  ScreeningEvent: ["screening", "عرض سينمائي"],
  SocialEvent: ["social event", "فعالية اجتماعية"],
  SportsEvent: ["sports", "حدث رياضي"],
  TheaterEvent: ["theatre", "عرض مسرحي"],
  VisualArtsEvent: ["visual arts", "فعالية فنون بصرية"],
}

/** Whether a type of schema.org is that of an event; a publisher's own that ends so is one too. */
export function isEventType(type: string): boolean {
  return type === "Event" || Object.hasOwn(NAMES, type) || /[a-z]Event$/.test(type)
}

/** The type that says most of an event; "" where it is only one. */
export function kindOf(types: readonly string[]): string {
  return types.find(type => type !== "Event" && isEventType(type)) ?? ""
}

/** Names of kinds, as a document declares types. */
export function declaredKinds(kinds: Iterable<string>): Thing | undefined {
  const known = [...new Set(kinds)].flatMap(kind => {
    const [en, ar] = (Object.hasOwn(NAMES, kind) ? NAMES[kind] : undefined) ?? []
    return en === undefined ? [] : [[kind, { name: { en, ar } }] as const]
  })
  return known.length > 0 ? Object.fromEntries(known) : undefined
}

/** What one of the twenty kinds of events of CAMEO is called, as a type and between two actors. */
interface Kind {
  readonly en: string
  readonly ar: string
  /** In English what the first actor does, and how that goes on to the second. */
  readonly does: string
  readonly to: string
}

/** CAMEO 1.1b3, chapter 6: by the two digits of the root code. */
const KINDS: Readonly<Record<string, Kind>> = {
  "01": { en: "Public statement", ar: "تصريح علني", does: "makes a statement", to: " to" },
  "02": { en: "Appeal", ar: "مناشدة", does: "appeals", to: " to" },
  "03": {
    en: "Intent to cooperate",
    ar: "إبداء نية التعاون",
    does: "expresses intent to cooperate",
    to: " with",
  },
  "04": { en: "Consultation", ar: "تشاور", does: "consults", to: "" },
  "05": { en: "Diplomatic cooperation", ar: "تعاون دبلوماسي", does: "cooperates in diplomacy", to: " with" },
  "06": { en: "Material cooperation", ar: "تعاون مادي", does: "cooperates materially", to: " with" },
  "07": { en: "Aid", ar: "مساعدة", does: "gives aid", to: " to" },
  "08": { en: "Yielding", ar: "تنازل", does: "yields", to: " to" },
  "09": { en: "Investigation", ar: "تحقيق", does: "investigates", to: "" },
  "10": { en: "Demand", ar: "مطالبة", does: "makes demands", to: " of" },
  "11": { en: "Disapproval", ar: "استنكار", does: "disapproves", to: " of" },
  "12": { en: "Rejection", ar: "رفض", does: "refuses", to: " to go along with" },
  "13": { en: "Threat", ar: "تهديد", does: "threatens", to: "" },
  "14": { en: "Protest", ar: "احتجاج", does: "protests", to: " against" },
  "15": { en: "Show of force", ar: "استعراض قوة", does: "shows force", to: " to" },
  "16": { en: "Reduced relations", ar: "تقليص العلاقات", does: "reduces relations", to: " with" },
  "17": { en: "Coercion", ar: "إكراه", does: "coerces", to: "" },
  "18": { en: "Assault", ar: "اعتداء", does: "assaults", to: "" },
  "19": { en: "Fighting", ar: "قتال", does: "fights", to: "" },
  "20": { en: "Mass violence", ar: "عنف جماعي", does: "uses mass violence", to: " against" },
}

/** Types of actors, by the first code that says what an actor is. */
const ACTORS: Readonly<Record<string, string>> = {
  GOV: "government",
  LEG: "government",
  JUD: "government",
  ELI: "government",
  MIL: "armed-force",
  COP: "armed-force",
  SPY: "armed-force",
  UAF: "armed-force",
  REB: "group",
  INS: "group",
  SEP: "group",
  RAD: "group",
  OPP: "group",
  CRM: "group",
  CVL: "group",
  REF: "group",
  MOD: "group",
  IGO: "organization",
  IMG: "organization",
  NGO: "organization",
  NGM: "organization",
  MNC: "organization",
  BUS: "organization",
  MED: "organization",
  EDU: "organization",
  ENV: "organization",
  HLH: "organization",
  HRI: "organization",
  LAB: "organization",
  DEV: "organization",
  AGR: "organization",
}

/** The name of a kind of events in both languages; null for a code that CAMEO has not. */
export function kindOfEvent(root: string): { readonly en: string; readonly ar: string } | null {
  const kind = Object.hasOwn(KINDS, root) ? KINDS[root]! : null
  return kind && { en: kind.en, ar: kind.ar }
}

/** What happened between two actors, in both languages; an actor that is not known is left out. */
export function sayEvent(root: string, from: string, to: string): { en: string; ar: string } | null {
  const kind = Object.hasOwn(KINDS, root) ? KINDS[root]! : null
  if (!kind) return null
  const names = [from, to].filter(Boolean)
  const ar = names.length === 0 ? kind.ar : `${kind.ar}: ${names.join(" ← ")}`
  if (from === "") return { en: to === "" ? kind.en : `${kind.en}: ${to}`, ar }
  return { en: to === "" ? `${from} ${kind.does}` : `${from} ${kind.does}${kind.to} ${to}`, ar }
}

/** What an actor is, by its codes of type; a country without one acts as its government, a known group is one. */
export function kindOfActor(types: readonly string[], country: string, group: string): string | null {
  for (const type of types) if (Object.hasOwn(ACTORS, type)) return ACTORS[type]!
  if (group !== "") return "organization"
  return country !== "" && types.every(type => type === "") ? "government" : null
}

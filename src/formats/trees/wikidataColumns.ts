import { ENTITY, POINT, type Answer, type Cell } from "./sparql.ts"
import { isWikidataDate } from "./wikidataDates.ts"

/** What a variable of a query holds, and of what: the label of `place` has the role of `place`. */
export type Role =
  | "item"
  | "when"
  | "start"
  | "end"
  | "place"
  | "within"
  | "point"
  | "lat"
  | "lon"
  | "actor"
  | "type"
  | "tag"
  | "media"
  | "source"
  | "killed"
  | "injured"

/** A thing that rows are told of, by the variables that say something of it. */
export interface Column {
  readonly role: Role
  /** The thing's own name in the query: `participant`. */
  readonly base: string
  /** The variable with its address or value; null where the query asks for labels alone. */
  readonly self: string | null
  readonly labels: readonly Text[]
  readonly descriptions: readonly Text[]
  /** Of a date: the variable with its precision. */
  readonly precision: string | null
}

interface Text {
  readonly variable: string
  /** Where the variable's name says it. */
  readonly lang: string
}

/** Names of variables without case, numbers and plural, and what they hold. */
const NAMED: readonly (readonly [role: Role, names: RegExp])[] = [
  ["start", /^(start|begin|from|inception|founded|opened|datestart|startpoint)(time|date|year|ing)?$/],
  ["end", /^(end|until|finish|dissolved|closed|abolished|dateend|endpoint|to)(time|date|year)?$/],
  ["when", /^(pointintime|point_in_time|pit|date|time|datetime|when|day|year|eventdate|dateofevent)$/],
  ["within", /^(country|state|region|continent|admin|province|district|governorate|countrie)$/],
  ["point", /^(coord|coordinate|coordinatelocation|geo|point|wkt|latlon|lonlat)$/],
  ["lat", /^(lat|latitude)$/],
  ["lon", /^(lon|long|lng|longitude)$/],
  [
    "place",
    /^(place|location|loc|locality|where|city|citie|town|village|venue|site|headquarter|settlement|capital)$/,
  ],
  [
    "actor",
    /^(participant|participatingteam|actor|belligerent|combatant|side|party|partie|commander|organi[sz]er|winner|loser|person|people|human|perpetrator|target|victim|opponent|leader|attacker|defender|signatory|signatorie|speaker|attendee|member|candidate|team|who|army|force|founder|creator|author|performer|operator|owner|discoverer|successfulcandidate)$/,
  ],
  ["type", /^(type|instance|instanceof|class|classe|kind|eventtype|category|categorie|typeof)$/],
  ["tag", /^(partof|part_of|war|campaign|series|subject|topic|cause|tag|theme|facet)$/],
  ["media", /^(image|img|pic|picture|photo|thumbnail|media|video|audio|logo|map)$/],
  [
    "source",
    /^(article|sitelink|wikipedia|link|url|website|source|ref|reference|officialwebsite|describedat|page)$/,
  ],
  ["killed", /^(death|killed|fatalitie|casualtie|numberofdeath|dead|deathtoll|numdeath)$/],
  ["injured", /^(injured|wounded|injurie|numberofinjured)$/],
]

/** Roles of which an answer has one column. */
const ONE: ReadonlySet<Role> = new Set([
  "item",
  "when",
  "start",
  "end",
  "point",
  "lat",
  "lon",
  "killed",
  "injured",
])

const TEXT =
  /^(.*?)_?(Label|label|LABEL|Name|name|Description|description|Desc|AltLabel|altLabel|Title|title)(?:_?([A-Z]{2}|[A-Z][a-z])|[_-]([a-z]{2,3}))?$/

/** What the variables of an answer hold, told by their names and by what stands in them. */
export function columnsOf({ variables, rows }: Answer): readonly Column[] {
  const sampleOf = (variable: string) => sample(rows, variable)
  const texts = variables.flatMap(variable => {
    const found = TEXT.exec(variable)
    if (!found || sampleOf(variable).some(cell => cell.kind === "uri")) return []
    const [, base = "", suffix = "", capital, small] = found
    const isBare = base !== "" && !variables.includes(base) && !/label/i.test(suffix)
    // `shortName` is a text of its own; `name` is the label of the item.
    return isBare ? [] : [{ base, variable, suffix, lang: (capital ?? small ?? "").toLowerCase() }]
  })
  const precisions = variables.filter(variable => /prec/i.test(variable) && areNumbers(sampleOf(variable)))
  const known = new Set([...texts.map(({ variable }) => variable), ...precisions])
  const selves = variables.filter(variable => !known.has(variable) && !/calendar/i.test(variable))
  const item = itemAmong(selves, sampleOf)
  const labelled = texts.flatMap(({ base }) => (base !== "" && !variables.includes(base) ? [base] : []))
  const itemBase = item ?? (labelled.find(base => roleNamed(base) === null) || null)
  const taken = new Set<Role>()
  const column = (base: string, self: string | null): Column[] => {
    const role = base === itemBase ? "item" : roleOf(base, self === null ? [] : sampleOf(self))
    if (role === null || (ONE.has(role) && taken.has(role))) return []
    taken.add(role)
    const own = texts.filter(text => text.base === base || (role === "item" && text.base === ""))
    return [
      {
        role,
        base,
        self,
        labels: own.filter(text => !isDescription(text) && !/^alt/i.test(text.suffix)),
        descriptions: own.filter(isDescription),
        precision: precisionFor(base, precisions, selves.length),
      },
    ]
  }
  const found = [...selves.flatMap(variable => column(variable, variable)), ...new Set(labelled)].flatMap(
    one => (typeof one === "string" ? column(one, null) : [one]),
  )
  // A query that names nothing but its rows: `SELECT ?label ?date`.
  if (!found.some(({ role }) => role === "item"))
    found.unshift({
      ...{ role: "item", base: "", self: null, precision: null },
      labels: texts.filter(text => text.base === "" && !isDescription(text)),
      descriptions: texts.filter(text => text.base === "" && isDescription(text)),
    })
  return found
}

function isDescription({ suffix }: { readonly suffix: string }): boolean {
  return /^desc/i.test(suffix)
}

/** Rows that are looked at. */
const LOOKED_AT = 300

function sample(rows: Answer["rows"], variable: string): readonly Cell[] {
  return rows.slice(0, LOOKED_AT).flatMap(row => row.get(variable) ?? [])
}

/** The variable that rows are of: one with items that no role is named after, else the first with items. */
function itemAmong(
  variables: readonly string[],
  sampleOf: (variable: string) => readonly Cell[],
): string | null {
  const things = variables.filter(variable => sampleOf(variable).some(({ value }) => ENTITY.test(value)))
  const addresses = variables.filter(variable => sampleOf(variable).some(({ kind }) => kind === "uri"))
  const among = things.length > 0 ? things : addresses
  return among.find(name => roleNamed(name) === null) ?? (things.length > 0 ? things[0]! : null)
}

function roleNamed(name: string): Role | null {
  const folded = name
    .toLowerCase()
    .replace(/[\d_-]+$/, "")
    .replaceAll("_", "")
  const single = folded.replace(/s$/, "")
  return NAMED.find(([, names]) => names.test(folded) || names.test(single))?.[0] ?? null
}

function roleOf(base: string, cells: readonly Cell[]): Role | null {
  const named = roleNamed(base)
  const mostly = (test: (cell: Cell) => boolean) => {
    const said = cells.filter(({ kind }) => kind !== "blank")
    return said.length > 0 && said.filter(test).length * 2 > said.length
  }
  if (mostly(({ value }) => POINT.test(value))) return "point"
  if (mostly(({ value }) => isWikidataDate(value)))
    return named === "start" || named === "end" || named === "when"
      ? named
      : /birth|death|publi|modif/i.test(base)
        ? null
        : "when"
  if (named === "start" || named === "end" || named === "when")
    // Of dates there may be years alone; where all are unknown they are none.
    return cells.length === 0 || mostly(({ value }) => /^-?\d{1,9}$/.test(value)) ? named : null
  if (mostly(({ value }) => /Special:FilePath\//.test(value))) return "media"
  if (mostly(({ value }) => /^https?:\/\/[a-z-]+\.(m\.)?wikipedia\.org\//.test(value))) return "source"
  if (named !== null) return named
  return mostly(({ value }) => ENTITY.test(value)) ? "tag" : null
}

function areNumbers(cells: readonly Cell[]): boolean {
  return cells.length > 0 && cells.every(({ value }) => /^\d{1,2}$/.test(value))
}

/** `datePrecision` for `date`, `start_prec` for `start`; one alone for all dates. */
function precisionFor(base: string, precisions: readonly string[], dates: number): string | null {
  const own = precisions.find(name => name.toLowerCase().startsWith(base.toLowerCase()))
  const like = precisions.find(name => kernelOf(name) === kernelOf(base))
  return own ?? like ?? (precisions.length === 1 && dates > 0 ? precisions[0]! : null)
}

function kernelOf(name: string): string {
  return name.toLowerCase().replace(/time|date|precision|prec|_/g, "")
}

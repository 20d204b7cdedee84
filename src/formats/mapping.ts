import { foldName } from "../model/names.ts"
import { said } from "./tabular/cells.ts"
import { ENCODINGS, type Encoding } from "./tabular/encodings.ts"

/** What a column of a table can be. */
export const FIELDS = [
  "id",
  "title",
  "summary",
  "when",
  "start",
  "end",
  "year",
  "month",
  "day",
  "time",
  "hour",
  "minute",
  "second",
  "endYear",
  "endMonth",
  "endDay",
  "endTime",
  "whenText",
  "reported",
  "actor",
  "place",
  "within",
  "lat",
  "lon",
  "type",
  "status",
  "source",
  "tag",
  "killed",
  "killedMin",
  "killedMax",
  "injured",
  "injuredMin",
  "injuredMax",
  "precision",
] as const
export type Field = (typeof FIELDS)[number]

/** Which field each column holds; null for a column that is left alone. */
export interface Mapping {
  readonly columns: readonly (Field | null)[]
  /** The order of day and month where numbers leave it open; null is "by the whole column". */
  readonly order: "dmy" | "mdy" | null
}

/** What a reader cannot know from the file, and what was chosen by hand of how it is read; the rest is recognised. */
export interface ReadOptions {
  /** The time now, in ms since 1970: what lies ahead in a calendar is planned. Left out, nothing lies ahead. */
  readonly now?: number
  /** Columns beyond the last are left alone. */
  readonly columns?: Mapping["columns"]
  readonly order?: NonNullable<Mapping["order"]>
  readonly encoding?: Encoding
}

/** What a table was taken for, for whoever looks at it to see and to change. */
export interface TableShape {
  readonly header: readonly string[]
  /** Some rows below the header as they stand, long cells cut short. */
  readonly rows: readonly (readonly string[])[]
  /** What the columns were taken for, and the order of day and month where dates need one. */
  readonly mapping: Mapping
  /** null where the file is no text. */
  readonly encoding: Encoding | null
  /** The beginning of the file, by which another choice can be tried; null where the rows are all there is. */
  readonly head: Uint8Array | null
  /** Indexes of the columns that were taken by a part of their names. */
  readonly guessed: readonly number[]
  readonly doubts: readonly Doubt[]
}

/**
 * Why the columns should be looked at: no column of dates, none that says what an event is, more than one that could be it, days and months that could be
 * either, an encoding that is a guess, columns that were taken by a part of their names.
 */
export type Doubt = "named-in-part" | "no-date" | "no-title" | "several-dates" | "order" | "encoding"

/**
 * What was chosen, as the address has it: `A:title,B:start,D:actor,dmy,windows-1256`. Columns go by their letters, as in
 * spreadsheets; where none is named they are left to recognition. Parts that mean nothing are left out.
 */
export function readMapping(text: string): ReadOptions {
  const columns: (Field | null)[] = []
  let options: ReadOptions = {}
  for (const part of text.split(",")) {
    const [word = "", name = ""] = part.trim().split(":")
    const column = columnOf(word)
    const field = FIELDS.find(one => one === name)
    if (column !== null && field) {
      while (columns.length <= column) columns.push(null)
      columns[column] = field
    }
    const encoding = ENCODINGS.find(one => one === word.toLowerCase())
    if (encoding) options = { ...options, encoding }
    if (word === "dmy" || word === "mdy") options = { ...options, order: word }
  }
  return columns.length > 0 ? { ...options, columns } : options
}

/** The same as text; readMapping gives it back. "" where nothing was chosen. */
export function writeMapping({ columns = [], order, encoding }: ReadOptions): string {
  const parts = columns.flatMap((field, column) => (field ? [`${letterOf(column)}:${field}`] : []))
  return [...parts, ...(order ? [order] : []), ...(encoding ? [encoding] : [])].join(",")
}

/** A column's letter in a spreadsheet: A to Z, then AA and so on; `column` counts from 0. */
export function letterOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : letterOf(Math.floor(column / 26) - 1) + last
}

/** The column of a letter, counted from 0; null where it is none, or further out than tables of events go. */
function columnOf(letters: string): number | null {
  if (!/^[A-Za-z]{1,3}$/.test(letters)) return null
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** Names of columns, folded, in English, French, Spanish, Russian and Arabic. */
const NAMES: Readonly<Partial<Record<Field, string>>> = {
  id: "id|event id|eventid|event id cnty|globaleventid|unique id|ref no|code|uid|i d|strike id|المعرف|الرمز|الرقم|identifiant|идентификатор|no|#|№|n°|numero|номер|identificador|رقم|م|معرف",
  title:
    "content|text headline|titel|title|headline|event|name|event name|label|subject|incident|titre|evenement|titulo|evento|nombre|название|событие|заголовок|العنوان|الحدث|الحادثة|الواقعة|المعركة|الاسم|عنوان|battle|nom|incident title|event title|الموضوع|اسم الحدث|عنوان الحدث",
  summary:
    "text text|arabic text|summary|description|notes|text|details|narrative|comment|comments|resume|texte|descripcion|resumen|notas|описание|текст|الوصف|الملخص|التفاصيل|ملاحظات|النص|وصف|detalles|подробности|comentarios|remarques|примечание|примечания|تفاصيل|ملخص",
  when: "timestamp date|sqldate|datetime|point in time|when|date|event date|incident date|attack date|date of event|day date|fecha|дата|التاريخ|تاريخ|تاريخ الحادثة|تاريخ الحدث|اليوم|datum|dates|event time|дата события|fecha del evento|يوم الحدث",
  start:
    "start|start date|date start|begin|begin date|from|time start|debut|date debut|date de debut|inicio|fecha inicio|fecha de inicio|начало|дата начала|تاريخ البداية|البداية|بداية|من",
  end: "end|end date|date end|to|until|finish|time end|fin|date fin|date de fin|fecha fin|fecha de fin|конец|дата окончания|تاريخ النهاية|النهاية|نهاية|نهاية نطاق التاريخ|إلى|حتى|ended|data fin",
  year: "start date year|year|yyyy|yr|iyear|start year|annee|ano|год|السنة|العام|annees|anos|سنة|عام",
  month: "start date month|month|mo|mon|mm|imonth|start month|mois|mes|месяц|الشهر|شهر",
  day: "start date day|day|dy|dd|iday|start day|jour|dia|день|يوم",
  time: "time|start time|heure|hora|время|الوقت|الساعة",
  hour: "hour|hours|hr|hh|ihour|start hour|heures|час|часы",
  minute: "minute|minutes|mn|iminute|start minute|minuto|минута|минуты|الدقيقة|الدقائق",
  second: "second|seconds|sec|seconde|secondes|segundo|секунда|секунды|الثانية|الثواني",
  endYear: "end date year|end year",
  endMonth: "end date month|end month",
  endDay: "end date day|end day",
  endTime: "end time",
  whenText: "start date display date|display date|approxdate|date text|when text",
  reported: "reported|published|date reported|report date|publication date|dateadded|تاريخ النشر",
  actor:
    "actor|actors|actor1|actor2|actor 1|actor 2|side a|side b|gname|gname2|gname3|perpetrator|perpetrators|belligerent|belligerents|party|parties|group|who|participant|participants|organization|person|people|acteur|acteurs|actores|участник|участники|الجهة|الأطراف|الطرف|الفاعل|الفاعلون|الجهة العسكرية|المنفذ|المشاركون|actor1name|actor2name|actor name|actors name|participants name|parties name|perpetrators name|people name|organizations name|participantes|parte|partes|groupe|grupo|personnes|personas|персоны|стороны|сторона|организация|الشخصيات|الجاني|الجناة|المشارك|المتهم|جهة",
  place:
    "location name|place name|places name|venue name|location city|placelabel|place|places|location|location name|city|town|village|where|where coordinates|venue|site|lieu|ville|endroit|lugar|ciudad|место|город|المكان|الموقع|المدينة|القرية|مكان|actiongeo fullname|localite|localidad|municipio|commune|emplacement|ubicacion|село|населенный пункт|населённый пункт|البلدة|الناحية|الحي|موقع|المدينة أو القرية",
  within:
    "country|country txt|state|province|provstate|region|admin1|adm 1|governorate|district|pays|pais|страна|область|الدولة|البلد|المحافظة|المنطقة|المديرية|location country|admin2|admin3|adm 2|adm 3|provincia|departement|departamento|район|регион|провинция|governate|محافظة|دولة|بلد|منطقة",
  lat: "lat|latitude|y|خط العرض|широта|actiongeo lat|latitud|دائرة العرض",
  lon: "lon|lng|long|longitude|x|خط الطول|долгота|actiongeo long|longitud",
  type: "type name|category name|event type name|type|category|event type|kind|class|attacktype1 txt|categorie|tipo|categoria|тип|вид|النوع|التصنيف|الفئة|نوع الحدث|نوع الضربة|категория|event category|نوع|تصنيف",
  status:
    "status|certainty|certainty level|verified|us confirmed|statut|estado|статус|الحالة|قوة الأدلة|درجة التأكد|وضع",
  source:
    "source id|source|sources|url|link|reference|references|ref|citation|sourceurl|source office|source url|sources url|source link|sources link|source name|sources name|links url|fuente|fuentes|источник|المصدر|المصادر|الرابط|المرجع|scite1|lien|liens|enlace|enlaces|ссылка|ссылки|referencia|reference url|روابط|رابط|مصدر|مراجع",
  tag: "tags name|tag|tags|keywords|sub event type|disorder type|mots cles|etiquetas|теги|وسوم|الوسوم|themes|topics|palabras clave|ключевые слова|كلمات مفتاحية|الكلمات المفتاحية",
  killed:
    "killed|fatalities|deaths|dead|nkill|best|tues|muertos|погибшие|القتلى|morts|fallecidos|victimas mortales|deces|убитые|убито|погибло|الشهداء|الوفيات|عدد القتلى|عدد الشهداء",
  injured:
    "injured|wounded|injuries|nwound|blesses|heridos|раненые|الجرحى|الجرحى والمصابون|المصابون|المصابين|عدد الجرحى|ранено|пострадавшие",
  precision: "date prec|time precision|date precision",
}

const BY_NAME: ReadonlyMap<string, Field> = new Map(
  Object.entries(NAMES).flatMap(([field, names]) =>
    names.split("|").map(name => [foldName(name), field as Field] as const),
  ),
)

/** Tags of the Humanitarian Exchange Language (hxlstandard.org), which say what a column is whatever it is called. */
const HXL: readonly (readonly [tag: RegExp, field: Field])[] = [
  [/^#date\+start/, "start"],
  [/^#date\+end/, "end"],
  [/^#date\+(reported|published)/, "reported"],
  [/^#date(\+occurred)?$/, "when"],
  [/^#geo\+lat/, "lat"],
  [/^#geo\+lon/, "lon"],
  [/^#loc(\+name)?$/, "place"],
  [/^#country\+name/, "within"],
  [/^#(event|cause)\+type/, "type"],
  [/^#event\+(id|code)/, "id"],
  [/^#event(\+name)?$/, "title"],
  [/^#description/, "summary"],
  [/^#(group|org|actor)\+name/, "actor"],
  [/^#meta\+source/, "source"],
  [/^#affected\+killed/, "killed"],
  [/^#affected\+injured/, "injured"],
]

/** Whether a row holds HXL tags: some cells begin with `#`, and no cell says anything else. */
export function isTagRow(row: readonly string[]): boolean {
  const said = row.filter(cell => cell.trim() !== "")
  return said.length >= 2 && said.every(cell => /^#[a-z]/i.test(cell.trim()))
}

/** Fields of which several columns may be one; of all others the first column is taken. */
const MANY: ReadonlySet<Field> = new Set(["actor", "within", "tag"])

/** What the columns are, by their tags, else by their names, in the order in which they stand. */
export function proposeColumns(header: readonly string[], tags: readonly string[] | null): (Field | null)[] {
  const taken = new Set<Field>()
  const take = (field: Field | null): Field | null => {
    if (field === null || (taken.has(field) && !MANY.has(field))) return null
    taken.add(field)
    return field
  }
  const columns: (Field | null)[] = header.map(() => null)
  if (tags) tags.forEach((tag, i) => (columns[i] = take(fieldOfTag(tag))))
  header.forEach((name, i) => (columns[i] ??= take(fieldNamed(name))))
  // A point in one cell, where latitude and longitude have no columns of their own.
  if (!taken.has("lat") && !taken.has("lon")) {
    const point = header.findIndex((name, i) => columns[i] === null && POINTS.has(foldColumn(name)))
    if (point >= 0) columns[point] = "lat"
  }
  // "The day" is a date of its own, but one part of three beside a year.
  const today = header.findIndex((name, i) => columns[i] === "when" && DAYS.has(foldColumn(name)))
  if (today >= 0 && taken.has("year") && !taken.has("day") && !taken.has("start")) {
    columns[today] = "day"
    taken.delete("when")
  }
  // A year, a month and a day beside a whole date say the same, less well.
  const hasDate = taken.has("when") || taken.has("start")
  return hasDate ? columns.map(field => (PARTS.includes(field) ? null : field)) : columns
}

function fieldOfTag(tag: string): Field | null {
  const text = tag.trim().toLowerCase()
  return HXL.find(([pattern]) => pattern.test(text))?.[1] ?? null
}

/** Names of columns that hold whole points, folded. */
const POINTS: ReadonlySet<string> = new Set(
  "lat long|lat/long|latlong|lat lon|lat/lon|latlon|lat lng|latlng|latitude longitude|latitude/longitude|coordinates|coordinate|coords|gps|gps coordinates|geo|geom|the geom|geometry|geom wkt|geometry wkt|wkt|wkb|wkb geometry|point|geopoint|geo point|coordonnees|coordenadas|координаты|الاحداثيات|احداثيات"
    .split("|")
    .map(foldName),
)
const DAYS: ReadonlySet<string> = new Set([foldName("اليوم")])
/** Fields that a part of something has whatever it is a part of: `place.lat`, `casualties.killed`. */
const OF_PARTS: ReadonlySet<Field | null> = new Set<Field>(["lat", "lon", "killed", "injured"])
/** What else than a place has a country or a city of the event in it. */
const WHERE = /^(address|geo|geography|position|area|coordinates)$/

/**
 * The columns, with the parts of a date where they say when the rows are whose date is empty: years are known of more
 * events than days.
 */
export function withDateParts(
  columns: readonly (Field | null)[],
  header: readonly string[],
  rows: readonly (readonly string[])[],
): readonly (Field | null)[] {
  const dates = columns.flatMap((field, i) => (field === "when" || field === "start" ? [i] : []))
  const named = header.map(name => fieldNamed(name))
  const year = named.indexOf("year")
  if (dates.length === 0 || year < 0 || columns[year] !== null || columns.includes("year")) return columns
  const filled = rows.some(row => said(row[year]) !== "" && dates.every(date => said(row[date]) === ""))
  if (!filled) return columns
  return columns.map((field, i) => {
    const part = named[i]!
    return field === null && PARTS.includes(part) && named.indexOf(part) === i ? part : field
  })
}

const PARTS: readonly (Field | null)[] = ["year", "month", "day"]

/** The field of a column's name; null for a name that says nothing. */
export function fieldNamed(name: string): Field | null {
  const folded = foldColumn(name)
  const whole = BY_NAME.get(folded) ?? BY_NAME.get(folded.replaceAll(" ", ""))
  if (whole !== undefined || !name.includes(".")) return whole ?? null
  const [around, last] = [name.slice(0, name.lastIndexOf(".")), foldColumn(name.slice(name.lastIndexOf(".")))]
  const part = BY_NAME.get(last) ?? null
  const isWhere = fieldNamed(around) === "place" || WHERE.test(foldColumn(around))
  if (part === "within" || part === "place") return isWhere ? part : null
  return OF_PARTS.has(part) && last !== "best" ? part : null
}

function foldColumn(name: string): string {
  const bare = name.replace(/^\ufeff/, "").replace(/\s*[?؟:*]+\s*$/, "")
  return foldName(bare.replace(/[_\-.]+/g, " "))
}

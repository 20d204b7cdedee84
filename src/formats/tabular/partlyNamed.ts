import type { Faults } from "../../model/faults.ts"
import { foldName } from "../../model/names.ts"
import type { Field } from "../mapping.ts"
import { said, statusOf } from "./cells.ts"
import { isHijriName } from "./hijri.ts"
import { latinDigits, readLooseDate } from "./looseDates.ts"

/** Words that say what a column holds when they stand in a longer name, folded, in English, French, Spanish, Russian and Arabic. */
const STEMS: Readonly<Partial<Record<Field, string>>> = {
  title: "title|titles|headline|heading|titre|titulo|заголовок|название|عنوان",
  summary:
    "description|descriptions|notes|details|narrative|summary|comments|resume|descripcion|resumen|notas|описание|وصف|ملخص|تفاصيل|ملاحظات",
  when: "date|dates|datetime|occurred|fecha|дата|تاريخ",
  start: "start|started|begin|begins|beginning|began|debut|inicio|начало|начала|بدايه|بدء",
  end: "end|ended|ends|until|finish|finished|fin|конец|окончание|окончания|نهايه|انتهاء",
  year: "year|annee|ano|год|года|سنه|عام",
  month: "month|mois|mes|месяц|شهر",
  reported: "reported|reporting|published|publication|نشر",
  lat: "lat|latitude|широта",
  lon: "lon|lng|long|longitude|долгота",
  place:
    "location|place|city|town|village|venue|site|lieu|ville|lugar|ciudad|место|город|مكان|موقع|مدينه|قريه|بلده",
  within:
    "country|province|state|governorate|district|region|admin1|admin2|adm1|adm2|pays|pais|provincia|страна|область|регион|دوله|بلد|محافظه|منطقه|مديريه|اقليم",
  actor:
    "actor|actors|perpetrator|perpetrators|attacker|attackers|participant|participants|organisation|organization|organisations|organizations|party|parties|group|groups|belligerent|belligerents|acteur|acteurs|actores|участник|участники|организация|جهه|اطراف|طرف|فاعل|منفذ|مشاركون",
  type: "type|category|kind|categorie|tipo|categoria|тип|вид|категория|نوع|تصنيف|فئه",
  status: "status|certainty|verification|statut|estado|статус|حاله",
  source:
    "source|sources|reference|references|citation|url|link|fuente|fuentes|источник|источники|ссылка|مصدر|مصادر|رابط|مرجع",
  tag: "tags|keywords|etiquetas|теги|وسوم",
  killed: "killed|deaths|fatalities|dead|tues|morts|muertos|погибших|погибшие|убитых|قتلي|وفيات",
  injured: "injured|wounded|injuries|blesses|heridos|раненых|раненые|جرحي|مصابين|مصابون",
}

const BY_STEM: ReadonlyMap<string, Field> = new Map(
  Object.entries(STEMS).flatMap(([field, stems]) =>
    stems.split("|").map(stem => [foldName(stem), field as Field] as const),
  ),
)

/** Words by which a column speaks of something else than the event: of the file, of a person, of a number for something. */
const ASIDE: ReadonlySet<string> = new Set(
  (
    "added posted post submitted recorded received registered updated update modified modification created creation edited edit upload uploaded entry entered access accessed retrieved " +
    "birth born dob web id ids code codes iso iso2 iso3 prec precision population index count language lang user file " +
    "age photo image picture video media img thumbnail icon weapon target victim vehicle aircraft " +
    "hijri hijriyah ah qamari hegira min max low high lower upper civilian civilians children women men military " +
    "هجري هجريه قمري هجريا معرف رمز تحديث اضافه تعديل ميلاد مدنيين اطفال نساء"
  ).split(" "),
)
/** Of a count of people, all words that a count of all of them may have. */
const OF_ALL: ReadonlySet<string> = new Set(
  "total number no of people persons best estimate estimated reported nombre numero total de personnes personas число عدد مجموع اجمالي".split(
    " ",
  ),
)

/** Of two estimates the lower and the higher. */
const LEAST: ReadonlySet<string> = new Set("min minimum least low lowest lower ادني".split(" "))
const MOST: ReadonlySet<string> = new Set("max maximum most high highest upper اعلي اقصي".split(" "))

/** What the parts of a date make together with the word for one; the narrower says what it is. */
const NARROWER: readonly Field[] = ["reported", "end", "start", "year", "month", "when"]
const DATED: readonly Field[] = ["when", "start", "year"]
const MANY: ReadonlySet<Field> = new Set<Field>(["actor", "within"])

/** The words of a column's name: `eventDate_start` is "event date start"; the Arabic article is no part of a word. */
function wordsOf(name: string): string[] {
  return foldName(name.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").replace(/[^\p{L}\p{M}\p{N}]+/gu, " "))
    .split(" ")
    .map(word => (/^ال.{2}/.test(word) ? word.slice(2) : word))
}

/**
 * The field that words in a column's name point to; null where none does, or where words of different things make it the
 * property of another: `actor_type` is no type of event, `source_date` no date of one.
 */
export function fieldWithin(name: string): Field | null {
  const words = wordsOf(name)
  const bound = words.some(word => LEAST.has(word))
    ? "Min"
    : words.some(word => MOST.has(word))
      ? "Max"
      : null
  if (bound !== null) {
    const count = countOf(words.filter(word => !LEAST.has(word) && !MOST.has(word) && word !== "حد"))
    return count && `${count}${bound}`
  }
  if (words.length < 2 || words.some(word => ASIDE.has(word))) return null
  const found = new Set(words.flatMap(word => BY_STEM.get(word) ?? []))
  if (found.size === 1) {
    const [field] = found
    const isCount = field === "killed" || field === "injured"
    return isCount && !words.every(word => BY_STEM.has(word) || OF_ALL.has(word)) ? null : field!
  }
  if (found.size === 0) return null
  if ([...found].every(field => NARROWER.includes(field))) {
    const isEndOf = found.has("year") || found.has("month")
    const narrow = NARROWER.find(field => found.has(field))!
    if (!isEndOf) return narrow
    const part = found.has("month") ? "Month" : "Year"
    return narrow === "end" ? `end${part}` : found.has("reported") ? null : (part.toLowerCase() as Field)
  }
  const isWhere = [...found].every(field => field === "place" || field === "within")
  return isWhere ? "within" : null
}

/** What is counted by a name all of whose words are of that. */
function countOf(words: readonly string[]): "killed" | "injured" | null {
  const found = new Set(words.filter(word => !OF_ALL.has(word)).map(word => BY_STEM.get(word)))
  const [field] = found
  return found.size === 1 && (field === "killed" || field === "injured") ? field : null
}

/** Whether cells may be of a field; texts may be anything. */
function fits(field: Field, cells: readonly string[]): boolean {
  const most = (test: (cell: string) => boolean) => cells.filter(test).length >= cells.length * 0.8
  const numbers = (from: number, to: number) =>
    most(cell => {
      const value = Number(latinDigits(cell))
      return value >= from && value <= to
    })
  switch (field) {
    case "when":
    case "start":
    case "end":
    case "reported":
      return most(cell => readLooseDate(cell, "dmy") !== null)
    case "year":
    case "endYear":
      return most(cell => /^-?\d{1,5}$/.test(latinDigits(cell)))
    case "month":
    case "endMonth":
      return numbers(0, 12)
    case "lat":
      return numbers(-90, 90)
    case "lon":
      return numbers(-180, 180)
    case "killed":
    case "killedMin":
    case "killedMax":
    case "injured":
    case "injuredMin":
    case "injuredMax":
      return numbers(0, Infinity)
    case "status":
      return most(cell => statusOf(cell) !== null)
    case "title":
    case "summary":
    case "actor":
    case "place":
    case "within":
    case "type":
      return most(cell => /\p{L}/u.test(cell))
    default:
      return true
  }
}

/**
 * Columns that are left alone so far, by words within their names and only where their cells agree: a field that another
 * column has stays there. Gives all columns, and the indexes of those taken so, for whoever looks at them to doubt.
 */
export function withPartlyNamed(
  columns: readonly (Field | null)[],
  header: readonly string[],
  rows: readonly (readonly string[])[],
): { readonly columns: readonly (Field | null)[]; readonly guessed: readonly number[] } {
  const taken = new Set(columns)
  const isDated = taken.has("when") || taken.has("start")
  let guessed: number[] = []
  // A name that says exactly what it holds has been taken already; several columns of one kind may be more than was meant.
  const own = new Set(taken)
  const found = columns.map((field, column) => {
    if (field !== null) return field
    const within = fieldWithin(header[column] ?? "")
    if (within === null || own.has(within) || (taken.has(within) && !MANY.has(within))) return null
    if (within === "when" && (isDated || taken.has("start") || taken.has("when"))) return null
    if ((within === "year" || within === "month") && isDated) return null
    if (within === "start" && taken.has("when")) return null
    const cells = rows.map(row => said(row[column])).filter(Boolean)
    if (cells.length === 0 || !fits(within, cells)) return null
    taken.add(within)
    guessed.push(column)
    return within
  })
  // A date of another calendar says when where nothing else does.
  if (!DATED.some(field => taken.has(field))) {
    const hijri = header.findIndex((name, i) => found[i] === null && isHijriName(name))
    if (hijri >= 0) {
      found[hijri] = "when"
      guessed.push(hijri)
    }
  }
  // Half a point is none.
  if (found.includes("lat") !== found.includes("lon")) {
    const isHalf = (column: number) => found[column] === "lat" || found[column] === "lon"
    for (const column of guessed.filter(isHalf)) found[column] = null
    guessed = guessed.filter(column => found[column] !== null)
  }
  return { columns: guessed.length > 0 ? found : columns, guessed }
}

/** Says of each column that was taken by a part of its name what it was taken for. */
export function reportGuessed(
  columns: readonly (Field | null)[],
  guessed: readonly number[],
  header: readonly string[],
  faults: Faults,
): void {
  for (const column of guessed)
    faults.add({
      code: "guessed-column",
      severity: "repaired",
      where: { column: header[column] },
      found: header[column],
      wanted: { word: "known-name", of: columns[column]! },
    })
}

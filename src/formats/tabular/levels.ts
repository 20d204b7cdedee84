import { foldName } from "../../model/names.ts"

/** Words in the names of columns of wider places, from the narrowest to the widest. */
const LEVELS: readonly RegExp[] = [
  /\b(ad?mi?n?\.? ?[45]|neighbou?rhood|quarter|حي)\b|(^|\s)(ال)?حي($|\s)/,
  /\b(ad?mi?n? ?3|subdistrict|sub district|commune|county|municipality)\b|ناحيه|بلديه/,
  /\b(ad?mi?n? ?2|district|raion|rayon|kreis)\b|مديريه|قضاء|مركز|район/,
  /منطقه/,
  /\b(ad?mi?n? ?1|province|provstate|governorate|state|oblast|wilaya|wilayat|departement|provincia)\b|محافظه|ولايه|область/,
  /\b(region|area)\b|اقليم|регион/,
  /\b(country|country txt|nation|pays|pais|location country)\b|دوله|بلد|страна/,
  /\b(continent|world)\b|قاره/,
]

/** How wide the places of a column are by its name: more is wider. A name that says nothing is a region. */
export function levelOf(name: string): number {
  const folded = foldName(name.replace(/[_\-.]+/g, " "))
  const level = LEVELS.findIndex(words => words.test(folded))
  return level < 0 ? 5 : level
}

/** How exact a place of GDELT is, by `ActionGeo_Type`: a country, a state or a city of the United States, a city or a province elsewhere. */
export const PRECISIONS: Readonly<Record<string, string>> = {
  1: "country",
  2: "region",
  3: "city",
  4: "city",
  5: "region",
}

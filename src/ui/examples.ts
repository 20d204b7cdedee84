/** Openly licensed files that the page can open; they lie in public/examples, sources and licences in its README. */
export interface Example {
  /** Address, from the page. */
  readonly data: string
  readonly title: { readonly en: string; readonly ar: string }
  readonly about: { readonly en: string; readonly ar: string }
  readonly source: string
  readonly licence: string
  readonly url: string
}

export const EXAMPLES: readonly Example[] = [
  {
    data: "examples/earthquakes.tsv",
    title: { en: "Great earthquakes since 2150 BCE", ar: "زلازل كبرى منذ 2150 ق.م." },
    about: {
      en: "Some six thousand earthquakes by country, as a plain table.",
      ar: "نحو ستة آلاف زلزال بحسب البلد، في جدول نصي.",
    },
    source: "NOAA/NCEI Significant Earthquake Database",
    licence: "public domain",
    url: "https://doi.org/10.7289/V5TD9V7K",
  },
  {
    data: "examples/crusades.json",
    title: { en: "The Crusades as Muslim authors tell them", ar: "الحروب الصليبية كما يرويها مؤرخون مسلمون" },
    about: {
      en: "790 events by six authors, in Arabic, English and Turkish.",
      ar: "790 حدثًا عند ستة مؤلفين، بالعربية والإنجليزية والتركية.",
    },
    source: "Ali Çetinkaya, Hüseyin Gökalp: Ṣalībiyyāt Atlas",
    licence: "CC BY-SA 4.0",
    url: "https://creativecommons.org/licenses/by-sa/4.0/",
  },
]

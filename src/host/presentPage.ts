/** How the page around the viewer is presented: in which language and direction, under which title, light or dark. */
interface Presented {
  readonly lang: string
  readonly dir: "ltr" | "rtl"
  readonly title: string
  readonly theme: string
}

/** Gives a page of which the viewer is the whole its language, direction, title and theme. */
export function presentPage({ lang, dir, title, theme }: Presented): void {
  const page = document.documentElement
  page.lang = lang
  page.dir = dir
  page.dataset.theme = theme
  document.title = title
}

/** The report in data/report, checked when the page is built (vite.config.ts). */
declare module "built-in:report" {
  export const document: import("../model/document.ts").Document
}

/** Where the reader's script lies (vite.config.ts); null in the program in one piece, which is its own reader. */
declare module "built-in:reader" {
  export const address: string | null
}

/** All styles of the viewer as one text, for a shadow root (vite.config.ts). */
declare module "built-in:styles" {
  export const styles: string
}

/** The report in data/report, made a table when the page is built (build/builtInReport.ts). */
declare module "built-in:report" {
  export function loadParts(): Promise<import("../table/parts.ts").TableParts>
}

/** Where the reader's script lies (vite.config.ts); null in the program in one piece, which is its own reader. */
declare module "built-in:reader" {
  export const address: string | null
}

/** All styles of the viewer as one text, for a shadow root (vite.config.ts). */
declare module "built-in:styles" {
  export const styles: string
}

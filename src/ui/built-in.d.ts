/** The report in data/report, checked when the page is built (vite.config.ts). */
declare module "built-in:report" {
  export const document: import("../model/document.ts").Document
}

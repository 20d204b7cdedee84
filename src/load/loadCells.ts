import { once } from "../formats/once.ts"

/** What takes the rows of a plain table from where they lie; it comes with what reads tables. */
export const loadCells = once(() => import("./cells.ts"))

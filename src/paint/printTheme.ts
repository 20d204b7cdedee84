import { LIGHT, type Theme } from "./theme.ts"

/** Black on white, for paper; the colours of the light theme, which hold on white as well. */
export const PRINT: Theme = {
  ...LIGHT,
  paper: "#ffffff",
  ink: "#000000",
  secondary: "#4d4a44",
  rule: "#cccccc",
  strong: "#888888",
  accent: "#000000",
}

/** Every colour that is painted, as CSS colours. */
export interface Theme {
  readonly paper: string
  readonly ink: string
  readonly secondary: string
  /** Hairlines that part lanes and mark minor ticks. */
  readonly rule: string
  /** Lines of major ticks, leaders, brackets of what has no colour. */
  readonly strong: string
  /** What is chosen or focused. */
  readonly accent: string
  /** One for each slot of a type. */
  readonly types: readonly string[]
  /** Types beyond the slots. */
  readonly grey: string
  /** What does not pass the filters: ink at 18 %. */
  readonly failing: string
  /** Stretches behind the events. */
  readonly period: string
  /** Stretches that somebody looked at. */
  readonly coverage: string
  /** Whether forms must do without tints, as where the system enforces its few colours. */
  readonly plain: boolean
}

/*
 * The types begin from Okabe and Ito's palette (2008), muted towards print and parted in lightness, so that any two stay
 * apart under protanopia, deuteranopia and tritanopia and each has 3 : 1 on its paper; tests/paint/theme.test.ts holds
 * them to it. In order: blue, vermilion, green, ochre, purple, deep blue, rose.
 */
export const LIGHT: Theme = {
  paper: "#fbfaf7",
  ink: "#1d1c1a",
  secondary: "#6a665e",
  rule: "#e5e1d8",
  strong: "#a8a295",
  accent: "#0b62a6",
  types: ["#3884c8", "#a0341a", "#2c7853", "#ab8824", "#7a4a94", "#123f5c", "#d06b9d"],
  grey: "#77726a",
  failing: "rgb(29 28 26 / 0.18)",
  period: "rgb(120 104 64 / 0.09)",
  coverage: "rgb(29 28 26 / 0.045)",
  plain: false,
}

export const DARK: Theme = {
  paper: "#161513",
  ink: "#ece9e2",
  secondary: "#a39d92",
  rule: "#34312c",
  strong: "#6f6a60",
  accent: "#7db8ea",
  types: ["#5aa6ea", "#d96f47", "#98d0a6", "#e6b53c", "#a36cc8", "#3fdcec", "#c793a6"],
  grey: "#9a948a",
  failing: "rgb(236 233 226 / 0.18)",
  period: "rgb(226 206 150 / 0.1)",
  coverage: "rgb(236 233 226 / 0.05)",
  plain: false,
}

/** The system's own colours, where it enforces them: form alone tells the rest. */
export const FORCED: Theme = {
  paper: "Canvas",
  ink: "CanvasText",
  secondary: "CanvasText",
  rule: "GrayText",
  strong: "CanvasText",
  accent: "Highlight",
  types: Array.from({ length: LIGHT.types.length }, () => "CanvasText"),
  grey: "CanvasText",
  failing: "GrayText",
  period: "Canvas",
  coverage: "Canvas",
  plain: true,
}

/** What a page may set of a theme. */
export type Tokens = Pick<Theme, "ink" | "paper" | "accent" | "rule" | "strong" | "types">

/** A theme with other tokens; what is ink seen through is that of the new ink. */
export function withColours(theme: Theme, tokens: Tokens): Theme {
  const inkAt = (part: number) => `color-mix(in srgb, ${tokens.ink} ${part}%, transparent)`
  return { ...theme, ...tokens, failing: inkAt(18), coverage: inkAt(4.5) }
}

/** Colour of a type's slot; grey for -1 and for slots there are not. */
export function typeColour(theme: Theme, slot: number): string {
  return theme.types[slot] ?? theme.grey
}

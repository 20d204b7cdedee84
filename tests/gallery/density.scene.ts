import { draw } from "./draw.ts"

const START = Date.UTC(2016, 0, 1)
const PEOPLE = ["Crowded", "Busy", "Quiet"]

/** Lanes too dense for marks turn to density; the others stay. A golden-ratio walk spreads the days evenly. */
export default draw({
  field: "actor",
  room: 300,
  dim: true,
  selection: { q: "even" },
  events: Array.from({ length: 1300 }, (_, i) => ({
    id: `e${i}`,
    when: new Date(START + ((i * 0.618034) % 1) ** 2 * 300 * 86_400_000).toISOString().slice(0, 10),
    title: i % 3 ? "even" : "odd",
    actors: [PEOPLE[i < 1100 ? 0 : i < 1280 ? 1 : 2]],
    type: `t${i % 3}`,
  })),
})

import { draw } from "./draw.ts"

const WHENS = [
  "2016-11~",
  "2016-11-05~/2016-11-20",
  "/2016-11-12",
  "2016-11-12/..",
  "[2016-11-05..2016-11-20]",
]

/** Uncertain dates of what was planned, claimed, merely possible, or called off. */
export default draw({
  view: "2016-10-01/2016-12-20",
  room: 900,
  events: ["planned", "claimed", "possible", "cancelled"].flatMap((status, s) =>
    WHENS.map((when, i) => ({ id: `${s}${i}`, when, title: `${status} ${when}`, status, type: `t${s}` })),
  ),
})

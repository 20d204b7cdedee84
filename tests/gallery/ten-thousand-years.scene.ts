import { draw } from "./draw.ts"

/** Ten thousand years in one view. */
export default draw({
  room: 220,
  events: [
    { id: "a", when: "Y-10000~/-8000~", title: "Grain is sown along the rivers", type: "a" },
    { id: "b", when: "-3200~", title: "Writing on clay", type: "b" },
    { id: "c", when: "-2600/-2500", title: "Great pyramids", type: "c" },
    { id: "d", when: "0622-07-16", title: "Year one of the Hijra", type: "d" },
    { id: "e", when: "1969-07-20", title: "A step on the moon", type: "e" },
    { id: "f", when: "2016/..", title: "Goes on", type: "a" },
  ],
})

import { draw } from "./draw.ts"

/** Years before the common era, and what merely belongs to a century. */
export default draw({
  room: 220,
  events: [
    { id: "a", when: "-0508", title: "Reforms of Cleisthenes", type: "law" },
    { id: "b", when: "-0498/-0448", title: "Wars with Persia", type: "war" },
    { id: "c", when: "-0489-09~", title: "Marathon", type: "war" },
    { id: "d", when: "-0430/-0403", title: "Peloponnesian War", type: "war" },
    { id: "e", when: "-04XX", title: "Some time in that century", type: "law" },
    { id: "f", when: "0014-08-19", title: "Augustus dies", type: "law" },
  ],
})

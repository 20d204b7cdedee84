type Camera = typeof import("./camera.ts")

/** Camera glide for what stands in the first picture, which nobody moves before it does. */
export function glide(...to: Parameters<Camera["glide"]>): void {
  import("./camera.ts").then(
    camera => camera.glide(...to),
    () => {},
  )
}

/** The same of centreOn. */
export function centreOn(...on: Parameters<Camera["centreOn"]>): void {
  import("./camera.ts").then(
    camera => camera.centreOn(...on),
    () => {},
  )
}

/** For each code of a failure one sentence on what stopped the work and one on what to do. */
export type Failures = Readonly<Record<string, readonly [what: string, next: string]>>

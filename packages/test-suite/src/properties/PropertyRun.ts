/** What fails, and how to have it again. */
export interface Finding {
  readonly seed: number
  readonly path: string | null
  readonly message: string
  readonly because: string
}

/** One line of the tally that `fuzz` reads: what one property tried, and what it found. */
export interface PropertyRun {
  readonly file: string | undefined
  readonly test: string | undefined
  readonly seeds: number
  readonly cases: number
  readonly found?: Finding
}

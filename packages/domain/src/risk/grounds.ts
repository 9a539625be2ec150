/**
 * What a rule's judgement of an episode rests on: `others` is which other episodes there are and when they began,
 * `latest` whether it is the latest, `grading` its risk and kind, `ending` how it ended.
 */
export type Ground = "others" | "latest" | "grading" | "ending" | "interview" | "plan"

export const grounds: Readonly<Record<Ground, number>> = {
  others: 1,
  latest: 2,
  grading: 4,
  ending: 8,
  interview: 16,
  plan: 32
}

export const EVERY_GROUND = 63

/** Several grounds as one number. */
export const maskOf = (several: ReadonlyArray<Ground>): number =>
  several.reduce((mask, ground) => mask | grounds[ground], 0)

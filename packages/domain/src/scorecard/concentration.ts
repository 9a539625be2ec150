import type { Definition } from "./definition.ts"

export const FIVE = 5

/** How far the month's episodes are those of few children. */
export interface Concentration {
  /** Episodes of the five children who had most. */
  readonly topFiveChildren: number
  /** All episodes of the month. */
  readonly of: number
}

const sumOf = (counts: ReadonlyArray<number>): number => counts.reduce((sum, count) => sum + count, 0)

/** The month's episodes of the five children with most of them, from how many each child had. */
export const concentrationOf = (byChild: ReadonlyMap<number, number>): Concentration => {
  const most = [...byChild.values()].sort((a, b) => b - a)
  return { topFiveChildren: sumOf(most.slice(0, FIVE)), of: sumOf(most) }
}

export const concentrationDefinition: Definition = {
  field: "concentration",
  counts: "Episodes of the month of the five children with most of them, beside all episodes of the month.",
  source: "Gateshead 2021-22: of 723 episodes one child had 30, which a total does not show"
}

/** Entries appear in order of position, so a reader who has seen one never finds an earlier one later. */
export interface Claim {
  /** The first of the claimed positions. */
  readonly first: number
}

export interface Positions {
  readonly claim: (count: number) => Claim
  /** The entries are durable: `show` is called when their turn comes. */
  readonly keep: (claim: Claim, show: () => void) => void
  /** The write failed. Its positions go to the next claim, unless a later one has begun already. */
  readonly giveUp: (claim: Claim) => void
}

interface OpenClaim extends Claim {
  outcome: "writing" | "given up" | (() => void)
}

/** `last` is the highest position in use. */
export const makePositions = (last: number): Positions => {
  let next = last + 1
  const open: Array<OpenClaim> = []

  const settle = (claim: Claim, outcome: OpenClaim["outcome"]): void => {
    const settled = open.find((candidate) => candidate === claim)
    if (settled === undefined) return
    settled.outcome = outcome
    for (let latest = open.at(-1); latest?.outcome === "given up"; latest = open.at(-1)) {
      next = latest.first
      open.pop()
    }
    for (let earliest = open[0]; earliest !== undefined && earliest.outcome !== "writing"; earliest = open[0]) {
      open.shift()
      if (earliest.outcome !== "given up") earliest.outcome()
    }
  }

  return {
    claim: (count) => {
      const claim: OpenClaim = { first: next, outcome: "writing" }
      next += count
      open.push(claim)
      return claim
    },
    keep: settle,
    giveUp: (claim) => settle(claim, "given up")
  }
}

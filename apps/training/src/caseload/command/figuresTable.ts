import { type Claim, isMet } from "../figures/claims.ts"

const number = (value: number): string => value.toLocaleString("en-GB", { maximumFractionDigits: 2 })

const difference = ({ claimed, generated }: Claim): string => {
  if (claimed === 0) return generated === 0 ? "0.0 %" : "-"
  return `${((100 * (generated - claimed)) / claimed).toFixed(1)} %`
}

const standing = (claim: Claim): string => {
  if (!isMet(claim)) return "NOT MET"
  return Math.abs(claim.generated - claim.claimed) <= 0.02 * claim.claimed ? "within 2 %" : "nearest whole number"
}

/** What was claimed, what came of it and how far the two lie apart, for people. */
export const figuresTable = (claims: ReadonlyArray<Claim>, notes: ReadonlyArray<string>): string => {
  const rows = [
    ["figure", "claimed", "generated", "difference", ""],
    ...claims.map((claim) => [
      claim.figure,
      number(claim.claimed),
      number(claim.generated),
      difference(claim),
      standing(claim)
    ])
  ]
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0))
  const lines = rows.map(([figure = "", claimed = "", generated = "", apart = "", met = ""]) =>
    [figure.padEnd(width(0)), claimed.padStart(width(1)), generated.padStart(width(2)), apart.padStart(width(3)), met]
      .join("  ")
      .trimEnd()
  )
  return [...lines, "", ...notes].join("\n")
}

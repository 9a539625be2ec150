import type { CaseloadSize } from "../figures/caseloadSize.ts"
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

const basis = (size: CaseloadSize): string =>
  typeof size === "number"
    ? `Claimed: England's figures, brought down to ${number(size)} children missing.`
    : "Claimed: the area's published counts; days, ages and placements by England's shares, the only ones published."

/** What was claimed, what came of it and how far the two lie apart, for people. */
export const figuresTable = (size: CaseloadSize, claims: ReadonlyArray<Claim>): string => {
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
  return [
    ...lines,
    "",
    basis(size),
    "Source: DfE, Children looked after in England including adoptions, reporting year 2024."
  ].join("\n")
}

/** What pages use of the package, and what each may cost them: kilobytes, minified and gzipped, calendars included. */
interface BundledUse {
  readonly use: string
  readonly source: string
  /** At most this many kilobytes of ours, and this many with what is used of effect. */
  readonly ours: number
  readonly withEffect: number
}

export const bundledUses: ReadonlyArray<BundledUse> = [
  {
    use: "both deadlines of a return under a shipped policy",
    source: `export { clocksFor, formatInstant, parseInstant, rotherham } from "@safe-return/domain"`,
    ours: 9,
    withEffect: 12
  },
  {
    use: "working days and bank holidays",
    source: `export { englandAndWales, parseCivilDay, workingDayAfter } from "@safe-return/domain/calendar"`,
    ours: 4,
    withEffect: 8
  },
  {
    use: "what may be recorded",
    source: `export { decide, emptyChildState, fold } from "@safe-return/domain/pathway"`,
    ours: 38,
    withEffect: 62
  },
  {
    use: "risk triggers",
    source: `export { triggersFired } from "@safe-return/domain/risk"`,
    ours: 19,
    withEffect: 43
  },
  {
    use: "a scorecard",
    source: `export { scorecardOf } from "@safe-return/domain/scorecard"`,
    ours: 12,
    withEffect: 35
  },
  {
    use: "the figures of children missing education",
    source: `export { censusReturnOf, educationScorecardOf } from "@safe-return/domain/education"`,
    ours: 4,
    withEffect: 27
  },
  {
    use: "what may be recorded of a child missing education",
    source: `export { decideCase, emptyPupilState, foldCases } from "@safe-return/domain/education"`,
    ours: 9,
    withEffect: 32
  },
  {
    use: "all of children missing education",
    source: `export * from "@safe-return/domain/education"`,
    ours: 26,
    withEffect: 50
  },
  {
    use: "the joined-up view",
    source: `export * from "@safe-return/domain/joinedUp"`,
    ours: 7,
    withEffect: 30
  },
  { use: "everything", source: `export * from "@safe-return/domain"`, ours: 97, withEffect: 122 }
]

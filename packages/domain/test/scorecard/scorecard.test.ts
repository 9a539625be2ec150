import fc from "fast-check"
import { expect, test } from "vitest"
import { scorecardCases } from "./arbitraryTable.ts"
import { reckonScorecard } from "./independentReckoning.ts"
import { ourScorecard, withoutSentences } from "./ourScorecard.ts"

/** The same rows in another order. */
const shuffled = scorecardCases.chain((one) =>
  fc
    .shuffledSubarray([...one.table], { minLength: one.table.length })
    .map((table) => ({ one, again: { ...one, table } }))
)

test("every field of a scorecard is what a second reckoning comes to, whatever the table", () => {
  fc.assert(
    fc.property(scorecardCases, (one) => {
      const reckoned = reckonScorecard(one.table, one.month, one.asOf, one.rules)
      expect(withoutSentences(ourScorecard(one))).toEqual(JSON.parse(JSON.stringify(reckoned)))
    }),
    { numRuns: 100 }
  )
})

test("a scorecard is the same in whatever order the rows come", () => {
  fc.assert(
    fc.property(shuffled, ({ one, again }) => {
      expect(ourScorecard(again)).toEqual(ourScorecard(one))
    }),
    { numRuns: 50 }
  )
})

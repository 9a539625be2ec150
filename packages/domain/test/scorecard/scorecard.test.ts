import fc from "fast-check"
import { expect, test } from "vitest"
import { scorecardCases } from "./arbitraryTable.ts"
import { reckonScorecard } from "./independentReckoning.ts"
import { ourScorecard, withoutSentences } from "./ourScorecard.ts"

test("every field of a scorecard is what a second reckoning comes to, whatever the table", () => {
  fc.assert(
    fc.property(scorecardCases, (one) => {
      const reckoned = reckonScorecard(one.table, one.month, one.asOf, one.rules)
      expect(withoutSentences(ourScorecard(one))).toEqual(JSON.parse(JSON.stringify(reckoned)))
    }),
    { numRuns: 100 }
  )
})

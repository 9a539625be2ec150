import { expect, test } from "vitest"
import { rotherham } from "../../src/policy/index.ts"
import { suppressRaised } from "../../src/policyComparison/index.ts"

const SHOWN_FROM = 5
const MOST = 14

interface Truth {
  readonly both: number
  readonly before: number
  readonly noLonger: number
  readonly newly: number
  readonly after: number
}

const upTo = (most: number) => Array.from({ length: most + 1 }, (_, count) => count)

const truths: ReadonlyArray<Truth> = upTo(MOST).flatMap((both) =>
  upTo(MOST).flatMap((noLonger) =>
    upTo(MOST).map((newly) => ({ both, before: both + noLonger, noLonger, newly, after: both + newly }))
  )
)

const published = ({ both: _, ...counts }: Truth): string =>
  JSON.stringify(
    suppressRaised([{ rule: "r", title: "R", months: [{ month: "2026-11", ...counts }] }], [rotherham])[0]?.months
  )

test("no count of 1 to 4 children can be told from what is published of a month", () => {
  const alike = Map.groupBy(truths, published)
  for (const [shown, possible] of alike) {
    for (const count of ["both", "before", "noLonger", "newly", "after"] as const) {
      const values = new Set(possible.map((truth) => truth[count]))
      const [only] = values
      const isTold = values.size === 1 && only !== undefined && only > 0 && only < SHOWN_FROM
      expect([shown, count, isTold]).toEqual([shown, count, false])
    }
  }
})

test("a month in which no count is small is published to the nearest 10", () => {
  expect(published({ both: 7, before: 12, noLonger: 5, newly: 0, after: 7 })).toContain(
    '"before":10,"noLonger":10,"newly":0,"after":10'
  )
  expect(published({ both: 0, before: 0, noLonger: 0, newly: 0, after: 0 })).not.toContain('c"')
})

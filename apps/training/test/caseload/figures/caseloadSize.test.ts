import fc from "fast-check"
import { expect, test } from "vitest"
import { FEWEST_CHILDREN, figuresOf, MOST_CHILDREN, parseSize } from "../../../src/caseload/figures/caseloadSize.ts"
import { areas } from "../../../src/caseload/figures/published.ts"

test("a published area has its published figures", () => {
  for (const area of ["england", "yorkshire-and-the-humber", "rotherham"] as const) {
    expect(figuresOf(area)).toEqual(areas[area])
  }
  expect(figuresOf(areas.england.missing.children)).toEqual(areas.england)
})

test("the published average comes of the published counts", () => {
  const averages = Object.values(areas).map(({ missing }) => (missing.incidents / missing.children).toFixed(1))
  expect(averages).toEqual(["6.5", "4.9", "5.6"])
})

test("every number of children has figures that can be dealt out", () => {
  fc.assert(
    fc.property(fc.integer({ min: FEWEST_CHILDREN, max: MOST_CHILDREN }), (children) => {
      for (const figures of Object.values(figuresOf(children))) {
        expect(figures.childrenMoreThanOnce).toBeLessThanOrEqual(figures.children)
        expect(figures.incidents).toBeGreaterThanOrEqual(figures.children + figures.childrenMoreThanOnce)
        expect(figures.incidents - figures.children).toBeLessThan(23 * figures.childrenMoreThanOnce)
        expect(figures.notBack).toBeLessThanOrEqual(figures.childrenMoreThanOnce)
      }
      expect(figuresOf(children).missing.children).toBe(children)
    }),
    { numRuns: 500 }
  )
})

test("a size is typed as an area or as a number of children in range", () => {
  expect(["england", "rotherham", "12", "100000"].map(parseSize)).toEqual(["england", "rotherham", 12, 100_000])
  for (const text of ["11", "100001", "0", "-12", "12.5", "1e3", "Leeds", "toString", ""]) {
    expect([text, parseSize(text)]).toEqual([text, undefined])
  }
})

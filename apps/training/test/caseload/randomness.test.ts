import { describe, expect, it } from "vitest"
import { seeded } from "../../src/caseload/randomness.ts"

describe("seeded", () => {
  it("gives mulberry32's published sequence for seed 1", () => {
    const random = seeded(1)
    expect([random.fraction(), random.fraction()]).toEqual([0.6270739405881613, 0.002735721180215478])
  })

  it("draws whole numbers from one end to the other, both included", () => {
    const random = seeded(5)
    const drawn = new Set(Array.from({ length: 200 }, () => random.between(3, 6)))
    expect([...drawn].sort()).toEqual([3, 4, 5, 6])
  })

  it("draws choices in proportion to their weights", () => {
    const random = seeded(5)
    const drawn = Array.from({ length: 4_000 }, () =>
      random.weighted<string>([
        ["often", 3],
        ["never", 0],
        ["once", 1]
      ])
    )
    expect(drawn.filter((choice) => choice === "often").length / drawn.length).toBeCloseTo(0.75, 1)
    expect(drawn).not.toContain("never")
  })

  it("shuffles without losing or doubling anything", () => {
    const items = Array.from({ length: 50 }, (_, item) => item)
    const shuffled = seeded(5).shuffled(items)
    expect(shuffled).not.toEqual(items)
    expect([...shuffled].sort((a, b) => a - b)).toEqual(items)
  })
})

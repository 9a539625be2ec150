import { describe, expect, it } from "@effect/vitest"
import fc from "fast-check"
import { makePositions } from "../../src/lowdb/positions.ts"

describe("positions", () => {
  it("are shown in order, each as soon as all before it are settled", () => {
    const positions = makePositions(10)
    const shown: Array<number> = []
    const claims = [positions.claim(2), positions.claim(1), positions.claim(1)] as const
    const keep = (claim: (typeof claims)[number]) => positions.keep(claim, () => shown.push(claim.first))
    expect(claims.map(({ first }) => first)).toEqual([11, 13, 14])
    keep(claims[2])
    expect(shown).toEqual([])
    keep(claims[0])
    expect(shown).toEqual([11])
    keep(claims[1])
    expect(shown).toEqual([11, 13, 14])
  })

  it("of a failed write are used again when nothing was claimed after it", () => {
    const positions = makePositions(0)
    positions.giveUp(positions.claim(3))
    expect(positions.claim(1).first).toBe(1)
  })

  it("of a failed write stay unused when something was", () => {
    const positions = makePositions(0)
    const failed = positions.claim(3)
    const other = positions.claim(1)
    positions.giveUp(failed)
    positions.keep(other, () => {})
    expect(positions.claim(1).first).toBe(5)
  })

  it("are shown in order, once and never reused, whatever ends first and whatever fails", () => {
    const settlement = fc.record({ count: fc.integer({ min: 1, max: 3 }), fails: fc.boolean(), after: fc.nat(6) })
    fc.assert(
      fc.property(fc.array(settlement, { maxLength: 30 }), (writes) => {
        const positions = makePositions(0)
        const shown: Array<number> = []
        let kept = 0
        const waiting: Array<() => void> = []
        for (const { count, fails, after } of writes) {
          const claim = positions.claim(count)
          const numbers = Array.from({ length: count }, (_, index) => claim.first + index)
          if (!fails) kept += count
          waiting.push(() => (fails ? positions.giveUp(claim) : positions.keep(claim, () => shown.push(...numbers))))
          if (waiting.length > after) waiting.splice(after, 1).forEach((settle) => void settle())
        }
        for (const settle of waiting.reverse()) settle()
        expect(shown).toHaveLength(kept)
        expect(shown.every((position, index) => position > (shown[index - 1] ?? 0))).toBe(true)
      })
    )
  })
})

import { Instant } from "@safe-return/domain/calendar"
import { ChildReference } from "@safe-return/domain/pathway"
import { beforeEach, describe, expect, it } from "vitest"
import { DueIndex, type LookResult } from "../../src/look/DueIndex.ts"

const child = ChildReference.make("LCS-1")
const MINUTE = 60_000
const nothing: LookResult = {
  nextLookAt: undefined,
  isUnsettled: false,
  restsUntil: undefined,
  now: Instant(0),
  forward: 0
}

let attention: DueIndex
/** By the wall and by the clock that goes forward, in minutes since the first look at everybody. */
const neededAt = (wall: number, forward = wall) => {
  const needed = attention.needed(Instant(wall * MINUTE), forward * MINUTE)
  return needed === "everybody" ? needed : [...needed]
}
const looked = (said: Partial<LookResult>, turn = attention.begin()) =>
  attention.looked(child, turn, { ...nothing, ...said })

beforeEach(() => {
  attention = new DueIndex()
  expect(neededAt(0)).toBe("everybody")
})

describe("when time brings something next", () => {
  it("is the first moment to come of any child, and who it was brought to by then is named", () => {
    const other = ChildReference.make("LCS-2")
    looked({ nextLookAt: Instant(3 * MINUTE) })
    attention.looked(other, attention.begin(), { ...nothing, nextLookAt: Instant(5 * MINUTE) })
    expect([0, 3, 5].map((minute) => attention.nextAfter(Instant(minute * MINUTE)))).toEqual([
      3 * MINUTE,
      5 * MINUTE,
      undefined
    ])
    expect([2, 3, 5].map((minute) => [...attention.due(Instant(minute * MINUTE))])).toEqual([
      [],
      [child],
      [child, other]
    ])
    looked({ isUnsettled: true })
    expect([...attention.due(Instant(0))]).toEqual([child])
  })
})

describe("who is looked at", () => {
  it("is nobody, until time brings something", () => {
    looked({ nextLookAt: Instant(3 * MINUTE) })
    expect([1, 2, 3, 4].map((wall) => neededAt(wall))).toEqual([[], [], [child], [child]])
    looked({})
    expect(neededAt(5)).toEqual([])
  })

  it("is everybody every ten minutes, whatever the clock on the wall says", () => {
    expect(neededAt(9)).toEqual([])
    expect(neededAt(9, 10)).toBe("everybody")
    expect(neededAt(9, 19)).toEqual([])
    expect(neededAt(9, 20)).toBe("everybody")
  })

  it("is everybody where the clock was put back, and who is due where it was put forward", () => {
    looked({ nextLookAt: Instant(100 * MINUTE) })
    expect(neededAt(100, 1)).toEqual([child])
    looked({ nextLookAt: Instant(200 * MINUTE) })
    expect(neededAt(2)).toBe("everybody")
    expect(neededAt(3)).toEqual([])
  })

  it("is a child with a message that could not be queued, until it could", () => {
    looked({ isUnsettled: true })
    expect([neededAt(1), neededAt(2)]).toEqual([[child], [child]])
    looked({})
    expect(neededAt(3)).toEqual([])
  })

  it("is a child with a message that was given up, once it has rested", () => {
    looked({ restsUntil: 5 * MINUTE })
    expect([neededAt(100, 4), neededAt(100, 5)]).toEqual([[], [child]])
    looked({})
    attention.rest(child, 7 * MINUTE)
    attention.rest(child, 8 * MINUTE)
    expect([neededAt(100, 6), neededAt(100, 7)]).toEqual([[], [child]])
  })

  it("a look that began before another, or before the news, takes nothing back", () => {
    const before = attention.begin()
    looked({ nextLookAt: Instant(2 * MINUTE) })
    looked({ nextLookAt: Instant(4 * MINUTE) }, before)
    expect(neededAt(2)).toEqual([child])

    const early = attention.begin()
    attention.unsettle(child)
    looked({}, early)
    expect(neededAt(3)).toEqual([child])
    looked({})
    expect(neededAt(4)).toEqual([])
  })
})

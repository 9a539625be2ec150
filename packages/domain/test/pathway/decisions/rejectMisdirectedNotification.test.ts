import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { ChildReference, decide, emptyChildState, isRepeat, type Notification } from "../../../src/pathway/index.ts"
import { at, found, MUCH_LATER, missing, notify, play, playFrom } from "../madeUpChild.ts"

const another = { child: { reference: ChildReference.make("MADE-UP-2") } }
const gone = play(notify(missing()))
const turnAway = (notification: Notification) => ({ _tag: "RejectMisdirectedNotification", notification }) as const
const news = found(at(8), another)

describe("news of another child under this child's police reference", () => {
  it("is kept, and changes nothing else", () => {
    const state = playFrom(gone, turnAway(news))
    expect(state).toStrictEqual({ ...gone, turnedAway: [news] })
    expect(playFrom(state, notify(found(at(9)))).turnedAway).toEqual([news])
  })

  it("is kept once, however often it is sent, and again when it says something else", () => {
    const state = playFrom(gone, turnAway(news))
    const again = (said: Notification) =>
      Result.getOrThrow(decide(state, turnAway(said), { now: MUCH_LATER })).map(({ _tag }) => _tag)
    expect(again({ ...news, sentAt: at(20) })).toEqual([])
    expect(again(found(at(9), another))).toEqual(["NotificationTurnedAway"])
    expect(playFrom(state, turnAway(found(at(9), another))).turnedAway).toHaveLength(2)
  })
})

it("a repeat is the same of the same kind, whenever it is sent", () => {
  expect(isRepeat(gone, missing({ sentAt: at(9) }))).toBe(true)
  expect(isRepeat(gone, missing({ risk: "low" }))).toBe(false)
  expect(isRepeat(gone, found(at(8)))).toBe(false)
  expect(isRepeat(emptyChildState, missing())).toBe(false)
})

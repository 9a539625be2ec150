import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { ChildReference, decide, misdirectedUnanswered, type Notification } from "../../../src/pathway/index.ts"
import { at, found, MUCH_LATER, missing, notify, play, playFrom } from "../madeUpChild.ts"

const another = { child: { reference: ChildReference.make("MADE-UP-2") } }
const turnAway = (notification: Notification) => ({ _tag: "RejectMisdirectedNotification", notification }) as const
const news = found(at(8), another)
const { policeReference } = news
const answer = { _tag: "AnswerMisdirectedNews", policeReference, answer: "nobody-missing" } as const

describe("what came of news under another child's police reference", () => {
  const waiting = playFrom(play(notify(missing())), turnAway(news))

  it("is recorded once, and nothing waits for an answer then", () => {
    expect(misdirectedUnanswered(waiting)).toEqual([policeReference])
    const answered = playFrom(waiting, answer)
    expect(misdirectedUnanswered(answered)).toEqual([])
    expect(answered.turnedAway).toEqual([news])
    expect(Result.getOrThrow(decide(answered, answer, { now: MUCH_LATER }))).toEqual([])
  })

  it("is recorded of nothing where no such news came", () => {
    expect(Result.getOrThrow(decide(play(notify(missing())), answer, { now: MUCH_LATER }))).toEqual([])
  })

  it("leaves news that comes afterwards waiting for an answer", () => {
    const again = playFrom(playFrom(waiting, answer), turnAway(found(at(9), another)))
    expect(misdirectedUnanswered(again)).toEqual([policeReference])
  })
})

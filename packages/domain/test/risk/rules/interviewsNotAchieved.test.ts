import { describe, expect, it } from "vitest"
import type { Episode, Interview } from "../../../src/pathway/state.ts"
import {
  at,
  completed,
  episode,
  evidence,
  fired,
  interview,
  interviewer,
  number,
  policyOf,
  record,
  returnedAt
} from "../madeUpRecord.ts"

const DAY = 24
const policy = policyOf({ rule: "interviews-not-achieved", count: number(2) })

type Reason = NonNullable<Interview["notDone"]>["reason"]

const declined: Partial<Interview> = { response: "declined" }
const notDone = (reason: Reason) => ({ notDone: { reason, decidedBy: interviewer } })
const done = completed(at(300))

/** One episode a day, back within the hour, each with the interview told of it, if any. */
const days = (...interviews: ReadonlyArray<Partial<Interview> | undefined>) =>
  record(
    policy,
    interviews.map((_, index) => episode(index + 1, at(index * DAY), returnedAt(at(index * DAY + 1)))),
    interviews.flatMap((said, index) => (said === undefined ? [] : [interview(index + 1, [index + 1], said)]))
  )

describe("interviews declined or not achieved, running", () => {
  it("fire at the second, and again with more evidence at the third", () => {
    expect(evidence(days(declined))).toEqual([])
    expect(evidence(days(declined, declined))).toEqual([[1, 2]])
    expect(evidence(days(declined, declined, declined))).toEqual([
      [1, 2],
      [1, 2, 3]
    ])
  })

  it("start afresh after one that was completed", () => {
    expect(evidence(days(declined, done, declined))).toEqual([])
    expect(evidence(days(declined, done, declined, declined))).toEqual([[3, 4]])
  })

  it("are neither ended nor lengthened by one that is still to come", () => {
    expect(evidence(days(declined, undefined, declined))).toEqual([[1, 3]])
    expect(evidence(days(declined, { offeredAt: at(2) }, { response: "no-answer" }))).toEqual([])
  })

  it.each(["declined-by-child", "parent-refused-access", "missing-again", "unable-to-contact"] as const)(
    "count %s",
    (reason) => {
      expect(evidence(days(notDone(reason), notDone(reason)))).toEqual([[1, 2]])
    }
  )

  it.each([
    "aged-18",
    "custody-or-hospital",
    "other-authority",
    "assessed-not-required",
    "covered-by-another"
  ] as const)("do not count %s, even after a refusal", (reason) => {
    expect(evidence(days(notDone(reason), notDone(reason)))).toEqual([])
    expect(evidence(days({ ...declined, ...notDone(reason) }, declined))).toEqual([])
  })

  it("count what was decided before anybody was assigned", () => {
    const unable: Pick<Episode, "interviewNotDone"> = {
      interviewNotDone: { reason: "unable-to-contact", decidedBy: interviewer }
    }
    const state = record(policy, [episode(1, at(0), unable), episode(2, at(DAY), unable)])
    expect(evidence(state)).toEqual([[1, 2]])
  })

  it("count one interview over several episodes once", () => {
    const two = [episode(1, at(0), returnedAt(at(1))), episode(2, at(DAY), returnedAt(at(DAY + 1)))]
    const three = [...two, episode(3, at(2 * DAY), returnedAt(at(2 * DAY + 1)))]
    expect(evidence(record(policy, two, [interview(1, [1, 2], declined)]))).toEqual([])
    const four = [...three, episode(4, at(3 * DAY), returnedAt(at(3 * DAY + 1)))]
    const ofThree = [interview(1, [1], declined), interview(2, [2, 3, 4], declined)]
    expect(evidence(record(policy, four, ofThree))).toEqual([[1, 2, 3, 4]])
    expect(evidence(record(policy, three, [interview(1, [1, 2], declined), interview(2, [3], declined)]))).toEqual([
      [1, 2, 3]
    ])
    expect(evidence(record(policy, three, [interview(1, [2, 3], declined), interview(2, [1], declined)]))).toEqual([
      [1, 2, 3]
    ])
  })

  it("that were declined and yet completed count as completed", () => {
    expect(evidence(days(declined, { ...declined, ...done }, declined))).toEqual([])
  })

  it("say why, and are met when the last of it could be known", () => {
    expect(
      fired(days(declined, { ...declined, offeredAt: at(40), carerOffer: { offeredAt: at(45), response: "declined" } }))
    ).toMatchObject([
      {
        because: "2 interviews running were declined or not achieved.",
        metAt: at(45),
        title: "Interviews not achieved",
        mayGoToChat: true
      }
    ])
    expect(fired(days(declined, { ...declined, offeredAt: at(40) }))[0]?.metAt).toBe(at(40))
    expect(fired(days(declined, declined))[0]?.metAt).toBe(at(DAY + 1))
  })
})

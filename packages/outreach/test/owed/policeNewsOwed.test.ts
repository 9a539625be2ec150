/** What the police told us that belongs to no episode here. */

import { at, child, episodeId, manager, missing, notified, returned, type Told } from "@safe-return/casework/testing"
import { PersonId, PoliceReference } from "@safe-return/domain/pathway"
import { describe, expect, it } from "vitest"
import { isAsking } from "../../src/owed/asking.ts"
import { owedMessages } from "../../src/owed/owed.ts"
import { early, turnedAwayNews } from "../../src/owed/policeNewsOwed.ts"
import { emptyRoster, type Roster } from "../../src/recipients/Roster.ts"
import { caseSnapshot, sentUnder } from "../../testing/caseSnapshot.ts"

const [mash, coordinator] = [PersonId.make("U0MASH"), PersonId.make("U0COORDINATOR")]
const there: Roster = {
  ...emptyRoster,
  holders: { ...emptyRoster.holders, "missing-coordinator": [coordinator] },
  beside: { mash: [mash], worker: [], interviewer: [] }
}

const caseOf = (told: ReadonlyArray<Told>, announceFrom = at(-100)) => caseSnapshot(told, { announceFrom, now: at(50) })

const reference = "SYP-2026-0000009"
const foundFirst = notified(at(8), { kind: "found", foundAt: at(7) }, { reference })
const died: Told = {
  by: manager,
  now: at(9),
  command: { _tag: "RecordDeath", knownFrom: at(9), by: manager }
}

describe("news of a report that has not come itself", () => {
  it("is an alert to the channel, until the report comes", () => {
    const owed = early(caseOf([missing(), returned(6), foundFirst]))
    expect(owed).toMatchObject([{ place: { _tag: "MissingChannel" }, urgency: "alert", owedSince: at(8) }])
    expect(owed[0]?.message()).toMatchObject({ _tag: "EarlyNews", child, notification: { kind: "found" } })
    const come = notified(
      at(9),
      {
        kind: "missing",
        absence: "missing",
        missingFrom: "care",
        risk: "high",
        missingAt: at(6.5),
        reportedAt: at(6.6)
      },
      { reference, id: "episode-2" as never }
    )
    const told = [missing(), returned(6), foundFirst, come]
    expect(early(caseOf(told))).toEqual([])
    const [sent] = owed.map(({ key }) => key)
    const after = owedMessages(caseSnapshot(told, { delivered: sentUnder([sent ?? ""]), now: at(50) }))
    expect(after.find(({ key }) => key === sent)?.message()).toMatchObject({
      _tag: "RequestOver",
      child,
      outcome: { _tag: "Arrived" }
    })
  })

  it("is told to the MASH directly, or to the co-ordinators where none of them can be told", () => {
    const people = (roster: Roster) =>
      early(caseSnapshot([missing(), returned(6), foundFirst], { there: roster, now: at(50) })).flatMap(({ place }) =>
        place._tag === "Person" ? [place.person] : []
      )
    expect(people(there)).toEqual([mash])
    expect(people({ ...there, canBeTold: (person) => person !== mash })).toEqual([coordinator])
    const come = notified(
      at(9),
      {
        kind: "missing",
        absence: "missing",
        missingFrom: "care",
        risk: "high",
        missingAt: at(6.5),
        reportedAt: at(6.6)
      },
      { reference, id: "episode-2" as never }
    )
    const told = [missing(), returned(6), foundFirst]
    const keys = early(caseSnapshot(told, { there })).map(({ key }) => key)
    const after = owedMessages(caseSnapshot([...told, come], { there, delivered: sentUnder(keys), now: at(10) }))
    const over = after.filter(({ key }) => keys.some((one) => one === key)).map(({ message }) => message()._tag)
    expect(over).toEqual(["RequestOver", "RequestOver"])
  })

  it("is chased by nobody once the child's death is recorded, nor where it is history", () => {
    expect(early(caseOf([missing(), returned(6), foundFirst, died]))).toEqual([])
    expect(early(caseOf([missing(), returned(6), foundFirst], at(8.5)))).toEqual([])
  })
})

describe("a report that was turned away", () => {
  const { notification } = {
    notification: {
      kind: "missing",
      absence: "missing",
      missingFrom: "care",
      risk: "high",
      missingAt: at(7),
      reportedAt: at(7.5),
      policeReference: PoliceReference.make(reference),
      sentAt: at(8),
      child: { reference: child }
    }
  } as const
  const turnedAway: Told = { by: manager, now: at(8), command: { _tag: "RejectMisdirectedNotification", notification } }

  it("is an alert to the channel, and none where it is history", () => {
    const told = [missing(), returned(6), turnedAway]
    const owed = turnedAwayNews(caseOf(told))
    expect(owed).toMatchObject([{ place: { _tag: "MissingChannel" }, urgency: "alert" }])
    expect(owed[0]?.message()).toMatchObject({ _tag: "MisdirectedNews", child, notification })
    expect(turnedAwayNews(caseOf(told, at(8.5)))).toEqual([])
  })

  const keys = turnedAwayNews(caseOf([missing(), returned(6), turnedAway])).map(({ key }) => key)
  const shown = (steps: ReadonlyArray<Told>, hours: number) =>
    owedMessages(caseSnapshot(steps, { delivered: sentUnder(keys), now: at(hours) }))
      .filter(({ key }) => keys.some((one) => one === key))
      .map(({ message }) => message())

  it("stands until a person has rung, whatever else is recorded, or it is days old", () => {
    const told = [missing(), returned(6), turnedAway]
    const corrected: Told = {
      by: manager,
      now: at(10),
      command: { _tag: "CorrectEpisode", episodeId, reason: "told-wrongly", missingAt: at(-1) }
    }
    expect(shown([...told, corrected], 11)).toMatchObject([{ _tag: "MisdirectedNews", notification }])
    expect(shown(told, 8 + 73)).toMatchObject([{ _tag: "RequestOver" }])
  })

  it("says who rang and what came of it, and asks for nothing then", () => {
    const command = {
      _tag: "AnswerMisdirectedNews",
      policeReference: PoliceReference.make(reference),
      answer: "recorded"
    } as const
    const told = [missing(), returned(6), turnedAway, { by: manager, now: at(9), command }]
    const [message] = shown(told, 8 + 73)
    expect(message).toMatchObject({ _tag: "MisdirectedNews", answered: { by: manager, answer: "recorded" } })
    expect(message && isAsking(message)).toBe(false)
    expect(turnedAwayNews(caseOf(told))).toEqual([])
  })
})

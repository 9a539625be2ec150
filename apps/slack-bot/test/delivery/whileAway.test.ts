import {
  assigned,
  at,
  completed,
  episodeId,
  found,
  interviewer,
  missing,
  offered,
  returned,
  type Told,
  worker
} from "@safe-return/casework/testing"
import { civilDay, type Instant } from "@safe-return/domain/calendar"
import { type Away, actingFor } from "@safe-return/domain/escalation"
import { PersonId } from "@safe-return/domain/pathway"
import type { DeliveryKey } from "@safe-return/journal"
import { emptyRoster, type Roster } from "@safe-return/outreach"
import { caseSnapshot, owedMessages, sentUnder, wordsOf } from "@safe-return/outreach/testing"
import { describe, expect, it } from "vitest"
import { inPlainText } from "../messages/rendered.ts"

const [coordinator, manager, cover] = ["U0COORDINATOR", "U0MANAGER", "U0COVER"].map((id) => PersonId.make(id)) as [
  PersonId,
  PersonId,
  PersonId
]

type Absences = ReadonlyMap<PersonId, Away>

const thereAt = (now: Instant, away: Absences): Roster => ({
  ...emptyRoster,
  holders: { ...emptyRoster.holders, "missing-coordinator": [coordinator], "team-manager": [manager] },
  acting: (person) =>
    actingFor(person, now, (holder) => {
      const period = away.get(holder)
      return period === undefined ? undefined : { away: [period] }
    })
})

const owedAt = (
  told: ReadonlyArray<Told>,
  now: Instant,
  away: Absences = new Map(),
  sent: ReadonlyArray<DeliveryKey> = []
) =>
  owedMessages(
    caseSnapshot(told, { there: thereAt(now, away), delivered: sentUnder(sent), allocatedWorker: worker, now })
  )

/** Who is told under the keys that begin so, each key once. */
const toldUnder = (prefix: string, ...asked: Parameters<typeof owedAt>) => {
  const owed = owedAt(...asked).filter(({ key }) => key.startsWith(prefix))
  expect(new Set(owed.map(({ key }) => key)).size).toBe(owed.length)
  return owed.flatMap(({ place }) => (place._tag === "Person" ? [place.person] : [])).sort()
}

// The child is back on Tuesday 24 November at 00:00; the 72 hours are over on Friday at 00:00.
const tuesday = civilDay(2026, 11, 24)
const home = [missing(), returned(6), assigned(7)]
const covered = (person: PersonId, from = tuesday): Absences => new Map([[person, { from, for: "sickness", cover }]])
const uncovered = (person: PersonId, from = tuesday): Absences => new Map([[person, { from, for: "leave" }]])

describe("while the interviewer is away", () => {
  it("reminders go to them and their cover, or without one to the Missing Co-ordinator", () => {
    expect(toldUnder("reminder:episode-1:24h", home, at(54))).toEqual([interviewer])
    expect(toldUnder("reminder:episode-1:24h", home, at(54), covered(interviewer))).toEqual([cover, interviewer].sort())
    expect(toldUnder("reminder:episode-1:24h", home, at(54), uncovered(interviewer))).toEqual(
      [coordinator, interviewer].sort()
    )
    expect(toldUnder("reminder:episode-1:breach", home, at(79), covered(interviewer))).toEqual(
      [cover, interviewer, manager].sort()
    )
  })

  it("what fell due before they went is not said again", () => {
    // The reminder 24 hours before falls due on Thursday at 00:00; that nothing is offered was said on Tuesday.
    const day = civilDay(2026, 11, 26)
    expect(toldUnder("reminder:episode-1:24h", home, at(56), covered(interviewer, day))).toEqual(
      [cover, interviewer].sort()
    )
    expect(toldUnder("reminder:episode-1:not-offered", home, at(56), covered(interviewer, day))).toEqual([interviewer])
    expect(toldUnder("interviewer-alert:", home, at(56), covered(interviewer, day))).toEqual([interviewer])
    expect(toldUnder("interviewer-alert:", home, at(16), covered(interviewer))).toEqual([cover, interviewer].sort())
  })

  it("nobody is told why they are away", () => {
    const said = owedAt(home, at(16), covered(interviewer)).map(({ message }) => inPlainText(message()))
    expect(wordsOf(said)).not.toMatch(/sick|leave\b/)
  })
})

describe("while the allocated worker is away", () => {
  const monday = civilDay(2026, 11, 23)

  it("the alert goes to them and to their cover", () => {
    expect(toldUnder("worker-alert:", [missing()], at(1), covered(worker, monday))).toEqual([cover, worker].sort())
  })

  it("without a cover it climbs at once, so that the Missing Co-ordinator is told once", () => {
    const told = owedAt([missing()], at(1), uncovered(worker, monday))
    const toCoordinator = told.filter(({ place }) => place._tag === "Person" && place.person === coordinator)
    expect(toCoordinator.map(({ key }) => key)).toEqual([`ladder:episode-1:1:missing-coordinator:${coordinator}`])
  })

  it("what is theirs to answer goes to their cover too", () => {
    const done = [...home, offered(8, "accepted"), completed(20)]
    expect(toldUnder("considerations:", done, at(21), covered(worker))).toEqual([cover, worker].sort())
    expect(toldUnder("considerations:", done, at(21))).toEqual([worker])
  })

  it("what the cover was sent says who has it once they are back, and nobody is sent more", () => {
    const acknowledged: Told = {
      by: worker,
      now: at(5),
      command: { _tag: "AcknowledgeAlert", episodeId, by: worker, as: ["worker"], alert: 1 }
    }
    const alert: DeliveryKey = `worker-alert:episode-1:${cover}`
    const climbed: DeliveryKey = `ladder:episode-1:1:missing-coordinator:${cover}`
    const outside: DeliveryKey = "ladder:episode-1:1:team-manager:email-0"
    const after = (sent: ReadonlyArray<DeliveryKey>) =>
      owedAt([missing(), acknowledged], at(6), new Map(), sent).filter(
        ({ place }) => place._tag === "Person" && !["U0WORKER", "U0COORDINATOR"].includes(place.person)
      )
    expect(after([]).map(({ key }) => key)).toEqual([])
    const owed = after([alert, climbed, outside])
    expect(owed.map(({ key, keptCurrent }) => [key, keptCurrent])).toEqual([
      [alert, true],
      [climbed, true]
    ])
    expect(owed.map(({ message }) => message())).toMatchObject([
      { _tag: "RequestOver", outcome: { _tag: "WithOthers", people: [worker] } },
      { _tag: "RequestOver", outcome: { _tag: "WithOthers", people: [coordinator] } }
    ])
    expect(owedAt([missing(), acknowledged, found(7)], at(8), new Map(), [alert]).map(({ key }) => key)).toContain(
      alert
    )
  })
})

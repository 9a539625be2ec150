import { at, episodeId, manager, missing, onlyEpisode, tell } from "@safe-return/casework/testing"
import { PersonId } from "@safe-return/domain/pathway"
import { expect, it } from "vitest"
import { alertStandingInWords } from "../../src/notices/acknowledgementWords.ts"
import { alertStandingOf } from "../../src/owed/alertStanding.ts"
import { workersOf } from "../../src/owed/rungRecipients.ts"
import { emptyRoster, type Roster } from "../../src/recipients/Roster.ts"
import { caseSnapshot, sentUnder } from "../../testing/caseSnapshot.ts"

const [answerable, further, named] = ["U0ANSWERABLE", "U0FURTHER", "U0NAMED"].map((id) => PersonId.make(id)) as [
  PersonId,
  PersonId,
  PersonId
]

const episode = onlyEpisode(
  tell([
    missing(),
    {
      by: manager,
      now: at(2),
      command: {
        _tag: "RecordAllocation",
        episodeId,
        allocated: {
          to: "social-worker",
          worker: answerable,
          alsoWorkers: [{ to: "early-help-worker", worker: further }]
        }
      }
    }
  ])
)

it("the profile's worker is alerted in place of the one who answered for the episode", () => {
  expect(workersOf({ allocatedWorker: named }, episode)).toEqual([named, further])
  expect(workersOf({}, episode)).toEqual([answerable, further])
})

it("a worker named by both the profile and the episode is alerted once", () => {
  expect(workersOf({ allocatedWorker: further }, episode)).toEqual([further])
})

it("a child nobody is allocated to has no worker to alert", () => {
  expect(workersOf({}, onlyEpisode(tell([missing()])))).toEqual([])
})

const same = (text: string): string => text

it("the card names those who were told in Slack, and says when it went out of it too", () => {
  const told = tell([missing()])
  const there: Roster = {
    ...emptyRoster,
    holders: { ...emptyRoster.holders, "team-manager": [manager] },
    addresses: (_, way) => (way === "email" ? 1 : 0)
  }
  const standing = alertStandingOf(
    caseSnapshot([missing()], { there, allocatedWorker: answerable, now: at(30) }),
    onlyEpisode(told)
  )
  expect(standing?.told.map(({ who, people }) => [who, ...people])).toEqual([
    ["worker", answerable],
    ["missing-coordinator"],
    ["out-of-hours-duty"],
    ["team-manager", manager],
    ["head-of-service"]
  ])
  expect(standing?.outside).toBe("on its way")
  const delivered = sentUnder(["ladder:episode-1:1:team-manager:email-0"])
  const sent = alertStandingOf(caseSnapshot([missing()], { there, delivered, now: at(30) }), onlyEpisode(told))
  expect(sent?.outside).toBe("sent")
  if (sent === undefined) throw new Error("there is no alert")
  const style = { workspace: "Slack", strong: same, code: same, text: same, person: same, sign: () => "" }
  expect(alertStandingInWords(sent, style)).toContain("It went out by text or e-mail too. There is nobody further")
  const nowhere = { ...there, addresses: () => 0 }
  const without = alertStandingOf(caseSnapshot([missing()], { there: nowhere, now: at(30) }), onlyEpisode(told))
  if (without === undefined) throw new Error("there is no alert")
  expect(alertStandingInWords(without, style)).toContain(
    "nobody is told, as no address is set up. There is nobody further"
  )
})

it("the card names the co-ordinators who were told of the report before their step", () => {
  const coordinator = PersonId.make("U0COORDINATOR")
  const there: Roster = {
    ...emptyRoster,
    holders: { ...emptyRoster.holders, "missing-coordinator": [coordinator] }
  }
  const delivered = sentUnder([`coordinator-alert:${episodeId}:${coordinator}`])
  const toldAt = (hours: number) => {
    const snapshot = caseSnapshot([missing()], { there, delivered, allocatedWorker: named, now: at(hours) })
    return alertStandingOf(snapshot, onlyEpisode(tell([missing()])))?.told
  }
  for (const hours of [1.1, 1.4])
    expect(toldAt(hours)?.find(({ who }) => who === "missing-coordinator")?.people).toEqual([coordinator])
})

import { at, episodeId, manager, missing, onlyEpisode, tell } from "@safe-return/casework/testing"
import { PersonId } from "@safe-return/domain/pathway"
import { expect, it } from "vitest"
import { alertStandingOf, workersOf } from "../../src/owed/rungRecipients.ts"
import { emptyRoster, type Roster } from "../../src/recipients/Roster.ts"
import { caseSnapshot } from "../../testing/caseSnapshot.ts"

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

it("the card names those who were told in Slack, and no address out of it", () => {
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
})

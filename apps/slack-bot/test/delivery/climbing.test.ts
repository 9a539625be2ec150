import { PersonId } from "@safe-return/domain/pathway"
import { expect, it } from "vitest"
import { workersOf } from "../../src/delivery/climbing.ts"
import { at, episodeId, manager, missing, onlyEpisode, tell } from "../messages/madeUpCase.ts"

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

it("the worker whom the profile names is alerted in place of the one who answered for the episode", () => {
  expect(workersOf({ allocatedWorker: named }, episode)).toEqual([named, further])
  expect(workersOf({}, episode)).toEqual([answerable, further])
})

it("a worker whom both the profile and the episode name is alerted once", () => {
  expect(workersOf({ allocatedWorker: further }, episode)).toEqual([further])
})

it("a child nobody is allocated to has no worker to alert", () => {
  expect(workersOf({}, onlyEpisode(tell([missing()])))).toEqual([])
})

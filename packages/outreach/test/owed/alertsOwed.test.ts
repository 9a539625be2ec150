import { at, episodeId, manager, missing, returned, type Told, worker } from "@safe-return/casework/testing"
import { PersonId } from "@safe-return/domain/pathway"
import { expect, it } from "vitest"
import { owedMessages } from "../../src/owed/owed.ts"
import { emptyRoster, type Roster } from "../../src/recipients/Roster.ts"
import { caseSnapshot } from "../../testing/caseSnapshot.ts"

const urgenciesAt = (risk: "low" | "high") => {
  const owed = owedMessages(caseSnapshot([missing(0, { risk })], { allocatedWorker: worker, now: at(1) }))
  return owed.filter(({ key }) => /^(card|worker-alert):/.test(key)).map(({ key, urgency }) => [key, urgency])
}

it("the card and the worker's alert of a child at high risk go before those of other children", () => {
  expect(urgenciesAt("high")).toEqual([
    ["card:episode-1", "high-risk"],
    [`worker-alert:episode-1:${worker}`, "high-risk"]
  ])
  expect(urgenciesAt("low").map(([, urgency]) => urgency)).toEqual(["new-child", "new-child"])
})

const owedOf = (told: ReadonlyArray<Told>, there: Partial<Roster> = {}) =>
  owedMessages(caseSnapshot(told, { there: { ...emptyRoster, ...there }, allocatedWorker: worker, now: at(12) })).map(
    ({ key }) => key
  )

it("a child who is missing after all has one alert in the channel, and no other of the same", () => {
  const takenBack: Told = {
    by: manager,
    now: at(7),
    command: { _tag: "CorrectEpisode", episodeId, reason: "told-wrongly", withdrawn: "returned" }
  }
  const keys = owedOf([missing(), returned(6), takenBack])
  expect(keys.filter((key) => /^(alert|missing-after-all):/.test(key)).toSorted()).toEqual([
    "missing-after-all:4:episode-1",
    `missing-after-all:4:episode-1:${worker}`
  ])
})

it("an alert whose worker cannot be told is passed on by the ladder alone", () => {
  const coordinator = PersonId.make("U0COORDINATOR")
  const holders = { ...emptyRoster.holders, "missing-coordinator": [coordinator] }
  const keys = owedOf([missing()], { holders, canBeTold: (person) => person !== worker })
  expect(keys.filter((key) => key.startsWith("worker-alert:"))).toEqual([`worker-alert:episode-1:${worker}`])
})

import { at, episodeId, manager, missing, returned, type Told, worker } from "@safe-return/casework/testing"
import { PersonId } from "@safe-return/domain/pathway"
import { expect, it } from "vitest"
import { owedMessages } from "../../src/owed/owed.ts"
import { makePlainTextRenderer } from "../../src/plainText/plainTextRenderer.ts"
import { emptyRoster, type Roster } from "../../src/recipients/Roster.ts"
import { caseSnapshot } from "../../testing/caseSnapshot.ts"

const plain = makePlainTextRenderer((person) => person)

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

it("the cover of a worker who is away reads that they stand in, in the alert and on the card", () => {
  const cover = PersonId.make("U0COVER")
  const acting: Roster["acting"] = (person) =>
    person === worker
      ? { _tag: "Cover", person: cover, away: { from: 20_000 as never, for: "leave" } }
      : { _tag: "Themselves" }
  const told = [missing()]
  const wordsTo = (reader: PersonId | "MissingChannel") =>
    owedMessages(caseSnapshot(told, { there: { ...emptyRoster, acting }, allocatedWorker: worker, now: at(2) }))
      .filter(({ key, place }) =>
        place._tag === "Person" ? place.person === reader && key.startsWith("worker-alert:") : place._tag === reader
      )
      .flatMap(({ message }) => [plain.render(message()).subject, ...plain.render(message()).lines])
      .join("\n")
  expect(wordsTo(cover)).toContain("You stand in for the allocated worker")
  expect(wordsTo(cover)).not.toContain("You are the allocated worker")
  expect(wordsTo(cover)).toContain(`You cover for ${worker}.`)
  expect(wordsTo("MissingChannel")).toContain(`Told so far: ${cover} in place of the allocated worker`)
})

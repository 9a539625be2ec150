import { at, episodeId, manager, missing, returned, type Told, worker } from "@safe-return/casework/testing"
import type { Instant } from "@safe-return/domain/calendar"
import { EpisodeId, PersonId } from "@safe-return/domain/pathway"
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

it("every alert of two open reports says that the other is open, until the two are joined", () => {
  const second = EpisodeId.make("episode-2")
  const coordinator = PersonId.make("U0COORDINATOR")
  const holders = { ...emptyRoster.holders, "missing-coordinator": [coordinator], "team-manager": [manager] }
  const reports = [missing(), missing(0.2, { id: second, reference: "SYP-2026-0000002" })]
  const joined: Told = { by: manager, now: at(3), command: { _tag: "MergeDuplicate", duplicateId: second, episodeId } }
  const alertsAt = (told: ReadonlyArray<Told>, now: Instant) =>
    owedMessages(caseSnapshot(told, { there: { ...emptyRoster, holders }, allocatedWorker: worker, now })).flatMap(
      ({ key, message }) => {
        const said = message()
        return said._tag.endsWith("Alert") ? [[key, plain.render(said).lines.join(" ")] as const] : []
      }
    )
  const before = [...alertsAt(reports, at(0.3)), ...alertsAt(reports, at(2))]
  expect(before.map(([key]) => key.split(":")[0])).toEqual(
    expect.arrayContaining(["worker-alert", "coordinator-alert", "ladder"])
  )
  for (const [, words] of before) expect(words).toContain("Another report of this child is open, last seen")
  for (const [, words] of alertsAt([...reports, joined], at(4))) expect(words).not.toContain("Another report")
})

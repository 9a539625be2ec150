import { assigned, completed, missing, offered, returned, type Told, worker } from "@safe-return/casework/testing"
import { PersonId } from "@safe-return/domain/pathway"
import { expect, it } from "vitest"
import { owedMessages } from "../../src/owed/owed.ts"
import { emptyRoster, type Roster } from "../../src/recipients/Roster.ts"
import { caseSnapshot, sentUnder } from "../../testing/caseSnapshot.ts"

const cover = PersonId.make("U0COVER")
const there: Roster = {
  ...emptyRoster,
  beside: { mash: [], worker: [worker, cover], interviewer: [] },
  acting: (person) =>
    person === worker
      ? { _tag: "Cover", person: cover, away: { from: 20_000 as never, for: "leave" } }
      : { _tag: "Themselves" }
}
const sent = [worker, cover].map((person) => `worker-alert:episode-1:${person}`)

const heldWithout = (keptFrom: ReadonlyArray<PersonId>): ReadonlyArray<Told> => {
  const held = completed(20)
  const told = { ...held, command: { ...held.command, keptFrom } as Told["command"] }
  return [missing(), returned(6), assigned(7), offered(8, "accepted"), told]
}

const saidTo = (person: PersonId, told: ReadonlyArray<Told>) =>
  owedMessages(caseSnapshot(told, { there, allocatedWorker: worker, delivered: sentUnder(sent) }))
    .filter(({ place }) => place._tag === "Person" && place.person === person)
    .map(({ message }) => message())

it("no message offers considerations to a worker who was left out, nor to their cover", () => {
  for (const person of [worker, cover]) {
    const before = saidTo(person, heldWithout([]))
    expect(before.some(({ leftToDo }) => leftToDo === "questions")).toBe(person === cover)
    expect(before.some(({ readerMay }) => readerMay?.has("answer-considerations"))).toBe(true)
    const after = saidTo(person, heldWithout([worker]))
    expect(after.length).toBeGreaterThan(0)
    for (const message of after) {
      expect([message._tag, message.leftToDo]).not.toContain("questions")
      expect([message._tag, message.readerMay?.has("answer-considerations")]).toEqual([message._tag, false])
    }
  }
})

/** Whose answer an alert still needs, as each reader is told. */
import { at, episodeId, missing, type Told, worker } from "@safe-return/casework/testing"
import { addHours } from "@safe-return/domain/calendar"
import { PersonId } from "@safe-return/domain/pathway"
import { expect, it } from "vitest"
import { owedMessages } from "../../src/owed/owed.ts"
import { makePlainTextRenderer } from "../../src/plainText/plainTextRenderer.ts"
import { emptyRoster } from "../../src/recipients/Roster.ts"
import { caseSnapshot, sentUnder } from "../../testing/caseSnapshot.ts"

const [coordinator, manager, duty] = ["U0COORDINATOR", "U0MANAGER", "U0DUTY"].map((id) => PersonId.make(id)) as [
  PersonId,
  PersonId,
  PersonId
]
const there = {
  ...emptyRoster,
  holders: {
    "missing-coordinator": [coordinator],
    "team-manager": [manager],
    "head-of-service": [],
    "out-of-hours-duty": [duty]
  }
}

/** Hours from Monday at 18:00: an hour later, and Tuesday at 10:00. */
const [evening, office] = [1, 16]

const answered = (when: Told["now"], by: PersonId, role: string): Told => ({
  by,
  now: when,
  command: { _tag: "AcknowledgeAlert", episodeId, by, as: [role] } as Told["command"]
})

const renderer = makePlainTextRenderer((person) => person)

const textTo = (person: PersonId, minutes: number, from: number, ...more: ReadonlyArray<Told>): string => {
  const now = addHours(at(from), minutes / 60)
  const delivered = sentUnder(more.length === 0 ? [] : [`ladder:${episodeId}:1:missing-coordinator:${coordinator}`])
  const snapshot = caseSnapshot([missing(from - 1), ...more], { there, allocatedWorker: worker, now, delivered })
  return owedMessages(snapshot)
    .filter(({ key, place }) => key.startsWith("ladder:") && place._tag === "Person" && place.person === person)
    .map(({ message }) => JSON.stringify(renderer.render(message())))
    .join()
}

const BOTH = "an answer from the allocated worker or the out-of-hours duty team"

it("a co-ordinator reads at night whose answer the alert needs beside theirs", () => {
  expect(textTo(coordinator, 16, evening)).toContain(`acknowledge the alert, and see that there is ${BOTH}`)
  const after = textTo(coordinator, 20, evening, answered(at(evening + 0.3), coordinator, "missing-coordinator"))
  expect(after).toContain(`It climbs on until there is ${BOTH}.`)
})

it("a co-ordinator reads in office hours that their answer stops the climb", () => {
  expect(textTo(coordinator, 16, office)).toContain("acknowledge the alert, so that it climbs no further.")
})

it("a duty worker's answer stops it, and nobody is told that it climbs on", () => {
  expect(textTo(duty, 16, evening)).toContain("acknowledge the alert, so that it climbs no further.")
  const after = textTo(coordinator, 40, evening, answered(at(evening + 0.3), duty, "out-of-hours-duty"))
  expect(after).not.toContain("climbs on")
})

it("a manager who is asked after another's answer reads that theirs stops the climb", () => {
  const early = answered(at(evening + 0.3), coordinator, "missing-coordinator")
  expect(textTo(manager, 31, evening, early)).toContain("You are asked too: your answer stops it from climbing.")
})

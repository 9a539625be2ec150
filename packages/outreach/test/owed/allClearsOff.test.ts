/** Who is told that a child they were told is found or back is missing after all. */

import { at, episodeId, manager, missing, returned, type Told, worker } from "@safe-return/casework/testing"
import { PersonId } from "@safe-return/domain/pathway"
import { expect, it } from "vitest"
import type { CaseSnapshot } from "../../src/owed/OwedMessage.ts"
import { owedMessages } from "../../src/owed/owed.ts"
import { caseSnapshot, sentUnder } from "../../testing/caseSnapshot.ts"

const coordinator = PersonId.make("U0COORDINATOR")
const wrong: Told = {
  by: manager,
  now: at(7),
  command: { _tag: "CorrectEpisode", episodeId, reason: "told-wrongly", withdrawn: "returned" }
}
const sent = [
  `worker-alert:${episodeId}:${worker}`,
  ...[worker, coordinator, manager].map((person) => `all-clear:3:${episodeId}:${person}`)
] as const
const owed = (told: ReadonlyArray<Told>, more: Partial<CaseSnapshot> = {}) =>
  owedMessages(caseSnapshot(told, { delivered: sentUnder(sent), allocatedWorker: worker, now: at(8), ...more })).filter(
    ({ key }) => key.startsWith("all-clear-off:")
  )

it("those who read that the child is back are told that it does not stand", () => {
  const off = owed([missing(), returned(6), wrong])
  expect(off.map(({ place }) => place)).toEqual([{ _tag: "Person", person: coordinator }])
  expect(off[0]?.message()).toMatchObject({ _tag: "RequestOver", outcome: { _tag: "MissingAfterAll" } })
  expect(owed([missing(), returned(6)])).toEqual([])
})

it("it is no news once it is old, and stands no more once the child is back", () => {
  expect(owed([missing(), returned(6), wrong], { now: at(24 * 8) })).toEqual([])
  expect(owed([missing(), returned(6), wrong, returned(7.5)])).toEqual([])
})

it("who reads it reads of the return too, in the message and in a new one", () => {
  const [off] = owed([missing(), returned(6), wrong])
  const delivered = sentUnder([...sent, ...(off === undefined ? [] : [off.key])])
  const back = owedMessages(
    caseSnapshot([missing(), returned(6), wrong, returned(7.5)], { delivered, allocatedWorker: worker, now: at(8) })
  )
  expect(back.find(({ key }) => key === off?.key)?.message()).toMatchObject({ outcome: { _tag: "Back" } })
})

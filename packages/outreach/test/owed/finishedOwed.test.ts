import { at, found, missing, notified, returned, type Told, worker } from "@safe-return/casework/testing"
import { addHours, calendars, utc } from "@safe-return/domain/calendar"
import { isFinished } from "@safe-return/domain/escalation"
import fc from "fast-check"
import { expect, it } from "vitest"
import { nextLookAt } from "../../src/look/nextLook.ts"
import { owedMessages } from "../../src/owed/owed.ts"
import { caseSnapshot, sentUnder } from "../../testing/caseSnapshot.ts"

const cancelled = notified(at(3), { kind: "cancelled", reason: "recorded in error" })

const died: Told = {
  by: worker,
  now: at(20),
  command: { _tag: "RecordDeath", knownFrom: at(19), by: worker }
}

const transferred: Told = {
  by: worker,
  now: at(12),
  command: { _tag: "TransferEpisode", episodeId: "episode-1", to: "Another authority", transferredAt: at(11) } as never
}

const cases: ReadonlyArray<ReadonlyArray<Told>> = [
  [missing(), cancelled],
  [missing(0, { risk: "low" }), cancelled],
  [missing(), found(5), returned(8), died],
  [missing(), found(5), transferred]
]

it("of a finished child nothing new is owed at any later moment, and no moment is waited for", () => {
  let finished = 0
  fc.assert(
    fc.property(fc.constantFrom(...cases), fc.nat(30 * 365 * 24), (told, hours) => {
      const now = utc(2027, 3, 1, 12)
      const before = caseSnapshot(told, { now })
      if (!isFinished(before.state, now, { recordedAt: at(20), calendars })) return
      finished += 1
      const owed = owedMessages(before)
      const delivered = sentUnder(owed.map(({ key }) => key))
      const then = { ...before, delivered, now: addHours(now, hours) }
      expect(owedMessages(then).map(({ key }) => key)).toEqual(
        owedMessages({ ...before, delivered }).map(({ key }) => key)
      )
      expect(nextLookAt(then)).toBeUndefined()
    })
  )
  expect(finished).toBeGreaterThan(50)
})

import { addHours, type Instant, utc } from "@safe-return/domain/calendar"
import type { Duty, DutyRota } from "@safe-return/domain/escalation"
import { PersonId } from "@safe-return/domain/pathway"
import type { Delivery, DeliveryKey } from "@safe-return/journal"
import { expect, it } from "vitest"
import type { Message } from "../../src/message/Message.ts"
import { dutyMessages, nextDutyAt } from "../../src/owed/dutiesOwed.ts"
import { makePlainTextRenderer } from "../../src/plainText/plainTextRenderer.ts"
import { emptyRoster } from "../../src/recipients/Roster.ts"

const [duty, another] = [PersonId.make("U0DUTY"), PersonId.make("U0DUTY2")]
const plain = makePlainTextRenderer((person) => person)
const friday = utc(2026, 12, 4, 17)
const theirs: Duty = { id: "duty-1", person: duty, from: friday, until: addHours(friday, 64) }
const rotaOf = (...duties: ReadonlyArray<Duty>): DutyRota => ({ version: 1, duties })

/** What people on the rota have before them, over time. */
const openRota = () => {
  const delivered = new Map<DeliveryKey, Delivery>()
  const shown = new Map<DeliveryKey, Message>()
  return {
    words: () => [...shown.values()].map((message) => plain.render(message).lines.join(" ")),
    /** Who got something new. */
    look: (now: Instant, rota: DutyRota, named: ReadonlyArray<PersonId> = [duty, another]) =>
      dutyMessages({ rota, named, there: emptyRoster, delivered, now, daysBefore: 5 }).flatMap((owed) => {
        const isNew = !delivered.has(owed.key)
        shown.set(owed.key, owed.message())
        if (owed.place._tag !== "Person") return []
        // What stands is kept as if it had been sent lately.
        if (isNew || shown.get(owed.key)?._tag === "DutyGiven")
          delivered.set(owed.key, {
            _tag: "Sent",
            key: owed.key,
            channel: "D1",
            ts: "1.0",
            fingerprint: "",
            sentAt: now
          })
        return isNew ? [owed.place.person] : []
      })
  }
}

it("a person on the duty rota is told of their duty days before it, once, and that it is over", () => {
  const { look, words } = openRota()
  expect(look(addHours(friday, -200), rotaOf(theirs))).toEqual([])
  expect(nextDutyAt(rotaOf(theirs), 5, addHours(friday, -200))).toBe(addHours(friday, -120))
  expect(look(addHours(friday, -120), rotaOf(theirs))).toEqual([duty])
  expect(look(friday, rotaOf(theirs))).toEqual([])
  expect(look(addHours(friday, 60), rotaOf(theirs))).toEqual([])
  expect(words()).toEqual([expect.stringContaining("Fri 4 Dec, 17:00 to Mon 7 Dec, 09:00.")])
  expect(nextDutyAt(rotaOf(theirs), 5, friday)).toBe(theirs.until)
  expect(look(theirs.until, rotaOf(theirs))).toEqual([])
  expect(words()).toEqual([expect.stringContaining("is over")])
})

it("a duty that is given late is told of at once, and one taken off in a message that rings", () => {
  const { look, words } = openRota()
  expect(look(addHours(friday, -1), rotaOf(theirs))).toEqual([duty])
  const given = { ...theirs, id: "duty-2", person: another }
  expect(look(friday, rotaOf(given)).toSorted()).toEqual([duty, another].toSorted())
  expect(words().filter((one) => one.includes("was taken off the rota"))).toHaveLength(2)
  expect(look(addHours(friday, 1), rotaOf(given))).toEqual([])
  expect(words().filter((one) => one.includes("answer for it"))).toHaveLength(1)
})

it("a person on the rota who is not set up as duty is told of no duty", () => {
  expect(openRota().look(friday, rotaOf(theirs), [another])).toEqual([])
})

import {
  assigned,
  at,
  child,
  completed,
  interviewer,
  missing,
  offered,
  returned,
  tell
} from "@safe-return/casework/testing"
import { calendars, type Instant } from "@safe-return/domain/calendar"
import { ChildReference, PersonId } from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import type { Delivery } from "@safe-return/journal"
import { expect, it } from "vitest"
import { type DutyListFacts, dutyLists } from "../../src/owed/dutyListOwed.ts"
import type { OwedMessage } from "../../src/owed/OwedMessage.ts"
import { makePlainTextRenderer } from "../../src/plainText/plainTextRenderer.ts"
import { emptyRoster } from "../../src/recipients/Roster.ts"

const duty = PersonId.make("U0DUTY")
const there = { ...emptyRoster, holders: { ...emptyRoster.holders, "out-of-hours-duty": [duty] } }

/** Back on Christmas Eve at 15:00: all that the 72 hours ask for falls into days on which nobody is in. */
const christmas = 21 + 24 * 30
const back = [missing(christmas - 6), returned(christmas)]
const states = new Map([
  [child, tell(back).state],
  [ChildReference.make("LCS-2"), tell([...back, assigned(christmas + 0.5), offered(christmas + 0.6)]).state],
  [ChildReference.make("LCS-3"), tell([missing(0), returned(6)]).state]
])

const listsAt = (now: Instant, more: Partial<DutyListFacts> = {}) =>
  dutyLists({
    there,
    calendars,
    announceFrom: at(christmas - 10),
    delivered: new Map(),
    policy: rotherham,
    states,
    now,
    ...more
  })

const sentOf = (key: string): ReadonlyMap<string, Delivery> =>
  new Map([[key, { _tag: "Sent", key, channel: "D1", ts: "1", fingerprint: "", sentAt: at(christmas + 48) }]])

const wordsOf = (lists: ReadonlyArray<OwedMessage>): string =>
  lists.flatMap((list) => makePlainTextRenderer((person) => person).render(list.message()).lines).join("\n")

it("is one message for a whole holiday, from the first reminder of it on", () => {
  expect(listsAt(at(christmas + 1))).toEqual([])
  expect(listsAt(at(christmas + 47))).toEqual([])
  const [list, ...more] = listsAt(at(christmas + 48))
  expect(more).toEqual([])
  expect(list?.place).toEqual({ _tag: "Person", person: duty })
  const delivered = sentOf(list?.key ?? "")
  for (const hours of [49, 60, 72.1, 100]) {
    const lists = listsAt(at(christmas + hours), { delivered })
    expect(lists.map(({ key }) => key)).toEqual([list?.key])
    expect(wordsOf(lists)).toBe(wordsOf(list === undefined ? [] : [list]))
  }
})

it("names who has it since it was sent, and says so once nothing of it is left", () => {
  const only = (events: Parameters<typeof tell>[0]) => new Map([[child, tell(events).state]])
  const [list] = listsAt(at(christmas + 48), { states: only(back) })
  const delivered = sentOf(list?.key ?? "")
  const later = (events: Parameters<typeof tell>[0], more: Partial<DutyListFacts> = {}) =>
    listsAt(at(christmas + 50), { delivered, states: only(events), ...more })
  expect(wordsOf(later(back))).toContain("not assigned")
  const given = [...back, assigned(christmas + 49)]
  expect(wordsOf(later(given))).not.toContain("not assigned")
  expect(wordsOf(later(given, { there: emptyRoster }))).toContain(`LCS-10432 · ${interviewer}`)
  const settled = later([...given, offered(christmas + 49.1), completed(christmas + 49.5)])
  expect(settled.map(({ keptCurrent }) => keptCurrent)).toEqual([true])
  expect(wordsOf(settled)).toContain("seen to")
  expect(wordsOf(settled)).not.toContain("ring")
})

it("names who has each interview and what duty may do, and nothing that only others may", () => {
  const [list] = listsAt(at(christmas + 48))
  const words = wordsOf(list === undefined ? [] : [list])
  expect(words).toContain("LCS-10432")
  expect(words).toContain(`LCS-2 · ${interviewer}`)
  expect(words).not.toContain("LCS-3")
  expect(words).toContain("/missing found")
  expect(words).not.toMatch(/\/rhi (?:assign|log)/)
})

it("comes to nobody while the office is open, or where a council has no such duty", () => {
  expect(listsAt(at(15))).toEqual([])
  expect(listsAt(at(christmas + 48), { there: emptyRoster })).toEqual([])
})

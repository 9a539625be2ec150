/** Every button of every direct message that is owed, against the table of doors: no reader's role is refused there. */
import { Role } from "@safe-return/casework"
import { at, cases, child, entriesOf, interviewer, manager, worker } from "@safe-return/casework/testing"
import { calendars } from "@safe-return/domain/calendar"
import { PersonId } from "@safe-return/domain/pathway"
import { emptyRoster } from "@safe-return/outreach"
import { owedMessages } from "@safe-return/outreach/testing"
import fc from "fast-check"
import { expect, it } from "vitest"
import { buttonsIn } from "../../src/blocks/withoutButtons.ts"
import { rendered } from "../messages/rendered.ts"
import { columns, everyDoor } from "./everyDoor.ts"

/** One person for each role, some of which nobody holds. */
const holders: Readonly<Record<Exclude<Role, "administrator">, PersonId>> = {
  mash: PersonId.make("U0MASH"),
  "missing-coordinator": PersonId.make("U0COORDINATOR"),
  "team-manager": manager,
  "head-of-service": PersonId.make("U0HEAD"),
  "out-of-hours-duty": PersonId.make("U0DUTY"),
  interviewer,
  worker
}

const cellsOf = new Map(everyDoor.map(({ door, cells }) => [door, cells]))

const mayPress = (role: Role, action: string): boolean =>
  (cellsOf.get(`button ${action}`)?.[columns.indexOf(role)] ?? "yes") !== "no"

it("carries nothing that its reader's role may not do, whoever else is there to be told", () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(
      cases,
      fc.subarray(Role.literals.filter((role) => role !== "administrator")),
      fc.boolean(),
      fc.integer({ min: 0, max: 500 }),
      ({ state, recorded }, manned, isAllocated, hours) => {
        const of = (role: keyof typeof holders) => (manned.includes(role) ? [holders[role]] : [])
        const there = {
          ...emptyRoster,
          holders: {
            "missing-coordinator": of("missing-coordinator"),
            "team-manager": of("team-manager"),
            "head-of-service": of("head-of-service"),
            "out-of-hours-duty": of("out-of-hours-duty")
          },
          beside: { mash: of("mash"), worker: [worker], interviewer: [interviewer] }
        }
        const owed = owedMessages({
          child,
          state,
          entries: entriesOf(recorded),
          delivered: new Map(),
          there,
          calendars,
          announceFrom: at(-100),
          now: at(hours),
          ...(isAllocated ? { allocatedWorker: worker } : {})
        })
        for (const { place, message } of owed) {
          if (place._tag !== "Person") continue
          const roles = Role.literals.filter((role) => role !== "administrator" && holders[role] === place.person)
          for (const { action_id: action = "" } of buttonsIn(rendered(message()).blocks)) {
            seen.add(`${roles.join()} ${action}`)
            expect([message()._tag, action, roles.some((role) => mayPress(role, action))]).toEqual([
              message()._tag,
              action,
              true
            ])
          }
        }
      }
    ),
    { numRuns: 150 }
  )
  // The test looks at something: each of these is offered to those who may.
  expect([...seen]).toEqual(
    expect.arrayContaining([
      "worker considerations",
      "missing-coordinator assign-interview",
      "missing-coordinator decide-posted"
    ])
  )
})

import { calendars, civilDay, utc } from "@safe-return/domain/calendar"
import { derbyshire, rotherham } from "@safe-return/domain/policy"
import { Effect } from "effect"
import { expect, it } from "vitest"
import { Council, councilLayer, councilOn } from "../src/Council.ts"
import { closedOn, withOwnDays } from "../testing/ownDays.ts"

const calendarsOf = (own: { readonly calendarOverrides?: ReadonlyArray<ReturnType<typeof closedOn>> }) =>
  Effect.map(Council, (council) => council.calendars).pipe(
    Effect.provide(councilLayer({ authority: "Training council", policy: rotherham, ...own })),
    Effect.runPromise
  )

it("a council counts by the published calendars, and by its own days where it has any", async () => {
  const closed = closedOn(civilDay(2026, 12, 29))
  expect(await calendarsOf({})).toEqual(calendars)
  expect(await calendarsOf({ calendarOverrides: [closed] })).toEqual(withOwnDays(closed))
})

it("a council goes by the policy in force, the next from its first day, the last in a gap", () => {
  const now = { ...rotherham, id: "now", effectiveFrom: "2026-12-01", effectiveTo: "2027-03-31" }
  const later = { ...derbyshire, id: "later", effectiveFrom: "2027-04-10" }
  const { policyAt } = councilOn({ authority: "Training council", policy: now, policies: [now, later] }, calendars)
  expect(policyAt(utc(2026, 11, 1)).id).toBe("now")
  expect(policyAt(utc(2027, 3, 31, 22, 59)).id).toBe("now")
  expect(policyAt(utc(2027, 4, 9, 22, 59)).id).toBe("now")
  expect(policyAt(utc(2027, 4, 9, 23)).id).toBe("later")
})

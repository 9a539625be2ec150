import { calendars, civilDay } from "@safe-return/domain/calendar"
import { rotherham } from "@safe-return/domain/policy"
import { Effect } from "effect"
import { expect, it } from "vitest"
import { Council, councilLayer } from "../src/Council.ts"
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

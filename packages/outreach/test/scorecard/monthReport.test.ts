import { Casework, Council, councilOn } from "@safe-return/casework"
import { missing, returned, tell } from "@safe-return/casework/testing"
import { calendars, utc } from "@safe-return/domain/calendar"
import { ChildReference } from "@safe-return/domain/pathway"
import { type Policy, rotherham } from "@safe-return/domain/policy"
import { type Month, parseMonth } from "@safe-return/domain/scorecard"
import { Profiles } from "@safe-return/journal"
import { Effect, Layer, Option } from "effect"
import { expect, it } from "vitest"
import { monthReport } from "../../src/scorecard/monthReport.ts"

const month = (text: string): Month => Option.getOrThrow(parseMonth(text))

/** From the middle of November on; the episode began under the one before. */
const later: Policy = {
  ...rotherham,
  id: "council-later",
  interview: { ...rotherham.interview, hours: { ...rotherham.interview.hours, value: 24 } }
}

const child = ChildReference.make("LCS-1000")
const { state } = tell([missing(), returned(6)])

const policyOf = (asked: string): Promise<readonly [policy: string, clocks: ReadonlyArray<string>]> =>
  monthReport({ month: month(asked), asOf: utc(2027, 2, 1), isSuppressed: false }).pipe(
    Effect.map(
      ({ policy, tables }) =>
        [policy, tables.filter(({ id }) => id.startsWith("within-")).map(({ title }) => title)] as const
    ),
    Effect.provide(
      Layer.mergeAll(
        Layer.mock(Casework, {
          unreadable: Effect.succeed([]),
          children: Effect.succeed([child]),
          active: Effect.succeed(new Map([[child, state]]))
        }),
        Layer.mock(Profiles, { findEach: () => Effect.succeed(new Map()) }),
        Layer.succeed(Council, {
          ...councilOn({ authority: "Training council", policy: rotherham }, calendars),
          policyAt: (at) => (at < utc(2026, 11, 15) ? rotherham : later)
        })
      )
    ),
    Effect.runPromise
  )

it("a month in which the policy changed is judged whole by the policy in force at its end", async () => {
  expect(await policyOf("2026-10")).toEqual([rotherham.id, ["Held within 72 hours", "Held within 3 working days"]])
  expect(await policyOf("2026-11")).toEqual([later.id, ["Held within 24 hours", "Held within 3 working days"]])
})

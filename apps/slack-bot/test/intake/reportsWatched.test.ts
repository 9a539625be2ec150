/** Which refusals ask people on duty to ring the police, and what ends that. */

import { Notifications } from "@safe-return/casework"
import { at, child, police } from "@safe-return/casework/testing"
import { Audit, type AuditEntry, JournalUnavailable, NotAudited } from "@safe-return/journal"
import { Incidents, type OpenIncident } from "@safe-return/outreach"
import { Context, Effect, Layer } from "effect"
import { expect, it } from "vitest"
import { reportsWatched } from "../../src/intake/reportsWatched.ts"

const unavailable = new JournalUnavailable({ path: "journal", reason: "no space left" })

type Step =
  | { readonly audit: Pick<AuditEntry, "act" | "outcome"> }
  | { readonly receive: Effect.Effect<never, JournalUnavailable> | "recorded" }

/** What is said of lost reports after each step; undefined while nothing is said. */
const saidAfter = (steps: ReadonlyArray<Step>) => {
  let answer: Effect.Effect<never, JournalUnavailable> = Effect.fail(unavailable)
  const services = Layer.mergeAll(
    Layer.mock(Audit, { add: () => Effect.fail(new NotAudited({ path: "audit", reason: "no space left" })) }),
    Layer.mock(Notifications, { receive: () => Effect.suspend(() => answer) }),
    Incidents.layer
  )
  return Effect.runPromise(
    Effect.gen(function* () {
      const watched = yield* reportsWatched
      const said: Array<Pick<OpenIncident, "times" | "what" | "duty"> | undefined> = []
      for (const step of steps) {
        if ("audit" in step) {
          const entry = { at: at(0), by: police, child, ...step.audit }
          yield* Effect.exit(Context.get(watched, Audit).add(entry))
        } else {
          answer = step.receive === "recorded" ? (Effect.succeed({}) as never) : step.receive
          yield* Effect.exit(Context.get(watched, Notifications).receive({} as never, police))
        }
        said.push((yield* (yield* Incidents).open).find(({ kind }) => kind === "report-not-recorded"))
      }
      return said
    }).pipe(Effect.provide(services))
  )
}

const lostAfter = async (steps: ReadonlyArray<Step>) => (await saidAfter(steps)).map((said) => said?.times)

it("a report that cannot be audited is lost, whether the police or a person sends it", async () => {
  expect(await lostAfter([{ audit: { act: "send-notification", outcome: "allowed" } }])).toEqual([1])
  expect(await lostAfter([{ audit: { act: "report-missing", outcome: "allowed" } }])).toEqual([1])
})

it("what is no report, or was refused to a person, is no report that is lost", async () => {
  expect(await lostAfter([{ audit: { act: "acknowledge-alert", outcome: "allowed" } }])).toEqual([undefined])
  expect(await lostAfter([{ audit: { act: "report-missing", outcome: "refused" } }])).toEqual([undefined])
})

it("each unrecorded report is counted until one is recorded, faults of ours included", async () => {
  const steps: ReadonlyArray<Step> = [
    { receive: Effect.fail(unavailable) },
    { receive: Effect.die(new Error("a fault of ours")) },
    { receive: "recorded" },
    { receive: Effect.fail(unavailable) }
  ]
  expect(await lostAfter(steps)).toEqual([1, 2, undefined, 1])
})

it("people on duty read how many reports could not be recorded, whatever else is wrong", async () => {
  const refused = { receive: Effect.fail(unavailable) }
  const [one, two] = await saidAfter([refused, refused])
  expect(one?.what).toContain("A report could not be recorded.")
  expect(one?.duty?.sentence).toContain("A report could not be recorded: ring the police.")
  expect(two?.what).toContain("2 reports could not be recorded.")
  expect(two?.duty?.sentence).toContain("2 reports could not be recorded: ring the police.")
  expect([one?.duty?.outsideSlack, two?.duty?.outsideSlack]).toEqual([
    "A report could not be recorded: ring the police.",
    "A report could not be recorded: ring the police."
  ])
})

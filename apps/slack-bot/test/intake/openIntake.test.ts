/** What the intake says of its senders to people, before any notification of theirs can be read. */
import { PersonId } from "@safe-return/domain/pathway"
import { Effect, Layer, Redacted } from "effect"
import { expect, it } from "vitest"
import type { Intake } from "../../src/http/intakeRequests.ts"
import { IntakeTrouble } from "../../src/intake/IntakeTrouble.ts"
import { openIntake } from "../../src/intake/openIntake.ts"
import { jsonReply } from "../../src/intake/Problem.ts"

/** What people hear of an intake that is opened with these settings and then used. */
const heardOf = async (sendersFile: string | undefined, use: (intake: Intake) => Promise<unknown>) => {
  const heard: Array<string> = []
  const hear = (words: string) => Effect.sync(() => void heard.push(words))
  const intake = {
    bearerToken: Redacted.make("synthetic-intake-token-for-tests"),
    ...(sendersFile === undefined ? {} : { sendersFile })
  }
  await Effect.runPromise(
    Effect.gen(function* () {
      const opened = yield* openIntake(
        { intake },
        ({ name }) => Effect.as(hear(`took from ${name}`), jsonReply(202, {})),
        ({ name }) => Effect.as(hear(`took a return from ${name}`), jsonReply(202, {}))
      )
      yield* Effect.promise(() => use(opened))
    }).pipe(
      Effect.provide(
        Layer.mock(IntakeTrouble, {
          refused: (sender) => hear(`refused ${sender}`),
          returnRefused: (sender) => hear(`refused a return of ${sender}`),
          unknownSender: (looksLikeReport) => hear(`unknown ${looksLikeReport}`),
          sendersFile: (problem) => hear(problem ?? "the file can be used")
        })
      )
    )
  )
  return heard
}

const police = { name: "police", by: PersonId.make("police-intake"), perMinute: 1 }

it("people hear of a known sender that is refused, and of one that nobody knows", async () => {
  const heard = await heardOf(undefined, async (intake) => {
    await intake.refused(police)
    await intake.unknownSender(true)
    await intake.sendersFile(undefined)
    expect(await intake.take(police, Buffer.from("{}"))).toMatchObject({ status: 202 })
  })
  expect(heard).toEqual(["refused police", "unknown true", "the file can be used", "took from police"])
})

it("people hear of a school's return apart from a report", async () => {
  const heard = await heardOf(undefined, async ({ returns }) => {
    await returns?.refused(police)
    await returns?.take(police, Buffer.from("{}"))
  })
  expect(heard).toEqual(["refused a return of police", "took a return from police"])
})

it("people hear at the start of an unusable file of senders, and the police may still send", async () => {
  const heard = await heardOf("/nowhere/senders.json", async ({ senders }) => {
    expect(senders.senders.map(({ name }) => name)).toEqual(["police"])
  })
  expect(heard).toEqual(["The file of senders cannot be found."])
})

/** Who is sent a message about a child: full members of the workspace, and nobody else. */
import { PersonId } from "@safe-return/domain/pathway"
import {
  Accounts,
  AccountUnknown,
  faultOfAccount,
  Reachability,
  SendFailed,
  type Transport,
  UnreachableReason
} from "@safe-return/outreach"
import { Effect, Layer, Result } from "effect"
import { expect, it } from "vitest"
import { makePersonTransports } from "../../src/slack/personTransport.ts"
import { madeUpMessage, slackFingerprint } from "../messages/rendered.ts"

const person = PersonId.make("U0PERSON")

/** What Slack says of the account, at the first look and when it is asked afresh. */
const tryWith = (says: ReadonlyArray<UnreachableReason | undefined | "silent">) => {
  const asked: Array<string> = []
  const answers = [...says]
  let current = answers.shift()
  const slack: Transport = {
    name: "Slack",
    addressOf: () =>
      Effect.sync(() => {
        asked.push("addressOf")
        return { channel: "D1" }
      }),
    find: () => Effect.succeed(undefined),
    post: () =>
      Effect.sync(() => {
        asked.push("post")
        return "1.0"
      }),
    change: () => Effect.void,
    fingerprintOf: slackFingerprint
  }
  const accounts = Layer.succeed(
    Accounts,
    Accounts.of({
      nameOf: () => Effect.undefined,
      whyNoMember: () =>
        Effect.suspend(() =>
          current === "silent" ? Effect.fail(new AccountUnknown({ reason: "ratelimited" })) : Effect.succeed(current)
        ),
      invalidate: () =>
        Effect.sync(() => {
          current = answers.length === 0 ? current : answers.shift()
        })
    })
  )
  return Effect.runPromise(
    Effect.gen(function* () {
      const carrier = (yield* makePersonTransports(slack))(person)
      const address = yield* Effect.result(carrier.addressOf({ _tag: "Person", person }, new Map()))
      const tellable = yield* Reachability
      if (Result.isSuccess(address) && address.success !== undefined) {
        yield* carrier.post(address.success, { about: "team", key: "a" }, madeUpMessage("a"))
      }
      const isTold = yield* tellable.isTold(person)
      return { address, asked, isTold, notTold: (yield* tellable.notTold).get(person)?.why }
    }).pipe(Effect.provide(Layer.mergeAll(accounts, Reachability.layer)))
  )
}

it.each(UnreachableReason.literals)(
  "a person whose account is not a full member's is sent nothing: %s",
  async (why) => {
    const { address, asked, notTold } = await tryWith([why, why])
    expect(asked).toEqual([])
    expect(notTold).toBe(why)
    const failed = Result.isFailure(address) ? address.failure : undefined
    expect(failed).toBeInstanceOf(SendFailed)
    expect([failed?.reason, failed?.fault]).toEqual([faultOfAccount(why), "permanent"])
  }
)

it("a full member is sent it, and so is one who became a member since Slack was last asked", async () => {
  for (const says of [[undefined], ["deactivated", undefined]] as const) {
    const { address, asked, isTold, notTold } = await tryWith(says)
    expect(Result.isSuccess(address)).toBe(true)
    expect(asked).toEqual(["addressOf", "post"])
    expect(isTold).toBe(true)
    expect(notTold).toBeUndefined()
  }
})

it("an account that Slack does not name, now or when asked again, may read nothing of a case", async () => {
  for (const says of [["silent"], ["guest", "silent"]] as const) {
    const { address, asked, isTold, notTold } = await tryWith(says)
    expect(asked).toEqual(["addressOf", "post"])
    expect(Result.getOrThrow(address)).toMatchObject({ isUnchecked: true })
    // The account took it, and whose account it is nobody knows.
    expect(isTold).toBe(false)
    expect(notTold).toBeUndefined()
  }
})

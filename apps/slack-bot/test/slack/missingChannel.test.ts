/** What happens when a person opens the missing channel to others. */

import { People } from "@safe-return/casework"
import { PersonId } from "@safe-return/domain/pathway"
import { Duration, Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { expect, it } from "vitest"
import { MissingChannel } from "../../src/slack/MissingChannel.ts"
import { missingChannelLayer } from "../../src/slack/missingChannelLayer.ts"
import { SlackApi, SlackFailed } from "../../src/slack/SlackApi.ts"

const CHANNEL = "C0MISSING"

interface Slack {
  info: Readonly<Record<string, unknown>>
  fails?: string
  /** Posts nothing for now. */
  isMute?: boolean
  looks: number
  readonly told: Array<readonly [channel: string, text: string]>
}

const slackFrom = (slack: Slack) =>
  Layer.succeed(SlackApi, {
    call: (method: string, call: (client: never) => Promise<unknown>) =>
      Effect.suspend(() => {
        if (method === "conversations.info" && slack.fails !== undefined) {
          return Effect.fail(new SlackFailed({ method, reason: slack.fails }))
        }
        if (method === "chat.postMessage" && slack.isMute === true) {
          return Effect.fail(new SlackFailed({ method, reason: "internal_error" }))
        }
        const client = {
          conversations: {
            info: async () => {
              slack.looks += 1
              return { channel: slack.info }
            },
            open: async ({ users }: { users: string }) => ({ channel: { id: `D-${users}` } })
          },
          chat: {
            postMessage: async ({ channel, text }: { channel: string; text: string }) => {
              slack.told.push([channel, text])
              return { ts: "1.0" }
            }
          }
        }
        return Effect.promise(() => call(client as never))
      })
  } as unknown as SlackApi["Service"])

const peopleWith = (administrators: ReadonlyArray<string>) =>
  Layer.succeed(
    People,
    People.of({
      rolesOf: (person) => Effect.succeed(new Set([person === "U0MANAGER" ? "team-manager" : "administrator"])),
      holdersOf: (role) =>
        Effect.succeed(
          (role === "administrator" ? administrators : role === "team-manager" ? ["U0MANAGER"] : []).map((id) =>
            PersonId.make(id)
          )
        ),
      nameOf: () => Effect.undefined,
      allow: () => Effect.succeed("any")
    })
  )

const withChannel = <A>(
  slack: Slack,
  check: (channel: MissingChannel["Service"]) => Effect.Effect<A>,
  administrators: ReadonlyArray<string> = ["U0ADMIN"]
) =>
  Effect.runPromise(
    Effect.flatMap(Effect.service(MissingChannel), check).pipe(
      Effect.provide(
        missingChannelLayer(CHANNEL).pipe(Layer.provide(Layer.mergeAll(slackFrom(slack), peopleWith(administrators))))
      ),
      Effect.provide(TestClock.layer())
    )
  )

const privateChannel = (): Slack => ({ info: { is_private: true }, looks: 0, told: [] })

it.each([
  ["is public", { is_private: false }],
  ["is shared with another organisation", { is_private: true, is_ext_shared: true }],
  ["is shared with another organisation", { is_private: true, is_org_shared: true }]
])("a channel that %s is not posted to, and an administrator is told once", async (words, info) => {
  const slack = privateChannel()
  const seen = await withChannel(slack, (channel) =>
    Effect.gen(function* () {
      const before = yield* channel.mayPost
      slack.info = info
      yield* channel.lookAgain(CHANNEL)
      yield* channel.lookAgain(CHANNEL)
      return [before, yield* channel.mayPost]
    })
  )
  expect(seen).toEqual([true, false])
  expect(slack.told).toEqual([["D-U0ADMIN", expect.stringContaining(`<#${CHANNEL}> ${words}`)]])
})

it("is noticed within seconds where no event says so, and taken up again once it is private", async () => {
  const slack = privateChannel()
  const seen = await withChannel(slack, (channel) =>
    Effect.gen(function* () {
      const first = [yield* channel.mayPost, yield* channel.mayPost]
      slack.info = { is_private: false }
      yield* TestClock.adjust(Duration.seconds(6))
      const second = yield* channel.mayPost
      slack.info = { is_private: true }
      yield* TestClock.adjust(Duration.seconds(6))
      return [...first, second, yield* channel.mayPost]
    })
  )
  expect(seen).toEqual([true, true, false, true])
  expect(slack.looks).toBe(3)
  expect(slack.told.at(-1)).toEqual(["D-U0ADMIN", expect.stringContaining("can be used again")])
})

it("stays as it was while Slack does not answer, and is closed when the bot cannot see it", async () => {
  const slack = privateChannel()
  const seen = await withChannel(slack, (channel) =>
    Effect.gen(function* () {
      const answered = yield* channel.mayPost
      slack.fails = "internal_error"
      yield* channel.lookAgain(CHANNEL)
      const unanswered = yield* channel.mayPost
      slack.fails = "channel_not_found"
      yield* channel.lookAgain(CHANNEL)
      return [answered, unanswered, yield* channel.mayPost]
    })
  )
  expect(seen).toEqual([true, true, false])
})

it("a channel that is archived is told of once and still tried, so its alerts leave Slack", async () => {
  const slack = privateChannel()
  slack.info = { is_private: true, is_archived: true }
  const seen = await withChannel(slack, (channel) =>
    Effect.gen(function* () {
      const first = yield* channel.mayPost
      yield* channel.lookAgain(CHANNEL)
      return [first, yield* channel.mayPost]
    })
  )
  expect(seen).toEqual([true, true])
  expect(slack.told).toEqual([["D-U0ADMIN", expect.stringContaining(`<#${CHANNEL}> is archived`)]])
})

it("is not posted to before Slack has answered, and a private one is reported to nobody", async () => {
  const slack: Slack = { ...privateChannel(), fails: "internal_error" }
  const seen = await withChannel(slack, (channel) =>
    Effect.gen(function* () {
      const unanswered = yield* channel.mayPost
      delete slack.fails
      yield* TestClock.adjust(Duration.seconds(6))
      return [unanswered, yield* channel.mayPost]
    })
  )
  expect(seen).toEqual([false, true])
  expect(slack.told).toEqual([])
})

it("the team managers are told where there is no administrator, of this channel alone", async () => {
  const slack = privateChannel()
  slack.info = { is_private: false }
  await withChannel(slack, (channel) => channel.lookAgain("C0OTHER"), [])
  expect(slack.told).toEqual([])
  await withChannel(slack, (channel) => channel.lookAgain(CHANNEL), [])
  expect(slack.told).toEqual([["D-U0MANAGER", expect.stringContaining("Nothing is posted there")]])
})

it("tells again where nobody could be told", async () => {
  const slack = privateChannel()
  slack.info = { is_private: false }
  slack.isMute = true
  await withChannel(slack, (channel) =>
    Effect.gen(function* () {
      yield* channel.lookAgain(CHANNEL)
      slack.isMute = false
      yield* channel.lookAgain(CHANNEL)
      yield* channel.lookAgain(CHANNEL)
    })
  )
  expect(slack.told).toEqual([["D-U0ADMIN", expect.stringContaining("Nothing is posted there")]])
})

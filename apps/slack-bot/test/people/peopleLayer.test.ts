import { PersonId } from "@safe-return/domain/pathway"
import { Duration, Effect, Exit, Layer } from "effect"
import { TestClock } from "effect/testing"
import { describe, expect, it } from "vitest"
import { Accounts } from "../../src/people/Accounts.ts"
import { People } from "../../src/people/People.ts"
import { peopleLayer } from "../../src/people/peopleLayer.ts"
import { SlackApi, SlackFailed } from "../../src/slack/SlackApi.ts"

const OURS = "T0OURS"

const accounts: Readonly<Record<string, object>> = {
  U0NAMED: { team_id: OURS },
  U0INGROUP: { team_id: OURS },
  U0NOROLE: { team_id: OURS },
  U0GUEST: { team_id: OURS, is_restricted: true },
  U0SINGLE: { team_id: OURS, is_ultra_restricted: true },
  U0STRANGER: { team_id: "T0THEIRS", is_stranger: true },
  U0OTHERTEAM: { team_id: "T0THEIRS" },
  U0BOT: { team_id: OURS, is_bot: true },
  U0LEFT: { team_id: OURS, deleted: true }
}

/** Everybody holds the role on paper; being a guest or having left counts for more. */
const roles = {
  mash: [],
  "missing-coordinator": [],
  "team-manager": Object.keys(accounts).filter((id) => id !== "U0INGROUP" && id !== "U0NOROLE"),
  "head-of-service": [],
  "out-of-hours-duty": [],
  interviewer: [],
  worker: ["S0WORKERS"],
  administrator: []
}

/** A Slack that answers from here, and fails when it is told to. */
interface State {
  group: ReadonlyArray<string>
  isDown: boolean
  /** Slack's error code for the user group alone. */
  noGroup?: string
}

const slackWith = (state: State) =>
  Layer.succeed(SlackApi, {
    call: (method: string, call: (client: never) => Promise<unknown>) =>
      Effect.suspend(() => {
        if (state.noGroup !== undefined && method.startsWith("usergroups.")) {
          return Effect.fail(new SlackFailed({ method, reason: state.noGroup }))
        }
        if (state.isDown) return Effect.fail(new SlackFailed({ method, reason: "internal_error" }))
        const client = {
          auth: { test: async () => ({ team_id: OURS }) },
          users: { info: async ({ user }: { user: string }) => ({ user: accounts[user] }) },
          usergroups: { users: { list: async () => ({ users: state.group }) } }
        }
        return Effect.promise(() => call(client as never))
      })
  } as unknown as SlackApi["Service"])

const run = <A>(state: State, check: (people: People["Service"]) => Effect.Effect<A>) =>
  Effect.runPromise(
    Effect.flatMap(Effect.service(People), check).pipe(
      Effect.provide(peopleLayer(roles).pipe(Layer.provide(Accounts.layer), Layer.provide(slackWith(state)))),
      Effect.provide(TestClock.layer())
    )
  )

const may = (people: People["Service"], id: string) =>
  Effect.map(Effect.exit(people.allow(PersonId.make(id), "record-found-and-returned")), Exit.isSuccess)

describe("who may do something", () => {
  it.each([
    ["U0NAMED", true],
    ["U0INGROUP", true],
    ["U0NOROLE", false],
    ["U0GUEST", false],
    ["U0SINGLE", false],
    ["U0STRANGER", false],
    ["U0OTHERTEAM", false],
    ["U0BOT", false],
    ["U0LEFT", false],
    ["U0NOBODY", false]
  ])("%s: %s", async (id, expected) => {
    const state = { group: ["U0INGROUP", "U0GUEST"], isDown: false }
    expect(await run(state, (people) => may(people, id))).toBe(expected)
    const held = await run(state, (people) => people.rolesOf(PersonId.make(id)))
    expect(held.size > 0).toBe(expected)
  })

  it("follows who joins and leaves a user group, within minutes", async () => {
    const state = { group: ["U0INGROUP"], isDown: false }
    const seen = await run(state, (people) =>
      Effect.gen(function* () {
        const before = [yield* may(people, "U0INGROUP"), yield* may(people, "U0NOROLE")]
        state.group = ["U0NOROLE"]
        yield* TestClock.adjust(Duration.minutes(6))
        return [...before, yield* may(people, "U0INGROUP"), yield* may(people, "U0NOROLE")]
      })
    )
    expect(seen).toEqual([true, false, false, true])
  })

  it("keeps a group as it was known while Slack does not answer, but lets in nobody it could not check", async () => {
    const state = { group: ["U0INGROUP"], isDown: false }
    const seen = await run(state, (people) =>
      Effect.gen(function* () {
        yield* may(people, "U0NOROLE")
        yield* TestClock.adjust(Duration.minutes(4))
        const before = yield* may(people, "U0INGROUP")
        yield* TestClock.adjust(Duration.minutes(2))
        state.isDown = true
        return [before, yield* may(people, "U0INGROUP"), yield* may(people, "U0NOROLE")]
      })
    )
    expect(seen).toEqual([true, true, false])
  })

  it.each(["internal_error", "no_such_subteam", "missing_scope"])(
    "does not keep out those named one by one while a user group cannot be read: %s",
    async (noGroup) => {
      const seen = await run({ group: ["U0INGROUP"], isDown: false, noGroup }, (people) =>
        Effect.gen(function* () {
          const roles = yield* people.rolesOf(PersonId.make("U0NAMED"))
          return [yield* may(people, "U0NAMED"), yield* may(people, "U0INGROUP"), roles.has("team-manager")]
        })
      )
      expect(seen).toEqual([true, false, true])
    }
  )

  it("lets nobody in by a user group that was deleted since", async () => {
    const state: State = { group: ["U0INGROUP"], isDown: false }
    const seen = await run(state, (people) =>
      Effect.gen(function* () {
        const before = yield* may(people, "U0INGROUP")
        state.noGroup = "no_such_subteam"
        yield* TestClock.adjust(Duration.minutes(6))
        return [before, yield* may(people, "U0INGROUP")]
      })
    )
    expect(seen).toEqual([true, false])
  })
})

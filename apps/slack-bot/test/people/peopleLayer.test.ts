import { notSetUp, People, type Permission, type Role } from "@safe-return/casework"
import { PersonId } from "@safe-return/domain/pathway"
import { Incidents, type OpenIncident } from "@safe-return/outreach"
import { Duration, Effect, Exit, Layer, Logger, Result } from "effect"
import { TestClock } from "effect/testing"
import { describe, expect, it } from "vitest"
import { peopleLayer } from "../../src/people/peopleLayer.ts"
import { accountsLayer } from "../../src/slack/accountsLayer.ts"
import { OurInstallation } from "../../src/slack/OurInstallation.ts"
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
  U0GRID: { team_id: "T0HOME", enterprise_user: { enterprise_id: "E0OURS", teams: ["T0HOME", OURS] } },
  U0GRIDAWAY: { team_id: "T0HOME", enterprise_user: { enterprise_id: "E0OURS", teams: ["T0HOME"] } },
  U0GRIDGUEST: { team_id: "T0HOME", is_restricted: true, enterprise_user: { enterprise_id: "E0OURS", teams: [OURS] } },
  U0INVITED: { team_id: OURS, is_invited_user: true },
  U0NOTEAM: {},
  USLACKBOT: { id: "USLACKBOT", team_id: OURS, is_bot: false },
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
  administrator: [],
  "education-officer": [],
  attendance: [],
  admissions: [],
  "education-manager": [],
  "inclusion-panel": [],
  "inclusion-lead": []
}

/** A Slack that answers from here, and fails when it is told to. */
interface State {
  /** Undefined where Slack's answer names no members at all. */
  group: ReadonlyArray<string> | undefined
  isDown: boolean
  /** What Slack answers for everybody's account instead, by its error code. */
  noAccounts?: string
  /** The app is installed on the whole organisation. */
  isWide?: boolean
  /** What the calls were made with, newest last. */
  asked?: Array<readonly [method: string, given: unknown]>
  /** Slack's error code for the user group alone. */
  noGroup?: string
  /** The people that `users.info` was asked about. */
  calls?: Array<string>
}

const slackWith = (state: State) =>
  Layer.succeed(SlackApi, {
    call: (method: string, call: (client: never) => Promise<unknown>) =>
      Effect.suspend(() => {
        if (state.noGroup !== undefined && method.startsWith("usergroups.")) {
          return Effect.fail(new SlackFailed({ method, reason: state.noGroup }))
        }
        if (state.noAccounts !== undefined && method === "users.info") {
          return Effect.fail(new SlackFailed({ method, reason: state.noAccounts }))
        }
        if (state.isDown) return Effect.fail(new SlackFailed({ method, reason: "internal_error" }))
        const client = {
          auth: {
            test: async () =>
              state.isWide === true
                ? { team_id: "E0OURS", enterprise_id: "E0OURS", is_enterprise_install: true }
                : { team_id: OURS }
          },
          users: {
            info: async ({ user }: { user: string }) => {
              state.calls?.push(user)
              return { user: accounts[user] }
            }
          },
          usergroups: {
            users: {
              list: async (given: unknown) => {
                state.asked?.push([method, given])
                return state.group === undefined ? {} : { users: state.group }
              }
            }
          }
        }
        return Effect.promise(() => call(client as never))
      })
  } as unknown as SlackApi["Service"])

const run = <A>(
  state: State,
  check: (people: People["Service"], incidents: Incidents["Service"]) => Effect.Effect<A>,
  workspace?: string,
  named: typeof roles = roles
) =>
  Effect.runPromise(
    Effect.gen(function* () {
      return yield* check(yield* Effect.service(People), yield* Effect.service(Incidents))
    }).pipe(
      Effect.provide(
        peopleLayer(named).pipe(
          Layer.provide(accountsLayer),
          Layer.provide(OurInstallation.layer(workspace)),
          Layer.provide(slackWith(state)),
          Layer.provideMerge(Incidents.layer)
        )
      ),
      Effect.provide(TestClock.layer()),
      Effect.provide(Logger.layer([]))
    )
  )

const mayDo = (people: People["Service"], id: string, permission: Permission) =>
  Effect.map(Effect.exit(people.allow(PersonId.make(id), permission)), Exit.isSuccess)

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
    ["U0GRID", true],
    ["U0GRIDAWAY", false],
    ["U0GRIDGUEST", false],
    ["U0INVITED", false],
    ["U0NOTEAM", false],
    ["USLACKBOT", false],
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

  it("keeps a known group while Slack does not answer, but lets in nobody it could not check", async () => {
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

describe("how far a role reaches", () => {
  const inGroup = (...held: ReadonlyArray<Role>): typeof roles => ({
    ...roles,
    "team-manager": [],
    worker: [],
    ...Object.fromEntries(held.map((role) => [role, ["S0GROUP"]]))
  })
  const reachOfMember = (permission: Permission, ...held: ReadonlyArray<Role>) =>
    run(
      { group: ["U0INGROUP"], isDown: false },
      (people) => Effect.result(people.allow(PersonId.make("U0INGROUP"), permission)),
      undefined,
      inGroup(...held)
    )

  it("a worker may put right their own cases, and a manager every case", async () => {
    expect(await reachOfMember("correct-record", "worker")).toEqual(Result.succeed("own"))
    expect(await reachOfMember("correct-record", "team-manager")).toEqual(Result.succeed("any"))
    expect(await reachOfMember("correct-record", "worker", "team-manager")).toEqual(Result.succeed("any"))
    expect(await reachOfMember("answer-considerations", "mash")).toEqual(Result.succeed("unallocated"))
    expect(await reachOfMember("answer-considerations", "mash", "worker")).toEqual(Result.succeed("own"))
  })

  it("a person without the role reads who has it, and a guest that it is for members", async () => {
    const refusalOf = (id: string, state: State = { group: [], isDown: false }) =>
      run(state, (people) => Effect.flip(people.allow(PersonId.make(id), "assign-interview")).pipe(Effect.orDie))
    expect((await refusalOf("U0NOROLE")).message).toBe(notSetUp("assign-interview").message)
    expect((await refusalOf("U0GUEST")).message).toBe(
      "This is only for full members of this workspace. Nothing was done."
    )
    const unread = inGroup("team-manager")
    const asked = run(
      { group: [], isDown: false, noGroup: "internal_error" },
      (people) => Effect.flip(people.allow(PersonId.make("U0NOROLE"), "assign-interview")).pipe(Effect.orDie),
      undefined,
      unread
    )
    expect((await asked).message).toContain("We could not check with Slack who you are.")
  })
})

describe("an app that is installed on a whole organisation", () => {
  const state = (): State => ({ group: ["U0GRIDAWAY"], isDown: false, isWide: true, asked: [] })

  it("lets in everyone of the organisation, where no workspace is named", async () => {
    const seen = await run(state(), (people) =>
      Effect.forEach(["U0GRID", "U0GRIDAWAY", "U0OTHERTEAM", "U0GRIDGUEST"], (id) => may(people, id))
    )
    expect(seen).toEqual([true, true, false, false])
  })

  it("lets in members of the named workspace alone, and names it where Slack asks for one", async () => {
    const asked = state()
    const seen = await run(asked, (people) => Effect.forEach(["U0GRID", "U0GRIDAWAY"], (id) => may(people, id)), OURS)
    expect(seen).toEqual([true, false])
    await run(asked, (people) => people.holdersOf("worker"), OURS)
    expect(asked.asked).toContainEqual(["usergroups.users.list", { usergroup: "S0WORKERS", team_id: OURS }])
  })
})

describe("while Slack cannot say who people are", () => {
  it.each(["ratelimited", "http_503", "internal_error"])(
    "those it has said to be members go on recording for a day, and nobody else does: %s",
    async (noAccounts) => {
      const state: State = { group: ["U0INGROUP"], isDown: false }
      const seen = await run(state, (people) =>
        Effect.gen(function* () {
          yield* may(people, "U0NAMED")
          yield* may(people, "U0GUEST")
          state.noAccounts = noAccounts
          yield* TestClock.adjust(Duration.minutes(30))
          const then = yield* Effect.forEach(["U0NAMED", "U0GUEST", "U0INGROUP"], (id) => may(people, id))
          const reveals = yield* mayDo(people, "U0NAMED", "reveal-profile")
          const looks = yield* mayDo(people, "U0NAMED", "see-cases")
          const held = (yield* people.rolesOf(PersonId.make("U0NAMED"))).size
          yield* TestClock.adjust(Duration.hours(24))
          return [...then, reveals, looks, held, yield* may(people, "U0NAMED")]
        })
      )
      expect(seen).toEqual([true, false, false, false, false, 1, false])
    }
  )

  it("a list takes Slack's word on a member for five seconds; what reveals asks at each click", async () => {
    const state: State = { group: [], isDown: false, calls: [] }
    const asked = await run(state, (people) =>
      Effect.gen(function* () {
        const callsOf = (permission: Permission) =>
          Effect.map(mayDo(people, "U0NAMED", permission), () => state.calls?.splice(0).length)
        const first = [yield* callsOf("see-queue"), yield* callsOf("see-queue"), yield* callsOf("reveal-profile")]
        yield* TestClock.adjust(Duration.seconds(6))
        return [...first, yield* callsOf("see-queue"), yield* callsOf("open-home")]
      })
    )
    expect(asked).toEqual([1, 0, 1, 1, 0])
  })

  it("a list asks Slack at each click about a person who was no member", async () => {
    const state: State = { group: [], isDown: false, calls: [] }
    const asked = await run(state, (people) =>
      Effect.map(
        Effect.forEach([1, 2], () => mayDo(people, "U0GUEST", "see-queue")),
        (may) => [...may, state.calls?.length]
      )
    )
    expect(asked).toEqual([false, false, 2])
  })

  it("a list is shown on an answer of the last five minutes", async () => {
    const state: State = { group: [], isDown: false }
    const seen = await run(state, (people) =>
      Effect.gen(function* () {
        yield* may(people, "U0NAMED")
        state.noAccounts = "ratelimited"
        yield* TestClock.adjust(Duration.minutes(4))
        return [yield* mayDo(people, "U0NAMED", "see-queue"), yield* mayDo(people, "U0NAMED", "reveal-profile")]
      })
    )
    expect(seen).toEqual([true, false])
  })
})

describe("a role taken away", () => {
  const inGroup = { ...roles, "team-manager": ["S0MANAGERS"], worker: [] }

  it("by leaving the user group is gone at the next click, for what reveals, decides or shows", async () => {
    const state: State = { group: ["U0INGROUP"], isDown: false }
    const doing = ["reveal-profile", "decide-on-trigger", "see-cases", "acknowledge-alert"] as const
    const seen = await run(
      state,
      (people) =>
        Effect.gen(function* () {
          const before = yield* Effect.forEach(doing, (one) => mayDo(people, "U0INGROUP", one))
          state.group = ["U0NOROLE"]
          // Each alone, so that none is refused by what another has asked.
          const after = yield* mayDo(people, "U0INGROUP", "acknowledge-alert")
          return [before, after, yield* Effect.forEach(doing, (one) => mayDo(people, "U0INGROUP", one))]
        }),
      undefined,
      inGroup
    )
    expect(seen).toEqual([[true, true, true, true], true, [false, false, false, false]])
  })

  it.each(["reveal-profile", "decide-on-trigger", "change-profile", "see-queue"] as const)(
    "is gone at the next click: %s",
    async (permission) => {
      const state: State = { group: ["U0INGROUP"], isDown: false }
      const seen = await run(
        state,
        (people) =>
          Effect.gen(function* () {
            const before = yield* mayDo(people, "U0INGROUP", permission)
            state.group = ["U0NOROLE"]
            return [before, yield* mayDo(people, "U0INGROUP", permission)]
          }),
        undefined,
        inGroup
      )
      expect(seen).toEqual([true, false])
    }
  )
})

describe("a user group that cannot be read", () => {
  const beside = { ...roles, "team-manager": ["S0MANAGERS", "U0NAMED"], worker: [] }
  const open = (incidents: Incidents["Service"]) =>
    Effect.map(incidents.open, (all: ReadonlyArray<OpenIncident>) => all.map(({ kind, place }) => [kind, place]))

  it.each(["internal_error", "missing_scope", "no_such_subteam", "ratelimited"])(
    "still names those who were in it last, and administrators hear: %s",
    async (noGroup) => {
      const state: State = { group: ["U0INGROUP"], isDown: false }
      const alone = { ...roles, "team-manager": ["S0MANAGERS"], worker: [] }
      const seen = await run(
        state,
        (people, incidents) =>
          Effect.gen(function* () {
            yield* people.holdersOf("team-manager")
            state.noGroup = noGroup
            yield* TestClock.adjust(Duration.hours(6))
            const holders = yield* people.holdersOf("team-manager")
            const told = yield* open(incidents)
            delete state.noGroup
            yield* TestClock.adjust(Duration.minutes(6))
            yield* people.holdersOf("team-manager")
            return [holders, told, yield* open(incidents)]
          }),
        undefined,
        alone
      )
      expect(seen).toEqual([["U0INGROUP"], [["group-unreadable", "S0MANAGERS"]], []])
    }
  )

  it.each([
    ["missing_scope", "usergroups:read"],
    ["no_such_subteam", "Enable S0MANAGERS again in Slack"],
    ["missing_argument", "SAFE_RETURN_SLACK_WORKSPACE"],
    ["team_not_found", "SAFE_RETURN_SLACK_WORKSPACE"],
    ["internal_error", "see whether Slack has trouble"],
    ["empty", "Add people to S0MANAGERS in Slack"]
  ])("administrators read what to do about it, and who is told meanwhile: %s", async (fault, remedy) => {
    const incidentOf = (group: State["group"], known: number) => {
      const state: State = { group, isDown: false }
      return run(
        state,
        (people, incidents) =>
          Effect.gen(function* () {
            if (known > 0) yield* people.holdersOf("team-manager")
            if (fault === "empty") state.group = undefined
            else state.noGroup = fault
            yield* TestClock.adjust(Duration.minutes(8))
            yield* people.holdersOf("team-manager")
            return (yield* incidents.open)[0]
          }),
        undefined,
        beside
      )
    }
    const known = await incidentOf(["U0INGROUP", "U0NOROLE"], 2)
    expect(known?.remedy).toContain(remedy)
    expect(known?.what).toContain("those who were in it last are told (2), and those named beside it.")
    const unknown = await incidentOf(undefined, 0)
    expect(unknown?.what).toContain("Meanwhile those named beside it are told, or the next role.")
  })

  it("is no incident before the last answer is two minutes older than usual", async () => {
    const state: State = { group: ["U0INGROUP"], isDown: false }
    const seen = await run(
      state,
      (people, incidents) =>
        Effect.gen(function* () {
          yield* people.holdersOf("team-manager")
          state.noGroup = "ratelimited"
          yield* TestClock.adjust(Duration.minutes(6))
          const holders = yield* people.holdersOf("team-manager")
          const told = yield* open(incidents)
          yield* TestClock.adjust(Duration.minutes(1))
          yield* people.holdersOf("team-manager")
          return [holders, told, yield* open(incidents)]
        }),
      undefined,
      beside
    )
    expect(seen).toEqual([["U0NAMED", "U0INGROUP"], [], [["group-unreadable", "S0MANAGERS"]]])
  })

  it("never read before and named alone, names nobody", async () => {
    const state: State = { group: [], isDown: false, noGroup: "missing_scope" }
    const alone = { ...roles, "team-manager": ["S0MANAGERS"], worker: [] }
    expect(await run(state, (people) => people.holdersOf("team-manager"), undefined, alone)).toEqual([])
  })

  it("never read before, names those beside it", async () => {
    const state: State = { group: [], isDown: false, noGroup: "missing_scope" }
    expect(await run(state, (people) => people.holdersOf("team-manager"), undefined, beside)).toEqual(["U0NAMED"])
  })

  it("and is empty, names its last members where nobody else is named, but lets none in", async () => {
    for (const [names, expected] of [
      [{ ...roles, "team-manager": ["S0MANAGERS"], worker: [] }, ["U0INGROUP"]],
      [beside, ["U0NAMED"]]
    ] as const) {
      const state: State = { group: ["U0INGROUP"], isDown: false }
      const seen = await run(
        state,
        (people, incidents) =>
          Effect.gen(function* () {
            yield* people.holdersOf("team-manager")
            state.group = []
            yield* TestClock.adjust(Duration.minutes(6))
            const holders = yield* people.holdersOf("team-manager")
            return [holders, yield* open(incidents), yield* may(people, "U0INGROUP")]
          }),
        undefined,
        { ...roles, "team-manager": [...names["team-manager"]], worker: [] }
      )
      expect(seen).toEqual([expected, [["group-unreadable", "S0MANAGERS"]], false])
    }
  })
})

/**
 * The listeners on a real Bolt app over real signed HTTP, with a Slack workspace on this machine. Behind them a
 * casework that a test can make slow, broken or full; nobody here exists.
 */

import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import {
  Casework,
  Council,
  councilOn,
  NewIds,
  notificationsLayer,
  notSetUp,
  People,
  type Role,
  reachOf,
  UnknownReference
} from "@safe-return/casework"
import { movableClock, oneOpenEducationCase } from "@safe-return/casework/testing"
import { calendars, Instant } from "@safe-return/domain/calendar"
import {
  type ChildReference,
  type ChildState,
  type Command,
  decide,
  emptyChildState,
  type PathwayEvent,
  PersonId,
  parseReferencePatterns,
  preview,
  type RecordedEvent,
  referencesOnRecord
} from "@safe-return/domain/pathway"
import { type Policy, rotherham } from "@safe-return/domain/policy"
import {
  Audit,
  type AuditEntry,
  Availabilities,
  type JournalUnavailable,
  type NotAudited,
  type PersonAvailability,
  type Profile,
  Profiles,
  VersionConflict
} from "@safe-return/journal"
import { startSlackWorkspace } from "@safe-return/slack-testkit"
import { App, HTTPReceiver, LogLevel } from "@slack/bolt"
import { Clock, Effect, Layer, Logger, Option, Result, Scope, Stream } from "effect"
import type { MessageContent } from "../../src/blocks/blocks.ts"
import type { HandlerServices, Run } from "../../src/handlers/Handler.ts"
import { registerListeners } from "../../src/listeners/index.ts"
import { MissingChannel } from "../../src/slack/MissingChannel.ts"
import { TablesTaken } from "../../src/slack/TablesTaken.ts"
import { nothingUndelivered } from "./nothingUndelivered.ts"

export const CHANNEL = "C0MISSING"

const roles: Readonly<Record<string, ReadonlyArray<Role>>> = {
  U0MANAGER: ["team-manager"],
  U0COORDINATOR: ["missing-coordinator"],
  U0INTERVIEWER: ["interviewer"],
  U0INTERVIEWER2: ["interviewer"],
  U0WORKER: ["worker"],
  U0WORKER2: ["worker"],
  U0HEAD: ["head-of-service"],
  U0DUTY: ["out-of-hours-duty"],
  U0ADMINISTRATOR: ["administrator"],
  U0MASH: ["mash"],
  U0EDUCATION: ["education-officer"],
  U0ATTENDANCE: ["attendance"],
  U0PANEL: ["inclusion-panel"],
  U0LEAD: ["inclusion-lead"]
}
const everybody = [...Object.keys(roles), "U0BYSTANDER"]

const app = {
  id: "A0SAFE",
  name: "safe-return",
  botId: "B0SAFE",
  botUserId: "U0BOT",
  botToken: "xoxb-synthetic",
  signingSecret: "synthetic-signing-secret"
}

const rolesOf = (person: PersonId): ReadonlySet<Role> => new Set(roles[person] ?? [])

const people = People.of({
  rolesOf: (person) => Effect.sync(() => rolesOf(person)),
  holdersOf: (role) =>
    Effect.succeed(
      Object.entries(roles).flatMap(([person, held]) => (held.includes(role) ? [PersonId.make(person)] : []))
    ),
  nameOf: (person) => Effect.succeed(person.toLowerCase()),
  allow: (person, permission) => {
    const reach = reachOf(rolesOf(person), permission)
    return reach === "none" ? Effect.fail(notSetUp(permission)) : Effect.succeed(reach)
  }
})

const educationReferences = Result.getOrThrow(parseReferencePatterns("EDU-#####"))

export const openSurface = async (now: Instant, policy: Policy = rotherham) => {
  const states = new Map<ChildReference, ChildState>()
  const histories = new Map<ChildReference, ReadonlyArray<RecordedEvent>>()
  const profiles = new Map<ChildReference, Profile>()
  const asked: Array<Command> = []
  let before: Effect.Effect<void, JournalUnavailable> = Effect.void
  let beforeProfile = before

  const executeAll = Effect.fn("executeAll")(function* (
    child: ChildReference,
    commands: ReadonlyArray<Command>,
    by: PersonId,
    expected?: number
  ) {
    asked.push(...commands)
    yield* before
    const actual = histories.get(child)?.length ?? 0
    if (expected !== undefined && expected !== actual) return yield* new VersionConflict({ child, expected, actual })
    const recordedAt = Instant(yield* Clock.currentTimeMillis)
    let state = states.get(child) ?? emptyChildState
    const events: Array<PathwayEvent> = []
    for (const command of commands) {
      const more = yield* Effect.fromResult(decide(state, command, { now: recordedAt }))
      state = preview(state, more)
      events.push(...more)
    }
    states.set(child, state)
    const recorded = events.map((event) => ({ recordedAt, recordedBy: by, event }))
    histories.set(child, [...(histories.get(child) ?? []), ...recorded])
    return { events, state }
  })

  const casework = Casework.of({
    active: Effect.sync(() => states),
    children: Effect.sync(() => [...states.keys()]),
    hold: () => Effect.void,
    activeAt: () => Effect.sync(() => states),
    get: (child) => {
      const state = states.get(child)
      return state === undefined ? Effect.fail(new UnknownReference({ reference: child })) : Effect.succeed(state)
    },
    execute: (child, command, by, expected) => executeAll(child, [command], by, expected),
    executeAll,
    executeForPoliceReference: (_, child, command, by) =>
      Effect.catchTag(executeAll(child, [command], by), "StreamMoved", Effect.die),
    history: (child) => Effect.sync(() => histories.get(child) ?? []),
    version: (child) => Effect.sync(() => histories.get(child)?.length ?? 0),
    isReadWhole: () => Effect.void,
    unreadable: Effect.succeed([]),
    foldedTo: () => Effect.succeed(Option.none()),
    childOf: () => Effect.succeed(Option.none()),
    childNamed: (typed) => Effect.suspend(() => Effect.fromResult(referencesOnRecord(states.keys()).find(typed))),
    policeSpellingOf: () => Effect.succeed(Option.none())
  })

  const away = new Map<PersonId, PersonAvailability>()
  const availabilities = Availabilities.of({
    all: Effect.sync(() => away),
    unreadable: Effect.succeed([]),
    change: ({ person, by, at, to }) =>
      Effect.sync(() => {
        const changed = { person, ...to(away.get(person) ?? { away: [] }), changed: { by, at } }
        away.set(person, changed)
        return changed
      }),
    letGo: () => Effect.succeed([]),
    bring: (one) => Effect.sync(() => void away.set(one.person, one))
  })
  const lookedAt: Array<string> = []
  const audited: Array<AuditEntry> = []
  let beforeAudit: Effect.Effect<void, NotAudited> = Effect.void
  const missingChannel = MissingChannel.of({
    id: CHANNEL,
    mayPost: Effect.succeed(true),
    lookAgain: (channel) => Effect.sync(() => void lookedAt.push(channel))
  })

  const clock = movableClock(now)
  const logged: Array<string> = []
  const log = Logger.layer([Logger.map(Logger.formatJson, (line) => void logged.push(line))])

  const run: Run = <A>(effect: Effect.Effect<A, never, HandlerServices>) =>
    Effect.runPromise(
      effect.pipe(
        Effect.provide(notificationsLayer),
        Effect.provide(nothingUndelivered),
        Effect.provideContext(education),
        Effect.provideService(MissingChannel, missingChannel),
        Effect.provideService(
          Audit,
          Audit.of({
            add: (entry) =>
              Effect.andThen(
                Effect.suspend(() => beforeAudit),
                Effect.sync(() => void audited.push(entry))
              ),
            read: Stream.empty
          })
        ),
        Effect.provideService(Availabilities, availabilities),
        Effect.provideService(Casework, casework),
        Effect.provideService(People, people),
        Effect.provideService(
          Council,
          councilOn({ authority: "Training council", policy, educationReferences }, calendars)
        ),
        Effect.provideService(
          Profiles,
          Profiles.of({
            find: (child) => Effect.sync(() => Option.fromNullishOr(profiles.get(child))),
            findEach: () => Effect.sync(() => profiles),
            changed: Effect.succeed(Effect.succeed([])),
            all: Effect.sync(() => [...profiles.values()]),
            change: Effect.fnUntraced(function* (child, changed) {
              yield* beforeProfile
              const profile = { ...(yield* Effect.fromResult(changed(profiles.get(child) ?? { child }))), child }
              profiles.set(child, profile)
              return profile
            }),
            bring: (profile) => Effect.sync(() => void profiles.set(profile.child, profile))
          })
        ),
        Effect.provide(clock.layer),
        Effect.provide(log),
        Effect.provide(NewIds.layer)
      )
    )

  // Kept from one request to the next.
  const education = await Effect.runPromise(Layer.buildWithScope(oneOpenEducationCase, Effect.runSync(Scope.make())))
  const workspace = await startSlackWorkspace({
    members: everybody.map((id) => ({ id, name: id.toLowerCase(), realName: `Synthetic ${id}` })),
    channels: [{ id: CHANNEL, name: "missing", private: true, members: ["U0BOT", ...everybody] }],
    app
  })
  const receiver = new HTTPReceiver({ signingSecret: app.signingSecret, logLevel: LogLevel.ERROR })
  const clientOptions = { slackApiUrl: workspace.slackApiUrl, retryConfig: { retries: 0 } }
  const bolt = new App({ token: app.botToken, receiver, clientOptions, logLevel: LogLevel.ERROR })
  registerListeners(bolt, run, new TablesTaken())
  const server = createServer(receiver.requestListener)
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  workspace.app.connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`)

  return {
    workspace,
    states,
    profiles,
    /** What was recorded of a child through the surface, oldest first. */
    recorded: (child: ChildReference) => (histories.get(child) ?? []).map(({ event }) => event),
    /** What is known of when people are away. */
    away,
    /** What the bot wrote to its log, line by line. */
    logged,
    /** Who asked for what, and whether they were let. */
    audited,
    /** The channels that Slack was asked about again. */
    lookedAt,
    /** Every command that reached the casework. */
    asked,
    person: (id: string) => workspace.person(id),
    /** What happens before a command is carried out, from now on. */
    beforeEachCommand: (effect: Effect.Effect<void, JournalUnavailable>) => {
      before = effect
    },
    /** What happens before an entry of the audit is kept, from now on. */
    beforeEachEntry: (effect: Effect.Effect<void, NotAudited>) => {
      beforeAudit = effect
    },
    /** What happens before a profile is saved, from now on. */
    beforeEachProfile: (effect: Effect.Effect<void, JournalUnavailable>) => {
      beforeProfile = effect
    },
    /** Posts a message as the bot, to click in. */
    post: async ({ text, blocks }: MessageContent) => {
      const { ts } = await bolt.client.chat.postMessage({ channel: CHANNEL, text, blocks: [...blocks] })
      return { channel: CHANNEL, ts: String(ts) }
    },
    [Symbol.asyncDispose]: async () => {
      await workspace.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    }
  }
}

export type Surface = Awaited<ReturnType<typeof openSurface>>

/** The bot for as long as it can work. Without its journal it refuses, tells people, and tries until it has it. */

import { People } from "@safe-return/casework"
import { definedFields } from "@safe-return/domain/definedFields"
import type {
  Audit,
  Availabilities,
  Deliveries,
  EducationCases,
  Erasures,
  Holds,
  JoinedUpRecords,
  Journal,
  JournalUnavailable,
  Profiles,
  Reveals,
  WriteCheck
} from "@safe-return/journal"
import { IncidentNews, Incidents, programFaults, RecordStanding, startedEmpty } from "@safe-return/outreach"
import type { BotConfiguration } from "@safe-return/settings"
import { type Context, Duration, Effect, Exit, Layer, Result, Scope } from "effect"
import { slackApp } from "./app.ts"
import { Bot, onJournalLayer, slackSideLayer } from "./Bot.ts"
import { HttpServer } from "./http/server.ts"
import { IntakeTrouble } from "./intake/IntakeTrouble.ts"
import { openIntake } from "./intake/openIntake.ts"
import { problemReply } from "./intake/Problem.ts"
import { notRecorded } from "./intake/receiveNotification.ts"
import { reportNotRecorded } from "./intake/reportsWatched.ts"
import { returnNotRecorded } from "./intake/takeSchoolReturn.ts"
import { registerWaiting } from "./listeners/waitingApp.ts"
import { OurInstallation } from "./slack/OurInstallation.ts"
import { payloadRefused } from "./slack/payloadRefused.ts"
import { requirePrivateChannel } from "./slack/privateChannel.ts"

/** How long a process that must end goes on telling people so. */
const TIME_TO_TELL = Duration.seconds(15)

/** In milliseconds: how long is waited before a journal that could not be opened is tried again, the first time and at most. */
const FIRST_WAIT = 2_000
const LONGEST_WAIT = 60_000

type EverythingKept =
  | Audit
  | Availabilities
  | Deliveries
  | EducationCases
  | Erasures
  | Holds
  | JoinedUpRecords
  | Journal
  | Profiles
  | Reveals
  | WriteCheck

const isJournalUnavailable = (failed: { readonly _tag: string }): failed is JournalUnavailable =>
  failed._tag === "JournalUnavailable"

/** What is answered without a journal, to the police and in Slack, for as long as the scope is open. */
const waiting = Effect.fnUntraced(function* (configuration: BotConfiguration, whole: Scope.Scope) {
  const incidents = yield* Incidents
  const people = yield* People
  const run = Effect.runPromiseWith(yield* Effect.context<never>())
  const installation = yield* OurInstallation
  const refused = (why: string) => void run(Effect.provideService(payloadRefused(why), Incidents, incidents))
  const { app, listener, open } = slackApp(configuration.slack, { ours: installation.soFar, refused })
  const refuse = reportNotRecorded(incidents)
  const { returnRefused } = yield* IntakeTrouble
  registerWaiting(app, (by) => run(Effect.ignore(Effect.andThen(people.allow(by, "report-missing"), refuse))))
  // The running bot takes its place on the same port.
  yield* Scope.provide(
    (yield* HttpServer).serve({
      ...definedFields({ slack: listener }),
      intake: yield* openIntake(
        configuration,
        () => Effect.as(refuse, problemReply(notRecorded)),
        ({ name }) => Effect.as(returnRefused(name), problemReply(returnNotRecorded))
      )
    }),
    whole
  )
  yield* Effect.forkScoped((yield* IncidentNews).watch)
  yield* requirePrivateChannel(configuration.channels.missing)
  yield* open
})

export const runBot = Effect.fn("runBot")(function* <E extends { readonly _tag: string; readonly message: string }>(
  configuration: BotConfiguration,
  kept: Layer.Layer<EverythingKept, E>
) {
  const whole = yield* Effect.scope
  const slackSide = yield* Layer.build(slackSideLayer(configuration))
  const layer = onJournalLayer(configuration).pipe(Layer.provide(kept), Layer.provide(Layer.succeedContext(slackSide)))

  /** Built in a scope of its own, so that what was opened of a journal that cannot be used is closed again. */
  const attempt = Effect.gen(function* () {
    const scope = yield* Scope.fork(whole)
    return yield* Effect.onError(Layer.buildWithScope(layer, scope), (cause) =>
      Scope.close(scope, Exit.failCause(cause))
    )
  })

  const untilOpened = Effect.fnUntraced(function* (first: JournalUnavailable) {
    const standing = yield* RecordStanding
    let failed = first
    for (let wait = FIRST_WAIT; ; wait = Math.min(2 * wait, LONGEST_WAIT)) {
      yield* standing.stopped(failed)
      yield* Effect.logError(`The journal cannot be opened yet. ${failed.message}`)
      yield* Effect.sleep(wait)
      const again = yield* Effect.result(attempt)
      if (Result.isSuccess(again)) return again.success
      if (!isJournalUnavailable(again.failure)) return yield* Effect.fail(again.failure)
      failed = again.failure
    }
  })

  const open = Effect.gen(function* () {
    const first = yield* Effect.result(attempt)
    if (Result.isSuccess(first)) return first.success
    const { failure } = first
    if (!isJournalUnavailable(failure)) return yield* Effect.fail(failure)
    yield* (yield* RecordStanding).stopped(failure)
    return yield* Effect.scoped(Effect.andThen(waiting(configuration, whole), untilOpened(failure)))
  })

  const work = Effect.gen(function* () {
    const services: Context.Context<Bot> = yield* open
    const { url, children } = yield* Effect.provideContext(Effect.service(Bot), services)
    if ((yield* children) === 0) yield* (yield* Incidents).raise(startedEmpty(configuration.keptIn))
    yield* Effect.logInfo(`Safe Return listens on ${url}. The journal is ${configuration.keptIn ?? "open"}.`)
    return yield* Effect.never
  })

  return yield* Effect.gen(function* () {
    const mustEnd = yield* programFaults
    const { restartNeeded } = yield* RecordStanding
    const because = yield* Effect.raceFirst(work, Effect.raceFirst(restartNeeded, mustEnd))
    // Nothing more is wanted of it than that people hear of it.
    yield* Effect.timeoutOption((yield* IncidentNews).tellNow, TIME_TO_TELL)
    return yield* because
  }).pipe(Effect.provideContext(slackSide))
})

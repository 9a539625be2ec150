/** The bot as one layer on a journal: it listens to Slack and the police, and tells people what they must know. */

import {
  Casework,
  caseworkLayer,
  councilLayer,
  educationCaseworkLayer,
  NewIds,
  notificationsLayer
} from "@safe-return/casework"
import type { Instant } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import { Erasures, Journal, Profiles } from "@safe-return/journal"
import {
  ClockCheck,
  DailyCounts,
  dailyCountsLayer,
  databaseClock,
  deliveryRecordLayer,
  earliest,
  educationMorningLayer,
  educationOutreachLayer,
  episodeTrendLayer,
  HeartbeatSettings,
  heartbeatSettingsIn,
  IncidentNews,
  Incidents,
  incidentNewsLayer,
  keepRunning,
  ManagersChannel,
  morningDigestLayer,
  Outreach,
  onceForNewest,
  outreachLayer,
  outsideSlackLayer,
  type Patience,
  Reachability,
  RecordStanding,
  readLeftUnread,
  receiptCheck,
  recordCheck,
  recordsWentBack,
  recordWatch,
  scorecardPostLayer,
  shadowRecordLayer,
  shadowReportsLayer,
  shadowTransportsLayer,
  TeamOutreach,
  teamOutreachLayer,
  usualPatience,
  watchedRecordLayer,
  watchUnreadable
} from "@safe-return/outreach"
import type { BotConfiguration } from "@safe-return/settings"
import { Context, Duration, Effect, Layer, Option, Stream } from "effect"
import { RateLimiter } from "effect/persistence"
import { slackApp } from "./app.ts"
import { slackClock } from "./clocks/slackClock.ts"
import type { HandlerServices } from "./handlers/Handler.ts"
import { Heartbeat, heartbeatLayer } from "./heartbeat/Heartbeat.ts"
import { HttpServer } from "./http/server.ts"
import { despiteRefusal } from "./incidents/slackRefused.ts"
import { intakeTroubleLayer } from "./intake/IntakeTrouble.ts"
import { openIntake } from "./intake/openIntake.ts"
import { reportsWatched } from "./intake/reportsWatched.ts"
import { takeNotification } from "./intake/takeNotification.ts"
import { takeSchoolReturn } from "./intake/takeSchoolReturn.ts"
import { registerListeners } from "./listeners/index.ts"
import { peopleLayer } from "./people/peopleLayer.ts"
import { accountsLayer } from "./slack/accountsLayer.ts"
import { educationChannelLayer, missingChannelLayer } from "./slack/missingChannelLayer.ts"
import { OurInstallation } from "./slack/OurInstallation.ts"
import { payloadRefused } from "./slack/payloadRefused.ts"
import { requirePrivateChannel } from "./slack/privateChannel.ts"
import { SlackApi } from "./slack/SlackApi.ts"
import { transportsLayer } from "./slack/transportsLayer.ts"
import { runFreely } from "./startLightly.ts"
import { botMeasured } from "./telemetry/botMeasured.ts"
import { exportInterval, telemetryLayer } from "./telemetry/telemetryLayer.ts"

/** How many children are told of at once as things happen. */
const TELL_CONCURRENCY = 8

/** How often it is asked whether what left Slack has arrived. */
const ASK_AFTER_EVERY = Duration.seconds(30)

export class Bot extends Context.Service<
  Bot,
  {
    /** Where it listens, for Slack's requests and for notifications. */
    readonly url: string
    /** Sends everything that is owed now. */
    readonly sweep: Effect.Effect<void>
    /** Sends what fell due by now, as passing time does. */
    readonly catchUp: Effect.Effect<void>
    /** When time alone next brings something to anybody, as the last {@link sweep} or {@link catchUp} found it. */
    readonly nextDue: Effect.Effect<Option.Option<Instant>>
    /** How many children are on record. */
    readonly children: Effect.Effect<number>
  }
>()("@safe-return/slack-bot/Bot") {}

/** A worker who is set as allocated is told at once, not at the next sweep. */
const announcedProfiles = Effect.fnUntraced(function* (outreach: Outreach["Service"]) {
  const profiles = yield* Profiles
  const casework = yield* Casework
  const scope = yield* Effect.scope
  return Profiles.of({
    ...profiles,
    change: (child, changed) =>
      Effect.tap(profiles.change(child, changed), () =>
        // With other facts a finished child may have something left to do.
        Effect.forkIn(Effect.andThen(Effect.ignore(casework.hold(child)), outreach.deliver(child)), scope)
      )
  })
})

/** Nothing where no collector is set. */
const measuring = Effect.fnUntraced(function* ({ telemetry }: BotConfiguration) {
  if (telemetry === undefined) return Effect.void
  const measure = yield* botMeasured
  yield* Effect.forkScoped(Effect.forever(Effect.andThen(measure, Effect.sleep(exportInterval(telemetry)))))
  return measure
})

const make = (configuration: BotConfiguration) =>
  Effect.gen(function* () {
    const journal = yield* Journal
    const outreach = yield* Outreach
    const teamOutreach = yield* TeamOutreach
    const heartbeat = yield* Heartbeat

    const keep = (part: string, run: Effect.Effect<unknown>) => Effect.forkScoped(keepRunning(part, run))

    const appended = yield* journal.subscribe
    yield* keep(
      "telling of what is recorded",
      Stream.runForEach(
        // The person who recorded it is answered first: the disk is busy with the next append while others are told.
        Stream.mapEffect(appended, onceForNewest(outreach.deliver), { concurrency: TELL_CONCURRENCY, unordered: true }),
        () => Effect.void
      )
    )

    const erased = yield* (yield* Erasures).subscribe
    yield* keep(
      "forgetting what was erased",
      Stream.runForEach(erased, ({ child }) => outreach.forget(child))
    )

    yield* Effect.forkScoped(watchUnreadable)
    yield* recordsWentBack

    const incidentServices = yield* Effect.context<Incidents>()
    const installation = yield* OurInstallation
    const refused = (why: string) => void Effect.runForkWith(incidentServices)(payloadRefused(why))
    const { app, listener, open } = slackApp(configuration.slack, { ours: installation.soFar, refused })
    const services = Context.merge(yield* Effect.context<HandlerServices>(), yield* reportsWatched).pipe(
      Context.add(Profiles, yield* announcedProfiles(outreach))
    )
    registerListeners(app, Effect.runPromiseWith(services), (yield* SlackApi).tables)

    const http = yield* HttpServer
    const clockOfSlack = yield* slackClock
    const url = yield* http.serve({
      ...definedFields({ slack: listener }),
      datedTooFar: clockOfSlack.doubt,
      intake: yield* openIntake(configuration, takeNotification, takeSchoolReturn).pipe(Effect.provide(services)),
      heartbeat: () => Effect.runPromise(heartbeat.report)
    })

    yield* keep("beating outside", heartbeat.run)
    const { children } = yield* Casework
    const hasRecords = (yield* children).length > 0
    const incidentNews = yield* IncidentNews
    yield* keep("telling of incidents", incidentNews.watch)
    // Notifications are taken by now, whatever Slack answers or does not.
    yield* despiteRefusal(requirePrivateChannel(configuration.channels.missing), hasRecords)
    yield* despiteRefusal(open, hasRecords)
    const checkRecord = yield* recordCheck
    yield* keep("looking whether anything can be recorded", yield* recordWatch(checkRecord))
    yield* keep("telling of what falls due", outreach.watch)
    yield* keep("telling the team", teamOutreach.watch)
    yield* keep("comparing the database's clock", yield* databaseClock)
    yield* keep("comparing Slack's clock", clockOfSlack.watch)
    yield* keep("reading what the start left unread", yield* readLeftUnread)
    yield* keep("counting what is owed", (yield* DailyCounts).watch)
    const askAfter = yield* receiptCheck
    yield* keep("asking what arrived", Effect.forever(Effect.andThen(askAfter, Effect.sleep(ASK_AFTER_EVERY))))
    const measure = yield* measuring(configuration)
    yield* http.started
    runFreely()
    return Bot.of({
      url,
      sweep: Effect.all(
        [
          checkRecord,
          incidentNews.tellNow,
          askAfter,
          outreach.sweep,
          teamOutreach.bringUpToDate,
          outreach.flush,
          measure
        ],
        { discard: true }
      ),
      catchUp: Effect.all([incidentNews.tellNow, outreach.catchUp, teamOutreach.bringUpToDate, outreach.flush], {
        discard: true
      }),
      nextDue: Effect.map(Effect.all([outreach.nextDue, incidentNews.nextDue]), (times) =>
        Option.fromUndefinedOr(earliest(times.map(Option.getOrUndefined)))
      ),
      children: Effect.map(children, ({ length }) => length)
    })
  })

const patienceIn = ({ delivery = {} }: BotConfiguration): Patience => {
  const { giveUpAfterMinutes: giveUp, tryAgainAfterMinutes: rest } = delivery
  return {
    giveUpAfter: giveUp === undefined ? usualPatience.giveUpAfter : Duration.minutes(giveUp),
    restsFor: rest === undefined ? usualPatience.restsFor : Duration.minutes(rest)
  }
}

const rateLimiterLayer = RateLimiter.layer.pipe(Layer.provide(RateLimiter.layerStoreMemory))

/** In shadow each of them ends here, but for an administrator's. */
const waysOut = ({ isShadow = false }: BotConfiguration) =>
  isShadow ? Layer.provide(shadowTransportsLayer, transportsLayer) : transportsLayer

/** What needs no journal: Slack, the people in it, the ways out of it, and the news of what is wrong with the bot itself. */
export const slackSideLayer = (configuration: BotConfiguration) =>
  incidentNewsLayer.pipe(
    Layer.provideMerge(waysOut(configuration)),
    Layer.provideMerge(outsideSlackLayer(configuration.notify)),
    Layer.provideMerge(missingChannelLayer(configuration.channels.missing)),
    Layer.provideMerge(educationChannelLayer(configuration.channels.education)),
    Layer.provideMerge(peopleLayer(configuration.roles)),
    Layer.provideMerge(Layer.mergeAll(accountsLayer, Reachability.layer)),
    Layer.provideMerge(councilLayer(configuration)),
    Layer.provideMerge(OurInstallation.layer(configuration.slack.workspace)),
    Layer.provideMerge(
      Layer.mergeAll(HttpServer.layer(configuration), NewIds.layer, SlackApi.layer(configuration.slack))
    ),
    Layer.provideMerge(Layer.mergeAll(RecordStanding.layer, intakeTroubleLayer)),
    Layer.provideMerge(ClockCheck.layer),
    Layer.provideMerge(Incidents.layer)
  )

/** What works on the journal, beside {@link slackSideLayer}. */
export const onJournalLayer = (configuration: BotConfiguration) =>
  Layer.effect(Bot, make(configuration)).pipe(
    Layer.provide(heartbeatLayer),
    Layer.provide(episodeTrendLayer),
    Layer.provide(
      Layer.mergeAll(
        dailyCountsLayer(patienceIn(configuration).giveUpAfter),
        shadowReportsLayer(patienceIn(configuration).giveUpAfter),
        morningDigestLayer,
        scorecardPostLayer,
        educationMorningLayer,
        teamOutreachLayer,
        configuration.channels.education === undefined ? Layer.empty : educationOutreachLayer,
        notificationsLayer
      ).pipe(Layer.provideMerge(outreachLayer(patienceIn(configuration))))
    ),
    Layer.provide(rateLimiterLayer),
    Layer.provide(Layer.mergeAll(caseworkLayer, educationCaseworkLayer)),
    Layer.provide(
      Layer.mergeAll(
        shadowRecordLayer(configuration.isShadow ?? false).pipe(Layer.provideMerge(deliveryRecordLayer)),
        watchedRecordLayer
      )
    ),
    Layer.provide(Layer.succeed(ManagersChannel, configuration.channels.managers)),
    Layer.provide(Layer.succeed(HeartbeatSettings, heartbeatSettingsIn(configuration.heartbeat)))
  )

/** The running bot. Needs a journal and all that is kept beside it; everything else it brings itself. */
export const botLayer = (configuration: BotConfiguration) =>
  Layer.provideMerge(onJournalLayer(configuration), slackSideLayer(configuration)).pipe(
    // Merged, so that what is run from outside is measured too.
    Layer.provideMerge(telemetryLayer(configuration))
  )

/**
 * The bot as one layer: given a journal, it listens to Slack and to the police, and tells people what they must know.
 */
import type { Instant } from "@safe-return/domain/calendar"
import { type Audit, Erasures, Journal, Profiles } from "@safe-return/journal"
import type { BotConfiguration } from "@safe-return/settings"
import { Context, Duration, Effect, Layer, type Option, Stream } from "effect"
import { slackApp } from "./app.ts"
import { type Council, councilLayer } from "./casework/Council.ts"
import { caseworkLayer } from "./casework/caseworkLayer.ts"
import { NewIds } from "./casework/NewIds.ts"
import { type Notifications, notificationsLayer } from "./casework/Notifications.ts"
import { Courier } from "./delivery/Courier.ts"
import { carriersLayer } from "./delivery/carriersLayer.ts"
import { courierLayer, type Patience, usualPatience } from "./delivery/courierLayer.ts"
import { TeamNews } from "./delivery/TeamNews.ts"
import { teamNewsLayer } from "./delivery/teamNewsLayer.ts"
import { MorningDigest } from "./digest/MorningDigest.ts"
import { morningDigestLayer } from "./digest/morningDigestLayer.ts"
import { Heartbeat, heartbeatLayer } from "./heartbeat/Heartbeat.ts"
import { HeartbeatSettings, heartbeatSettingsIn } from "./heartbeat/HeartbeatSettings.ts"
import { listen } from "./http/server.ts"
import { IncidentNews } from "./incidents/IncidentNews.ts"
import { Incidents } from "./incidents/Incidents.ts"
import { incidentNewsLayer } from "./incidents/incidentNewsLayer.ts"
import { watchUnreadable } from "./incidents/unreadableRecords.ts"
import { receiveNotification } from "./intake/receiveNotification.ts"
import type { HandlerServices } from "./listeners/Handler.ts"
import { registerListeners } from "./listeners/index.ts"
import { outsideSlackLayer } from "./notify/notifyLayer.ts"
import { receiptCheck } from "./notify/receipts.ts"
import { Accounts } from "./people/Accounts.ts"
import { peopleLayer } from "./people/peopleLayer.ts"
import { Tellable } from "./people/Tellable.ts"
import { missingChannelLayer } from "./slack/missingChannelLayer.ts"
import { requirePrivateChannel } from "./slack/privateChannel.ts"
import { SlackApi } from "./slack/SlackApi.ts"

/** How often it is looked whether the morning summary is due: bounds how late it can be. */
const LOOK_FOR_DIGEST_EVERY = Duration.seconds(20)

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
    /** When the next reminder falls due. */
    readonly nextDue: Effect.Effect<Option.Option<Instant>>
  }
>()("@safe-return/slack-bot/Bot") {}

/** A worker who is set as allocated is told at once, not at the next sweep. */
const announcedProfiles = Effect.fnUntraced(function* (courier: Courier["Service"]) {
  const profiles = yield* Profiles
  const scope = yield* Effect.scope
  return Profiles.of({
    ...profiles,
    change: (child, changed) =>
      Effect.tap(profiles.change(child, changed), () => Effect.forkIn(courier.deliver(child), scope))
  })
})

const make = (configuration: BotConfiguration) =>
  Effect.gen(function* () {
    const journal = yield* Journal
    const courier = yield* Courier
    const digest = yield* MorningDigest
    const teamNews = yield* TeamNews
    const heartbeat = yield* Heartbeat

    const appended = yield* journal.subscribe
    yield* Effect.forkScoped(
      Stream.runForEach(
        // Whoever recorded it is answered first: the disk is busy with the next append while others are told.
        Stream.mapEffect(appended, (entry) => Effect.andThen(Effect.yieldNow, courier.deliver(entry.child)), {
          concurrency: TELL_CONCURRENCY,
          unordered: true
        }),
        () => Effect.void
      )
    )

    const erased = yield* (yield* Erasures).subscribe
    yield* Effect.forkScoped(Stream.runForEach(erased, ({ child }) => courier.forget(child)))

    yield* Effect.forkScoped(watchUnreadable)

    const { app, listener, open } = slackApp(configuration.slack)
    const services = Context.add(yield* Effect.context<HandlerServices>(), Profiles, yield* announcedProfiles(courier))
    registerListeners(app, Effect.runPromiseWith(services))

    const runIntake = Effect.runPromiseWith(yield* Effect.context<Audit | Council | Notifications>())
    const url = yield* listen({
      configuration,
      ...(listener === undefined ? {} : { slack: listener }),
      notification: (body) => runIntake(receiveNotification(body)),
      heartbeat: () => Effect.runPromise(heartbeat.report)
    })

    yield* Effect.forkScoped(heartbeat.run)
    // Notifications are taken by now, whatever Slack answers or does not.
    yield* requirePrivateChannel(configuration.channels.missing)
    yield* Effect.forkScoped((yield* IncidentNews).watch)
    yield* open
    yield* Effect.forkScoped(courier.watch)
    yield* Effect.forkScoped(teamNews.watch)
    const askAfter = yield* receiptCheck
    yield* Effect.forkScoped(Effect.forever(Effect.andThen(askAfter, Effect.sleep(ASK_AFTER_EVERY))))
    yield* Effect.forkScoped(Effect.forever(Effect.andThen(digest.send, Effect.sleep(LOOK_FOR_DIGEST_EVERY))))
    return Bot.of({
      url,
      sweep: Effect.all([askAfter, courier.sweep, teamNews.bringUpToDate, digest.send], { discard: true }),
      nextDue: courier.nextDue
    })
  })

const patienceIn = ({ delivery = {} }: BotConfiguration): Patience => {
  const { giveUpAfterMinutes: giveUp, tryAgainAfterMinutes: rest } = delivery
  return {
    giveUpAfter: giveUp === undefined ? usualPatience.giveUpAfter : Duration.minutes(giveUp),
    restsFor: rest === undefined ? usualPatience.restsFor : Duration.minutes(rest)
  }
}

/** The running bot. Needs a journal, deliveries and profiles; everything else it brings itself. */
export const botLayer = (configuration: BotConfiguration) =>
  Layer.effect(Bot, make(configuration)).pipe(
    Layer.provide(heartbeatLayer),
    Layer.provide(
      Layer.mergeAll(
        courierLayer(patienceIn(configuration)),
        incidentNewsLayer,
        morningDigestLayer,
        teamNewsLayer,
        notificationsLayer(configuration.policy)
      )
    ),
    Layer.provide(carriersLayer),
    Layer.provide(outsideSlackLayer(configuration.notify)),
    Layer.provide(missingChannelLayer(configuration.channels.missing)),
    Layer.provide(Layer.mergeAll(caseworkLayer, peopleLayer(configuration.roles))),
    Layer.provide(Layer.mergeAll(Accounts.layer, Tellable.layer)),
    Layer.provide(councilLayer(configuration)),
    Layer.provide(Layer.succeed(HeartbeatSettings, heartbeatSettingsIn(configuration.heartbeat))),
    Layer.provide(Layer.mergeAll(NewIds.layer, SlackApi.layer(configuration.slack))),
    Layer.provideMerge(Incidents.layer)
  )

/** Outreach that watches, on clocks that a test moves apart, with Slack and a way out of it that refuse as the test says. */

import { Casework, Council, councilOn, knownAt, People, type Role } from "@safe-return/casework"
import { entriesOf } from "@safe-return/casework/testing"
import { calendars, Instant } from "@safe-return/domain/calendar"
import {
  type ChildReference,
  type ChildState,
  emptyChildState,
  fold,
  PersonId,
  type RecordedEvent
} from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import {
  Availabilities,
  Deliveries,
  type Delivery,
  type DeliveryKey,
  type DeliverySubject,
  Journal,
  type Profile,
  Profiles,
  type ShadowPeriod
} from "@safe-return/journal"
import {
  type EscalationRole,
  Incidents,
  Outreach,
  OutsideSlack,
  outreachLayer,
  type Place,
  Reachability,
  SendFailed,
  type Transport,
  Transports
} from "@safe-return/outreach"
import { addressName } from "@safe-return/outreach/testing"
import { Clock, type Context, Deferred, Duration, Effect, Layer, Option, type Scope, Stream } from "effect"
import { TestClock } from "effect/testing"
import { rendered, slackFingerprint } from "../messages/rendered.ts"
import { changesAmong } from "./changesAmong.ts"

export const roles: Readonly<Partial<Record<Role, string>>> = {
  "missing-coordinator": "U0COORDINATOR",
  "team-manager": "U0MANAGER",
  "head-of-service": "U0HEAD",
  "out-of-hours-duty": "U0DUTY",
  administrator: "U0ADMIN"
}

/** `channel`, a person's id, or an address out of Slack such as `email:team-manager:0`. */
export const nameOfPlace = (place: Place): string => {
  switch (place._tag) {
    case "MissingChannel":
      return "channel"
    case "EducationChannel":
      return "education channel"
    case "Channel":
      return place.id
    case "ThreadOf":
      return "thread"
    case "Person":
      return place.person
    case "Outside":
      return addressName(place.way, place.role, place.nth)
  }
}

/** How far both clocks go before what is under way is waited for, in milliseconds. */
const STEP = 20_000

/** Another instance whose claims are never given up. */
export const STUCK = "stuck"

export interface PostedMessage {
  readonly to: string
  readonly about: DeliverySubject
  readonly key: DeliveryKey
  readonly text: string
  /** Milliseconds since outreach began. */
  readonly after: number
}

interface Setting {
  /** Undefined where the message is taken. */
  readonly refuse: (
    to: string
  ) => { readonly reason: string; readonly fault: SendFailed["fault"]; readonly retryAfterSeconds?: number } | undefined
  /** What is taken and never arrives. */
  readonly swallows: (to: string) => boolean
  /** Where nothing may be said for now. */
  readonly isClosed: (to: string) => boolean
  /** Before or after which attempt to post, counted from one, the process ends: what it was at stays as it is. */
  readonly killed: { readonly attempt: number; readonly isPosted: boolean } | undefined
  /** From when on a place may be written to, by the clock that only goes forward. */
  readonly freeFrom: (to: string) => number
  readonly addresses: Readonly<Partial<Record<EscalationRole, { readonly email: number; readonly sms: number }>>>
}

const open: Setting = {
  refuse: () => undefined,
  swallows: () => false,
  isClosed: () => false,
  killed: undefined,
  freeFrom: () => 0,
  addresses: {}
}

export const outreachWorld = (start: Instant) => {
  const setting: { -readonly [part in keyof Setting]: Setting[part] } = { ...open }
  const histories = new Map<ChildReference, ReadonlyArray<RecordedEvent>>()
  const profiles: Array<Profile> = []
  const kept = new Map<DeliverySubject, Map<DeliveryKey, Delivery>>()
  const posted: Array<PostedMessage> = []
  const attempts: Array<{ readonly to: string; readonly key: DeliveryKey }> = []
  /** How often what was delivered, and what happened, was read of a child. */
  const reads = { deliveries: 0, journal: 0 }
  let began = 0
  let endProcess = () => {}
  const dies = Effect.suspend(() => {
    endProcess()
    return Effect.never
  })
  let shadows: ReadonlyArray<ShadowPeriod> = []
  const keptOf = (subject: DeliverySubject) => {
    const known = kept.get(subject) ?? new Map<DeliveryKey, Delivery>()
    kept.set(subject, known)
    return known
  }

  const deliveries = Deliveries.of({
    of: (subject) =>
      Effect.sync(() => {
        if (subject !== "team") reads.deliveries += 1
        return new Map(keptOf(subject))
      }),
    claim: (subject, { key, channel, claimedAt, by }) =>
      Effect.sync(() => {
        const before = keptOf(subject).get(key)
        const isHeld = before?._tag === "Claimed" && before.by === STUCK
        if (isHeld || before?._tag === "Sent" || before?._tag === "Superseded") {
          return { _tag: "Held", by: before } as const
        }
        const since = before?._tag === "Claimed" ? (before.since ?? before.claimedAt) : before?.since
        keptOf(subject).set(key, {
          _tag: "Claimed",
          key,
          channel,
          claimedAt,
          by,
          ...(since === undefined ? {} : { since })
        })
        return { _tag: "Won", before } as const
      }),
    keep: (subject, delivery) => Effect.sync(() => void keptOf(subject).set(delivery.key, delivery)),
    undelivered: Effect.sync(() =>
      [...kept].flatMap(([subject, all]) =>
        [...all.values()].flatMap((delivery) => (delivery._tag === "Undelivered" ? [{ subject, delivery }] : []))
      )
    ),
    announceFrom: () => Effect.succeed(Instant(0)),
    shadows: Effect.sync(() => shadows),
    changeShadows: (to) => Effect.sync(() => (shadows = to(shadows))),
    shadowedSince: () => Effect.succeed([])
  })

  const carrierTo = (place: Place): Transport => {
    const to = nameOfPlace(place)
    const name = place._tag === "Outside" ? "GOV.UK Notify" : "Slack"
    return {
      name,
      pace: { lanesOf: () => [to], freeFrom: () => setting.freeFrom(to), atOnce: 1 },
      addressOf: (at, delivered) => {
        if (setting.isClosed(to)) return Effect.undefined
        if (at._tag === "ThreadOf" && delivered.get(at.key)?._tag !== "Sent") return Effect.undefined
        return Effect.succeed({ channel: to })
      },
      find: (_, { about, key }) =>
        Effect.sync(() => {
          const found = posted.findIndex((one) => one.about === about && one.key === key)
          return found === -1 ? undefined : String(found)
        }),
      post: (_, { about, key }, message, marks) =>
        Effect.gen(function* () {
          attempts.push({ to, key })
          const isKilled = attempts.length === setting.killed?.attempt
          if (isKilled && !setting.killed?.isPosted) return yield* dies
          const refused = setting.refuse(to)
          if (refused !== undefined) return yield* new SendFailed({ act: "post", ...refused })
          if (setting.swallows(to)) return "swallowed"
          const after = Number((yield* Clock.monotonicTimeNanos) / 1_000_000n) - began
          const ts = String(posted.push({ to, about, key, text: rendered(message, marks).text, after }) - 1)
          return isKilled ? yield* dies : ts
        }),
      change: () => {
        const refused = setting.refuse(to)
        return refused === undefined ? Effect.void : Effect.fail(new SendFailed({ act: "change", ...refused }))
      },
      fingerprintOf: slackFingerprint
    }
  }

  const carriers = Transports.of({ of: carrierTo })
  const stateOf = (child: ChildReference): ChildState => states.get(child) ?? emptyChildState
  let states: ReadonlyMap<ChildReference, ChildState> = new Map()
  const holdersOf = (role: Role) =>
    Effect.sync(() => {
      const holder = roles[role]
      return holder === undefined ? [] : [PersonId.make(holder)]
    })

  const services = Layer.mergeAll(
    Layer.succeed(Transports, carriers),
    Layer.succeed(Deliveries, deliveries),
    Layer.mock(Journal, {
      read: (child) =>
        Effect.sync(() => {
          reads.journal += 1
          const entries = entriesOf(histories.get(child) ?? []).map((entry) => ({ ...entry, child }))
          return { child, version: entries.length, entries }
        }),
      subscribe: Effect.succeed(Stream.never)
    }),
    Layer.mock(Casework, {
      active: Effect.sync(() => states),
      hold: () => Effect.void,
      children: Effect.sync(() => [...states.keys()]),
      activeAt: (moment) =>
        Effect.sync(
          () =>
            new Map(
              [...histories].flatMap(([child, history]): ReadonlyArray<[ChildReference, ChildState]> => {
                const known = knownAt(entriesOf(history), moment)
                return known === undefined ? [] : [[child, known]]
              })
            )
        ),
      get: (child) => Effect.sync(() => stateOf(child)),
      foldedTo: (child, position) =>
        Effect.sync(() => {
          const last = entriesOf(histories.get(child) ?? []).at(-1)
          return last?.position === position ? Option.some(stateOf(child)) : Option.none()
        })
    }),
    Layer.mock(Profiles, {
      find: (child) => Effect.sync(() => Option.fromNullishOr(profiles.find((one) => one.child === child))),
      findEach: () => Effect.sync(() => new Map(profiles.map((one) => [one.child, one]))),
      changed: Effect.sync(() => changesAmong(profiles))
    }),
    Layer.mock(Availabilities, { all: Effect.sync(() => new Map()) }),
    Layer.mock(People, {
      holdersOf,
      rolesOf: (person) =>
        Effect.sync(
          () => new Set(Object.entries(roles).flatMap(([role, holder]) => (holder === person ? [role as Role] : [])))
        )
    }),
    Reachability.layer,
    Layer.succeed(Council, councilOn({ authority: "Training council", policy: rotherham }, calendars)),
    Layer.mock(OutsideSlack, {
      addresses: (role, way) =>
        Array.from({ length: setting.addresses[role]?.[way] ?? 0 }, (_, nth) => `${way}-${nth}`),
      carrier: carrierTo({ _tag: "Outside", way: "sms", role: "team-manager", nth: 0 }),
      receiptOf: () => Effect.succeed("delivered")
    })
  )

  return {
    setting,
    posted: posted as ReadonlyArray<PostedMessage>,
    attempts,
    reads,
    profiles,
    deliveries,
    keptOf,
    services,
    /** What happened to a child, from now on on record. */
    record: (child: ChildReference, history: ReadonlyArray<RecordedEvent>) => {
      histories.set(child, history)
      states = new Map(states).set(child, fold(history))
    },
    /** Who a message reached, in order. */
    toldOf: (child: ChildReference) => posted.filter(({ about }) => about === child).map(({ to }) => to),
    /** With outreach watching, on a wall clock that the test sets. */
    watched: <A, E, R = never>(
      life: (clocks: {
        /** Both clocks go on. */
        readonly pass: (millis: number) => Effect.Effect<void>
        /** The wall clock jumps; no time passes. */
        readonly jump: (millis: number) => Effect.Effect<void>
        readonly wall: () => Instant
        /** Once the process has ended where the setting says so. */
        readonly killed: Effect.Effect<"killed">
      }) => Effect.Effect<A, E, Outreach | Incidents | Scope.Scope | R>,
      layer: Layer.Layer<Outreach | R, unknown, Layer.Success<typeof services> | Incidents> = outreachLayer() as never,
      /** What the wall clock shows as it begins to watch. */
      begins: Instant = start
    ) =>
      Effect.gen(function* () {
        const going = yield* Clock.Clock
        let ahead: number = begins
        const now = () => Instant(going.currentTimeMillisUnsafe() + ahead)
        const clock: Clock.Clock = { ...going, currentTimeMillisUnsafe: now, currentTimeMillis: Effect.sync(now) }
        began = Number((yield* Clock.monotonicTimeNanos) / 1_000_000n)
        const settle = Effect.forEach(Array.from({ length: 40 }), () => Effect.yieldNow, { discard: true })
        const pass = Effect.fnUntraced(function* (millis: number) {
          for (let left = millis; left > 0; left -= STEP) {
            yield* TestClock.adjust(Duration.millis(Math.min(left, STEP)))
            yield* settle
          }
        })
        const built = yield* Layer.build(Layer.provideMerge(layer, Layer.provideMerge(services, Incidents.layer))).pipe(
          Effect.provideService(Clock.Clock, clock)
        )
        const living = Effect.gen(function* () {
          const outreach = yield* Outreach
          const killed = yield* Deferred.make<"killed">()
          endProcess = () => Deferred.doneUnsafe(killed, Effect.succeed("killed"))
          yield* Effect.forkScoped(outreach.watch)
          yield* settle
          const jump = (millis: number) =>
            Effect.sync(() => {
              ahead += millis
            })
          return yield* life({ pass, jump, wall: now, killed: Deferred.await(killed) })
        })
        return yield* living.pipe(
          Effect.provide(Layer.succeedContext(built as Context.Context<Outreach | Incidents | R>)),
          Effect.provideService(Clock.Clock, clock)
        )
      }).pipe(Effect.scoped, Effect.provide(TestClock.layer()), Effect.runPromise)
  }
}

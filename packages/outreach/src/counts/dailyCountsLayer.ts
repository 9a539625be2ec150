import { Casework, Council, People } from "@safe-return/casework"
import { formatCivilDay, type Instant, londonDayOf } from "@safe-return/domain/calendar"
import type { ChildReference } from "@safe-return/domain/pathway"
import { Deliveries, type Delivery, type DeliveryKey, type DeliverySubject } from "@safe-return/journal"
import { Duration, Effect, Layer } from "effect"
import { dueClock } from "../clocks/dueClock.ts"
import { Incidents } from "../incidents/Incidents.ts"
import { owedReader } from "../look/readOwed.ts"
import type { TeamFacts } from "../look/TeamSource.ts"
import { announcementCutoff } from "../owed/announcementCutoff.ts"
import { channel, once } from "../owed/OwedMessage.ts"
import { incidentRecipients } from "../recipients/incidentRecipients.ts"
import { readRoster } from "../recipients/readRoster.ts"
import { dropLate } from "../sending/dropLate.ts"
import { Outreach } from "../sending/Outreach.ts"
import { Transports } from "../sending/Transport.ts"
import { Shadow } from "../shadow/Shadow.ts"
import { owesAlert, standOfAlert } from "./alertCounts.ts"
import { type AlertStand, type Counts, type DeliveryStand, differenceBetween, isExact } from "./Counts.ts"
import { countingMorning } from "./countingMorning.ts"
import { countsDiffer } from "./countsInWords.ts"
import { DailyCounts } from "./DailyCounts.ts"
import { countDeliveries, standOfDelivery } from "./deliveryCounts.ts"

const COUNTS = "counts:"

const LOOK_EVERY = Duration.seconds(20)

/** What goes beyond its patience is listed within a look or two; a queue of listings takes minutes. */
const BEYOND_PATIENCE = Duration.minutes(5)

/** How many cards of children who are missing are looked for in Slack at one count. */
const CARDS_LOOKED_FOR = 20

/** How many children are looked at before others have a turn. */
const AT_A_TIME = 20

const make = Effect.fnUntraced(function* (patience: Duration.Duration) {
  const carriers = yield* Transports
  const casework = yield* Casework
  const { policyAt } = yield* Council
  const deliveries = yield* Deliveries
  const incidents = yield* Incidents
  const outreach = yield* Outreach
  const recipients = incidentRecipients(yield* People)
  const readOwed = yield* owedReader
  const whoIsThere = yield* readRoster
  const announceFrom = yield* announcementCutoff
  const dueNow = yield* dueClock
  const { isOn: isShadow } = yield* Shadow
  const timeToGo = Duration.sum(patience, BEYOND_PATIENCE)

  /** Kept as sent to the channel, and not there: swallowed on the way, or deleted. */
  const isSwallowed = Effect.fnUntraced(function* (about: DeliverySubject, card: Delivery | undefined) {
    if (card?._tag !== "Sent" || isShadow || card.isShadowed === true) return false
    const { key, channel: place, sentAt } = card
    const found = carriers.of(channel).find({ channel: place }, { about, key }, sentAt)
    // Where Slack does not answer, what is on record stands.
    return yield* Effect.match(found, { onFailure: () => false, onSuccess: (ts) => ts === undefined })
  })

  const count = Effect.fn("DailyCounts.count")(function* () {
    const now = yield* dueNow
    const from = announceFrom(now)
    const there = yield* whoIsThere
    const alerts: Record<AlertStand, number> = { settled: 0, acknowledged: 0, leftSlack: 0, climbing: 0, unsent: 0 }
    const totals: Record<DeliveryStand, number> = { sent: 0, superseded: 0, listed: 0, unsent: 0 }
    const unsentAlerts = new Map<string, ChildReference>()
    const unsentDeliveries = new Set<string>()
    let lookedFor = 0

    const add = (
      about: DeliverySubject,
      keys: ReadonlyArray<DeliveryKey>,
      delivered: ReadonlyMap<DeliveryKey, Delivery>
    ) => {
      const counted = countDeliveries(keys, delivered)
      for (const stand of Object.keys(totals) as ReadonlyArray<DeliveryStand>) totals[stand] += counted[stand]
      for (const key of keys) {
        if (standOfDelivery(delivered.get(key)) === "unsent") unsentDeliveries.add(`${about} ${key}`)
      }
    }

    let looked = 0
    for (const [child, state] of yield* casework.active) {
      const { owed } = yield* readOwed.ofChild(child, there)
      // Read last, so that nothing that went meanwhile looks unsent.
      const delivered = yield* deliveries.of(child)
      const keys = owed.map(({ key }) => key)
      add(child, keys, delivered)
      for (const episode of state.episodes.filter((one) => owesAlert(one, from))) {
        let stand = standOfAlert(state, episode, delivered)
        if (stand === "climbing" && lookedFor < CARDS_LOOKED_FOR) {
          lookedFor += 1
          if (yield* isSwallowed(child, delivered.get(`card:${episode.id}`))) stand = "unsent"
        }
        alerts[stand] += 1
        if (stand === "unsent") unsentAlerts.set(`${child} ${episode.id}`, child)
      }
      looked += 1
      if (looked % AT_A_TIME === 0) yield* Effect.yieldNow
    }
    const team = yield* readOwed.ofTeam({ there, delivered: yield* deliveries.of("team"), now: yield* dueNow })
    add(
      "team",
      team.map(({ key }) => key),
      yield* deliveries.of("team")
    )
    return { alerts, deliveries: totals, unsentAlerts, unsentDeliveries } satisfies Counts
  })

  const countTwice = Effect.gen(function* () {
    const first = yield* count()
    if (first.unsentAlerts.size === 0 && first.unsentDeliveries.size === 0) {
      return { counts: first, difference: differenceBetween(first, first) }
    }
    yield* Effect.sleep(timeToGo)
    const second = yield* count()
    return { counts: second, difference: differenceBetween(first, second) }
  })

  const check = Effect.gen(function* () {
    const { counts, difference } = yield* countTwice
    if (isExact(difference)) yield* incidents.end("counts-differ", "What is owed adds up again.")
    else yield* incidents.raise(countsDiffer(counts, difference))
    return { counts, difference }
  })

  let exact: { readonly day: string; readonly morning: Instant; readonly counts: Counts } | undefined

  /** One message a morning to each who looks after the bot, whichever instance sends it. */
  const read = Effect.fnUntraced(function* (facts: TeamFacts) {
    const today = formatCivilDay(londonDayOf(facts.now))
    yield* dropLate(deliveries, facts, (key) => key.startsWith(COUNTS) && !key.startsWith(`${COUNTS}${today}:`))
    if (exact?.day !== today) return []
    const { counts, day, morning } = exact
    const { administrators, managers } = yield* recipients.who
    return (administrators.length > 0 ? administrators : managers).map((person) =>
      once(
        `${COUNTS}${day}:${person}`,
        { _tag: "Person", person },
        () => ({ _tag: "CountsReport", counts }),
        "record",
        morning
      )
    )
  })
  yield* outreach.addTeamSource({ name: "That all adds up", read, nextAt: () => undefined })

  const morningOf = (now: Instant): Instant => countingMorning(policyAt(now), now)

  const watch = Effect.gen(function* () {
    yield* Effect.sleep(timeToGo)
    let isAtStart = true
    let doneFor: string | undefined
    for (;;) {
      const now = yield* dueNow
      const day = formatCivilDay(londonDayOf(now))
      const isMorning = now >= morningOf(now) && doneFor !== day
      const differs = (yield* incidents.open).some(({ kind }) => kind === "counts-differ")
      if (isMorning || isAtStart || differs) {
        const delivered = yield* Effect.orElseSucceed(deliveries.of("team"), () => new Map<DeliveryKey, Delivery>())
        const wasTold = [...delivered.keys()].some((key) => key.startsWith(`${COUNTS}${day}:`))
        const checked = yield* Effect.option(
          Effect.tapError(check, (failed) => Effect.logError(`What is owed could not be counted. ${failed.message}`))
        )
        if (checked._tag === "Some" && isExact(checked.value.difference) && isMorning && !wasTold) {
          exact = { day, morning: morningOf(now), counts: checked.value.counts }
          yield* outreach.deliver("team")
        }
        if (checked._tag === "Some") isAtStart = false
        if (checked._tag === "Some" && isMorning) doneFor = day
      }
      yield* Effect.sleep(LOOK_EVERY)
    }
  }).pipe(
    Effect.catchDefect((defect) => Effect.logError("What is owed could not be counted", defect)),
    Effect.forever
  )

  return DailyCounts.of({ check: Effect.map(check, ({ difference }) => difference), watch })
})

/** @param patience how long a message may wait before it is listed */
export const dailyCountsLayer = (patience: Duration.Duration) => Layer.effect(DailyCounts, make(patience))

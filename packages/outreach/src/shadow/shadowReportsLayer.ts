/** The daily comparison while the shadow lasts, and once live the list of what people are asked for. */
import { Casework, Council, People } from "@safe-return/casework"
import { addHours, formatCivilDay, type Instant, londonDayOf } from "@safe-return/domain/calendar"
import { Deliveries } from "@safe-return/journal"
import { type Duration, Effect, Layer } from "effect"
import { dueClock } from "../clocks/dueClock.ts"
import { countingMorning } from "../counts/countingMorning.ts"
import { owedReader } from "../look/readOwed.ts"
import type { TeamFacts } from "../look/TeamSource.ts"
import type { Message } from "../message/Message.ts"
import type { MessageKey } from "../message/messageKinds.ts"
import { type OwedMessage, once } from "../owed/OwedMessage.ts"
import { incidentRecipients } from "../recipients/incidentRecipients.ts"
import { readRoster } from "../recipients/readRoster.ts"
import { Outreach } from "../sending/Outreach.ts"
import { Shadow } from "./Shadow.ts"
import { ShadowReports } from "./ShadowReports.ts"
import { countAsking, countShadowed } from "./shadowCounts.ts"

const HOURS_A_DAY = 24

/** How many children are looked at before others have a turn. */
const AT_A_TIME = 20

const make = Effect.fnUntraced(function* (patience: Duration.Duration) {
  const casework = yield* Casework
  const deliveries = yield* Deliveries
  const outreach = yield* Outreach
  const { policyAt } = yield* Council
  const shadow = yield* Shadow
  const dueNow = yield* dueClock
  const readOwed = yield* owedReader
  const whoIsThere = yield* readRoster
  const recipients = incidentRecipients(yield* People)

  const lastDay = Effect.gen(function* () {
    return countShadowed(yield* deliveries.shadowedSince(addHours(yield* dueNow, -HOURS_A_DAY)), patience)
  })

  const standing = Effect.gen(function* () {
    const there = yield* whoIsThere
    const owed: Array<OwedMessage> = []
    let looked = 0
    for (const child of (yield* casework.active).keys()) {
      owed.push(...(yield* readOwed.ofChild(child, there)).owed)
      looked += 1
      if (looked % AT_A_TIME === 0) yield* Effect.yieldNow
    }
    const facts = { there, delivered: yield* deliveries.of("team"), now: yield* dueNow }
    return countAsking([...owed, ...(yield* readOwed.ofTeam(facts))])
  })

  /** Made once and kept, because it looks at every child. */
  let made: { readonly about: MessageKey; readonly message: Message } | undefined

  const toAdministrators = Effect.fnUntraced(function* <E>(
    { delivered }: TeamFacts,
    about: MessageKey,
    owedSince: Instant,
    message: Effect.Effect<Message, E>
  ) {
    const { administrators } = yield* recipients.who
    const left = administrators.filter((person) => delivered.get(`${about}:${person}`)?._tag !== "Sent")
    if (left.length === 0) return []
    if (made?.about !== about) made = { about, message: yield* message }
    const said = made.message
    return left.map(
      (person): OwedMessage => ({
        ...once(`${about}:${person}` as MessageKey, { _tag: "Person", person }, () => said, "record", owedSince),
        holdsNoCase: true
      })
    )
  })

  const read = Effect.fnUntraced(function* (facts: TeamFacts) {
    const { now } = facts
    const since = shadow.since()
    const live = shadow.wentLiveAt()
    if (since !== undefined) {
      const morning = countingMorning(policyAt(now), now)
      if (now < morning || since > morning) return []
      const about = `comparison:${formatCivilDay(londonDayOf(now))}` as const
      const comparison = Effect.all({ shadowed: lastDay, standing })
      return yield* toAdministrators(
        facts,
        about,
        morning,
        Effect.map(comparison, (found): Message => ({ _tag: "ShadowComparison", since, ...found }))
      )
    }
    if (live === undefined || now >= addHours(live, HOURS_A_DAY)) return []
    return yield* toAdministrators(
      facts,
      `went-live:${live}`,
      live,
      Effect.map(standing, (found): Message => ({ _tag: "WentLive", at: live, standing: found }))
    )
  })

  const nextAt = (now: Instant): Instant | undefined => {
    if (!shadow.isOn) return undefined
    const mornings = [now, addHours(now, HOURS_A_DAY)].map((moment) => countingMorning(policyAt(moment), moment))
    return mornings.find((morning) => morning > now)
  }
  yield* outreach.addTeamSource({ name: "What administrators read of a shadow", read, nextAt })

  return { lastDay, standing }
})

/** @param patience how long a message may wait before it counts as late */
export const shadowReportsLayer = (patience: Duration.Duration) => Layer.effect(ShadowReports, make(patience))

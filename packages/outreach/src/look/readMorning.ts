import { Casework, Council, factsOf, undecidedAmong } from "@safe-return/casework"
import { Instant, londonDayOf } from "@safe-return/domain/calendar"
import { lastMorning, nextMorning } from "@safe-return/domain/deadlines"
import { type ChildReference, type ChildState, latestEpisode } from "@safe-return/domain/pathway"
import { triggersFired } from "@safe-return/domain/risk"
import { Profiles } from "@safe-return/journal"
import { Effect, Option } from "effect"
import { Incidents } from "../incidents/Incidents.ts"
import { isUnacknowledged } from "../owed/acknowledgement.ts"
import { announcementCutoff } from "../owed/announcementCutoff.ts"
import { decisionsTakenSince } from "../owed/decisionsWaiting.ts"
import { forItsReader } from "../owed/forItsReader.ts"
import { type MorningFindings, toldOfMorning } from "../owed/morningFindings.ts"
import { type AskedDecision, morningMessages } from "../owed/morningOwed.ts"
import type { OwedMessage } from "../owed/OwedMessage.ts"
import { askedDecisions } from "../owed/triggerDecisionRequests.ts"
import { type UnacknowledgedAlert, unacknowledgedAlerts } from "../owed/unacknowledged.ts"
import type { Roster } from "../recipients/Roster.ts"
import { digestOf } from "../summary/digest.ts"
import { caseReader } from "./readCase.ts"
import type { TeamFacts } from "./TeamSource.ts"

/** In milliseconds: what was found of a child's decisions is looked at again, as a profile says who the worker is. */
const HOLDS_FOR = 60_000

/** How many children are looked at before others have a turn. */
const AT_A_TIME = 100

interface Asked {
  readonly there: Roster
  readonly at: Instant
  readonly until: Instant
  readonly decisions: ReadonlyArray<AskedDecision>
}

const decisionIn = ({ place, message }: OwedMessage): ReadonlyArray<AskedDecision> => {
  const asks = message()
  if (place._tag !== "Person" || asks._tag !== "DecisionWaiting") return []
  const { child, episodeId, opens, coversFor } = asks
  return [{ person: place.person, child, episodeId, opens, ...(coversFor === undefined ? {} : { coversFor }) }]
}

const isTakenSince = ({ episodes }: ChildState, at: Instant): boolean =>
  episodes.some(({ triggerDecisions = {} }) =>
    Object.values(triggerDecisions).some(({ decidedAt }) => decidedAt !== undefined && decidedAt >= at)
  )

/** The message of the latest working morning that is owed to each person, as things stand now. */
export const morningReader = Effect.gen(function* () {
  const casework = yield* Casework
  const incidents = yield* Incidents
  const profiles = yield* Profiles
  const cases = yield* caseReader
  const announceFrom = yield* announcementCutoff
  const { calendars, policyAt } = yield* Council
  let told: MorningFindings | undefined
  let asked = new WeakMap<ChildState, Asked>()

  const toldAt = Effect.fnUntraced(function* (at: Instant) {
    if (told?.at === at) return told
    const known = yield* casework.activeAt(at)
    const digest = digestOf({ states: known, policy: policyAt(at), calendars, announceFrom: announceFrom(at), now: at })
    const moment = { at, calendars, known, digest: Option.getOrUndefined(digest) }
    const { today, closing } = toldOfMorning({ ...moment, allocatedWorkerOf: () => undefined })
    const named = new Set([...today, ...closing].map(({ child }) => child))
    const held = yield* profiles.findEach([...named])
    told = toldOfMorning({
      ...moment,
      allocatedWorkerOf: (child) => held.get(child)?.allocatedWorker,
      factsOf: (child) => factsOf(held.get(child))
    })
    asked = new WeakMap()
    return told
  })

  /** One line for each child of a person, however many decisions wait. */
  const askedOf = Effect.fnUntraced(function* (child: ChildReference, there: Roster, at: Instant) {
    const snapshot = yield* cases.read(child, there)
    const episodeId = Option.getOrUndefined(latestEpisode(snapshot.state))?.id
    if (episodeId === undefined) return []
    const waiting = askedDecisions(snapshot)
      .filter(({ owedSince }) => owedSince !== undefined && owedSince <= at)
      .map(forItsReader(snapshot))
      .flatMap(decisionIn)
    const taken = decisionsTakenSince(snapshot, at).map(
      (person): AskedDecision => ({
        person,
        child,
        episodeId,
        opens: "posted",
        isTaken: true
      })
    )
    return [...new Map([...taken, ...waiting].map((one) => [one.person, one])).values()]
  })

  /** What waited when the morning came: what comes later has a message of its own. */
  const decisionsOf = Effect.fnUntraced(function* (
    [child, state]: readonly [ChildReference, ChildState],
    at: Instant,
    { there, now }: TeamFacts
  ) {
    const before = asked.get(state)
    const holds = before?.there === there && before.at === at && (before.decisions.length === 0 || now < before.until)
    if (before !== undefined && holds) return before.decisions
    const facts = factsOf(Option.getOrUndefined(yield* profiles.find(child)))
    const waits = undecidedAmong(state, triggersFired(state, { now, calendars, facts })).length > 0
    const decisions = waits || isTakenSince(state, at) ? yield* askedOf(child, there, at) : []
    asked.set(state, { there, at, until: Instant(now + HOLDS_FOR), decisions })
    return decisions
  })

  /** Few children are missing at a time, and of most a person has answered. */
  const unacknowledgedOf = Effect.fnUntraced(function* (
    [child, state]: readonly [ChildReference, ChildState],
    at: Instant,
    there: Roster
  ) {
    return state.episodes.some(isUnacknowledged) ? unacknowledgedAlerts(yield* cases.read(child, there), at) : []
  })

  const read = Effect.fn("Outreach.readMorning")(function* (facts: TeamFacts) {
    const { now } = facts
    const morning = Option.getOrUndefined(lastMorning(policyAt(now), now, calendars))
    if (morning === undefined || morning.at < announceFrom(now)) return []
    const { at, summaryUntil } = morning
    if (londonDayOf(at) !== londonDayOf(now)) return []
    const ofMorning = yield* toldAt(at)
    const states = yield* casework.active
    const decisions: Array<AskedDecision> = []
    const unacknowledged: Array<UnacknowledgedAlert> = []
    let looked = 0
    for (const one of states) {
      decisions.push(...(yield* decisionsOf(one, at, facts)))
      unacknowledged.push(...(yield* unacknowledgedOf(one, at, facts.there)))
      looked += 1
      if (looked % AT_A_TIME === 0) yield* Effect.yieldNow
    }
    const unanswered = (yield* incidents.open).flatMap(({ duty, since }) =>
      duty?.untilAnswered === true ? [{ sentence: duty.sentence, since }] : []
    )
    return morningMessages({
      ...facts,
      unanswered,
      unacknowledged,
      calendars,
      told: ofMorning,
      summaryUntil,
      states,
      decisions
    })
  })
  return { read, nextAt: (now: Instant) => Option.getOrUndefined(nextMorning(policyAt(now), now, calendars)) }
})

import {
  Casework,
  Council,
  everyClosingWork,
  factsOf,
  hasDecisionLeft,
  People,
  Role,
  reachOf
} from "@safe-return/casework"
import { addHours, Instant, londonDayOf } from "@safe-return/domain/calendar"
import { interviewQueue } from "@safe-return/domain/deadlines"
import { dutiesToCome, dutyOverlaps } from "@safe-return/domain/escalation"
import type { ChildReference, EpisodeId, PersonId } from "@safe-return/domain/pathway"
import { Availabilities, type PersonAvailability, Profiles } from "@safe-return/journal"
import {
  dutiesOfAbsent,
  EpisodeTrend,
  Incidents,
  Outreach,
  type RotaFacts,
  readRota,
  rotaGaps,
  Shadow,
  ShadowReports
} from "@safe-return/outreach"
import type { HomeView } from "@slack/types"
import { Clock, Effect, Option } from "effect"
import { availabilityUntil } from "../../forms/assign/availability.ts"
import { isReaderApart } from "../../handlers/answersApart.ts"
import { coveredBy } from "../../handlers/coveredBy.ts"
import type { Handler, HandlerRequest } from "../../handlers/Handler.ts"
import { absencesFrom } from "../../home/awayBlocks.ts"
import { closingOnHome } from "../../home/closingBlocks.ts"
import type { HomeFacts } from "../../home/HomeFacts.ts"
import { decodeHomePlace, onTab, tabsOf } from "../../home/HomePlace.ts"
import { homeView } from "../../home/homeView.ts"
import { unacknowledgedFor } from "../../home/unacknowledgedBlocks.ts"
import { type DecisionReader, type WaitingDecision, waitingDecisionOf } from "../../home/waitingDecisions.ts"
import { withoutRefused } from "../../home/withoutRefused.ts"
import { openCasesNow } from "../commands/cmeList.ts"

export interface HomeRequest extends HandlerRequest {
  /** The value of the button that was pressed; absent when the tab was just opened. */
  readonly value?: string | undefined
}

/** How far ahead absences are shown on the Home, in hours: a person who plans the week sees the next one too. */
const HOURS_AHEAD = 14 * 24

type Holders = HomeFacts["holders"]

/** What the reader has to do with each child: whose worker they are, what waits for their decision, what they finish. */
const childrenOf = Effect.fn("childrenOf")(function* (reader: Omit<DecisionReader, "coversFor">, holders: Holders) {
  const casework = yield* Casework
  const profiles = yield* Profiles
  const coversFor = yield* coveredBy(reader.person)
  const theirs = new Set<ChildReference>()
  const answersApart = new Set<EpisodeId>()
  const decisions: Array<WaitingDecision> = []
  const { person, roles, calendars, now } = reader
  const isCoordinator =
    roles.has("missing-coordinator") || (holders["missing-coordinator"].length === 0 && roles.has("team-manager"))
  const closer = { person, coversFor, isCoordinator, everybody: new Set(Object.values(holders).flat()) }
  const active = yield* casework.active
  const held = yield* profiles.findEach([...active.keys()])
  const work = everyClosingWork(
    active,
    // Only they are shown that an episode can be closed.
    (child, state, { id }) =>
      !isCoordinator || hasDecisionLeft(state, id, { now, calendars, facts: factsOf(held.get(child)) })
  )
  const closing = work.flatMap((one) => {
    const state = active.get(one.child)
    return state === undefined ? [] : closingOnHome(one, state, closer)
  })
  for (const [child, state] of active) {
    const profile = held.get(child)
    const allocatedWorker = profile?.allocatedWorker
    if (allocatedWorker !== undefined && (allocatedWorker === reader.person || coversFor.has(allocatedWorker))) {
      theirs.add(child)
      for (const episode of state.episodes) {
        if (yield* isReaderApart(child, state, episode, person)) answersApart.add(episode.id)
      }
    }
    const waiting = waitingDecisionOf(
      { child, state, facts: factsOf(profile), allocatedWorker },
      { ...reader, coversFor }
    )
    if (Option.isSome(waiting)) decisions.push(waiting.value)
  }
  return { theirs, answersApart, decisions, closing, coversFor }
})

const holdersOfRoles = Effect.gen(function* () {
  const people = yield* People
  const held = yield* Effect.forEach(Role.literals, (role) =>
    Effect.map(people.holdersOf(role), (holders) => [role, holders] as const)
  )
  return Object.fromEntries(held) as Record<Role, ReadonlyArray<PersonId>>
})

/** Asked only where it is shown: it looks at every child. */
const shadowFacts = Effect.gen(function* () {
  const since = (yield* Shadow).since()
  const { lastDay, standing } = yield* ShadowReports
  return since === undefined ? {} : { shadow: { since, lastDay: yield* lastDay, standing: yield* standing } }
})

/** Nobody is shown as away where it cannot be read who is. */
const whoIsAway = Effect.gen(function* () {
  const availabilities = yield* Availabilities
  return yield* Effect.orElseSucceed(availabilities.all, () => new Map<PersonId, PersonAvailability>())
})

const rotaFacts = Effect.fn("rotaFacts")(function* (facts: Omit<RotaFacts, "rota" | "availability" | "named">) {
  const people = yield* People
  const rota = yield* readRota
  const asked = { ...facts, rota, availability: yield* whoIsAway, named: yield* people.holdersOf("out-of-hours-duty") }
  return {
    isKept: rota.version > 0,
    toCome: dutiesToCome(rota, facts.now),
    gaps: rotaGaps(asked),
    overlaps: dutyOverlaps(rota, facts.now),
    absent: dutiesOfAbsent(asked)
  }
})

/** Small counts stand in it for those alone who may ask for every count. */
const trendFor = Effect.fn("trendFor")(function* (roles: ReadonlySet<Role>) {
  const { months } = yield* EpisodeTrend
  const trend = yield* months(reachOf(roles, "see-whole-scorecard") !== "any")
  return Option.isSome(trend) ? { trend: trend.value } : {}
})

/** The Home of the person who asks, by their roles; a tab that is not theirs opens their first. */
const homeOf = Effect.fn("homeOf")(function* ({ person, value }: HomeRequest, isTryingAgain: boolean) {
  const people = yield* People
  const casework = yield* Casework
  const outreach = yield* Outreach
  const { authority, policyAt, calendars, keptIn = "as the settings say" } = yield* Council
  const roles = yield* people.rolesOf(person)
  const tabs = tabsOf(roles)
  const asked = Option.filter(decodeHomePlace(value), ({ tab }) => tabs.includes(tab))
  const place = Option.getOrElse(asked, () => onTab(tabs[0] ?? "mine"))
  const now = Instant(yield* Clock.currentTimeMillis)
  const policy = policyAt(now)
  const calendar = calendars[policy.interview.calendar.value]
  const states = yield* casework.active
  const holders = yield* holdersOfRoles
  const { theirs, answersApart, decisions, closing, coversFor } = yield* childrenOf(
    { person, roles, calendars, now },
    holders
  )
  const incidents = yield* (yield* Incidents).open
  const mayAnswer = reachOf(roles, "answer-incident") === "any"
  const view = homeView({
    person,
    place,
    tabs,
    states,
    lines: interviewQueue(states, now, calendars),
    coversFor,
    theirChildren: theirs,
    unacknowledged: unacknowledgedFor(states, roles, theirs),
    toAnswer: mayAnswer ? incidents.filter(({ duty }) => duty?.untilAnswered === true) : [],
    answersApart,
    decisions,
    closing,
    holders,
    absences: absencesFrom(londonDayOf(now), yield* whoIsAway),
    whenThere: yield* Effect.orElseSucceed(availabilityUntil(now, addHours(now, HOURS_AHEAD)), () => () => []),
    authority,
    policy,
    calendars,
    health: { keptIn, incidents, ...(yield* outreach.health) },
    undelivered: Option.getOrUndefined(yield* Effect.option(outreach.undelivered)),
    ...(place.tab === "settings" ? yield* Effect.orElseSucceed(shadowFacts, () => ({})) : {}),
    ...(place.tab === "team" ? yield* trendFor(roles) : {}),
    ...(place.tab === "team" ? { rota: yield* rotaFacts({ policy, calendar, now }) } : {}),
    ...(place.tab === "education" ? { education: yield* openCasesNow } : {}),
    isTryingAgain,
    now
  })
  return yield* withoutRefused(view, { person, roles })
})

export const home: Handler<HomeRequest, HomeView> = {
  permission: "open-home",
  handle: (request) => homeOf(request, false)
}

/** "Try again": what could not be delivered is put to be sent, and goes while the Home is shown again. */
export const tryAgain: Handler<HomeRequest, HomeView> = {
  permission: "try-undelivered-again",
  handle: Effect.fn("tryAgain")(function* (request) {
    const outreach = yield* Outreach
    yield* outreach.tryAgain
    return yield* homeOf(request, true)
  })
}

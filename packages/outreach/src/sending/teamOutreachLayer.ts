import { Casework, Council, People, Role } from "@safe-return/casework"
import { addDays, Instant, londonDayOf, londonTimeOn } from "@safe-return/domain/calendar"
import { isWorkingTime, nextOfficeChange } from "@safe-return/domain/deadlines"
import { type Availability, emptyRota } from "@safe-return/domain/escalation"
import type { ChildReference, PersonId } from "@safe-return/domain/pathway"
import { messageTimesOf } from "@safe-return/domain/policy"
import { usualStaffAbsence, withoutPastAbsences } from "@safe-return/domain/retention"
import { Availabilities, Deliveries, type JournalUnavailable, Profiles } from "@safe-return/journal"
import { Clock, Duration, Effect, Layer, Semaphore } from "effect"
import { dueClock } from "../clocks/dueClock.ts"
import { Incidents } from "../incidents/Incidents.ts"
import { earliest } from "../look/earliest.ts"
import type { TeamFacts } from "../look/TeamSource.ts"
import type { Message } from "../message/Message.ts"
import { messageKindOf } from "../message/messageKinds.ts"
import { coverMessages } from "../owed/coversOwed.ts"
import { dutyMessages, nextDutyAt } from "../owed/dutiesOwed.ts"
import { handOverLists } from "../owed/handOversOwed.ts"
import { channel, type OwedMessage } from "../owed/OwedMessage.ts"
import { tellOfRoleGaps } from "../owed/roleEmpty.ts"
import { daysToCome, roleGaps, rolesNeeded } from "../owed/roleGaps.ts"
import { tellOfRotaGaps } from "../owed/rotaGaps.ts"
import { announcedUnreachable, unreachableNews } from "../owed/unreachableOwed.ts"
import { Accounts } from "../recipients/Accounts.ts"
import { educationRoles } from "../recipients/educationTeam.ts"
import { Reachability } from "../recipients/Reachability.ts"
import { escalationRoles } from "../recipients/Roster.ts"
import { whoLooksAfter } from "../recipients/whoLooksAfter.ts"
import { keepStanding } from "./keepStanding.ts"
import { Outreach } from "./Outreach.ts"
import { TeamOutreach } from "./TeamOutreach.ts"
import { Transports } from "./Transport.ts"

const LOOK_EVERY = Duration.seconds(20)

/** In milliseconds: whose worker a person is, by the profiles, is asked of every child. */
const WORKERS_HOLD_FOR = 60_000

const nobodyAway: ReadonlyMap<PersonId, Availability> = new Map()

/** Accounts asked about at once. */
const AT_ONCE = 4

const isOfAbsence = (key: string): boolean =>
  ["cover", "cover-gone", "hand-over", "away-recorded"].includes(messageKindOf(key) ?? "")

/** Who can be told what is about no child, as Slack said last. */
interface Readers {
  readonly held: ReadonlyMap<Role, ReadonlyArray<PersonId>>
  readonly readers: ReadonlyArray<PersonId>
}

/** What is over is kept true for some days, and then forgotten like everything else. */
const isOfThePast = ({ _tag }: Message): boolean =>
  _tag === "CoverOver" ||
  _tag === "CoverGoneOver" ||
  _tag === "AwayRecordedOver" ||
  _tag === "HandoverOver" ||
  _tag === "ReturnSummary" ||
  _tag === "DutyOff"

const make = Effect.gen(function* () {
  const accounts = yield* Accounts
  const availabilities = yield* Availabilities
  const casework = yield* Casework
  const outreach = yield* Outreach
  const incidents = yield* Incidents
  const { policyAt, calendars } = yield* Council
  const deliveries = yield* Deliveries
  const people = yield* People
  const profiles = yield* Profiles
  const reachability = yield* Reachability
  const { fingerprintOf } = (yield* Transports).of(channel)
  const turn = yield* Semaphore.make(1)
  const dueNow = yield* dueClock
  let known: Readers | undefined
  let workersKnown: { readonly at: Instant; readonly workers: ReadonlyMap<ChildReference, PersonId> } | undefined
  let rota = emptyRota
  let standing: ReadonlyArray<OwedMessage> = []
  /** What the last look at the team was made of. */
  let looked: TeamFacts | undefined

  const holders = Effect.map(
    Effect.forEach(Role.literals, (role) => Effect.map(people.holdersOf(role), (held) => [role, held] as const)),
    (held) => new Map(held)
  )

  /** A duty holder who has left is found before an alert to them is lost, and one who is back once they are. */
  const lookAtAccounts = Effect.fn("TeamOutreach.lookAtAccounts")(function* (
    held: ReadonlyMap<Role, ReadonlyArray<PersonId>>,
    announced: ReadonlySet<PersonId>
  ) {
    const holders = [...escalationRoles, ...educationRoles].flatMap((role) => held.get(role) ?? [])
    const unreachable = yield* reachability.notTold
    const look = Effect.forEach(
      new Set([...holders, ...announced, ...unreachable.keys()]),
      (person) =>
        Effect.flatMap(accounts.whyNoMember(person), (why) =>
          // Refused though their account is in order: only a message that reaches them shows that it is over.
          why === undefined && ["app", "closed"].includes(unreachable.get(person)?.why ?? "")
            ? Effect.void
            : reachability.learn(person, why)
        ),
      { concurrency: AT_ONCE, discard: true }
    )
    // Where Slack does not answer for one it is not asked for all the others: the next look goes on from there.
    yield* Effect.ignore(look)
  })

  /** Why a person was away is kept for as long as they are, and that they were for some weeks. */
  const dropPastReasons = Effect.fnUntraced(function* (availability: ReadonlyMap<PersonId, Availability>) {
    const today = londonDayOf(yield* dueNow)
    const kept = (known: Availability) => withoutPastAbsences(known, today, usualStaffAbsence)
    if ([...availability.values()].every((known) => kept(known) === known)) return
    // It can wait until it can be recorded; what people must hear of who is away cannot.
    yield* Effect.ignore(availabilities.letGo(kept))
  })

  const workersByProfile = Effect.fnUntraced(function* (states: ReadonlyMap<ChildReference, unknown>, now: Instant) {
    if (workersKnown !== undefined && now >= workersKnown.at && now < workersKnown.at + WORKERS_HOLD_FOR) {
      return workersKnown.workers
    }
    const held = yield* profiles.findEach([...states.keys()])
    const workers = new Map(
      [...held].flatMap(([child, { allocatedWorker }]) =>
        allocatedWorker === undefined ? [] : [[child, allocatedWorker] as const]
      )
    )
    workersKnown = { at: now, workers }
    return workers
  })

  const daysBefore = (now: Instant): number => messageTimesOf(policyAt(now)).rotaDays.value

  /** Looked through only while a person is away, or was lately: it costs a look at every child. */
  const handOvers = Effect.fn("TeamOutreach.handOvers")(function* (facts: TeamFacts) {
    const { availability = nobodyAway, there, delivered, now } = facts
    const isAnyAway = [...availability.values()].some(({ away }) => away.length > 0)
    // An absence that was taken back leaves no trace but what was said of it.
    if (!isAnyAway && ![...delivered.keys()].some(isOfAbsence)) return []
    const policy = policyAt(now)
    const calendar = calendars[policy.interview.calendar.value]
    const isOfficeOpen = policy.workingHours === undefined || isWorkingTime(now, policy.workingHours.value, calendar)
    const states = yield* casework.active
    const actedOnDays = messageTimesOf(policy).actedOnDays.value
    const known = { states, availability, there, delivered, now, actedOnDays }
    return [
      ...coverMessages({ ...known, allocatedWorkers: yield* workersByProfile(states, now) }),
      ...handOverLists({ ...known, isOfficeOpen })
    ]
  })

  /** That a role has nobody is known before an alert passes it over, and where it is leave, the working day before. */
  const lookAtRoles = Effect.fnUntraced(function* (
    { rota, there }: TeamFacts,
    availability: ReadonlyMap<PersonId, Availability>
  ) {
    const now = yield* dueNow
    const policy = policyAt(now)
    const calendar = calendars[policy.interview.calendar.value]
    const named = yield* people.holdersOf("out-of-hours-duty")
    yield* tellOfRotaGaps({ rota, availability, named, policy, calendar, now }).pipe(
      Effect.provideService(Incidents, incidents)
    )
    const gaps = roleGaps({ policy, there, availability, daysToCome: daysToCome(londonDayOf(now), calendar) })
    yield* tellOfRoleGaps(gaps, rolesNeeded(policy).length).pipe(Effect.provideService(Incidents, incidents))
  })

  const logged =
    (what: string) =>
    ({ message }: JournalUnavailable) =>
      Effect.logError(`${what} could not be read. ${message}`)

  const read = Effect.fn("TeamOutreach.read")(function* (facts: TeamFacts) {
    looked = facts
    if (known === undefined) return undefined
    const { held, readers } = known
    const { delivered } = facts
    const reachable = new Set(
      yield* Effect.filter(announcedUnreachable({ delivered, fingerprintOf }), reachability.isTold)
    )
    const notTold = yield* reachability.notTold
    const news = unreachableNews({
      notTold,
      isTold: (person) => reachable.has(person),
      rolesOf: (person) => Role.literals.filter((role) => held.get(role)?.includes(person) === true),
      readers: readers.filter((reader) => !notTold.has(reader)),
      delivered,
      fingerprintOf
    })
    const lists = yield* Effect.catch(handOvers(facts), (failed) =>
      Effect.as(logged("Interviews to hand over")(failed), [])
    )
    rota = facts.rota
    const duties = dutyMessages({
      ...facts,
      named: held.get("out-of-hours-duty") ?? [],
      daysBefore: daysBefore(facts.now),
      actedOnDays: messageTimesOf(policyAt(facts.now)).actedOnDays.value
    })
    const owed = [...news, ...lists, ...duties]
    standing = owed.filter((one) => !isOfThePast(one.message()))
    return owed
  })
  /** The office opens for hand-overs, and absences begin and end with the day. */
  const nextAt = (now: Instant) => {
    const tomorrow = londonTimeOn(addDays(londonDayOf(now), 1), 0)
    const { workingHours, interview } = policyAt(now)
    return earliest([
      tomorrow,
      nextDutyAt(rota, daysBefore(now), now),
      workingHours && nextOfficeChange(now, workingHours.value, calendars[interview.calendar.value])
    ])
  }
  yield* outreach.addTeamSource({ name: "What concerns no child", read, nextAt })

  /** Asks Slack, which may take long: nothing that is sent waits for it. */
  const refresh = Effect.gen(function* () {
    const delivered = yield* deliveries.of("team")
    const held = yield* holders
    yield* lookAtAccounts(held, announcedUnreachable({ delivered, fingerprintOf }))
    const { administrators, managers } = yield* whoLooksAfter(people)
    known = { held, readers: [...new Set([...managers, ...administrators])] }
    yield* keepStanding(
      standing.map(({ key }) => key),
      delivered,
      Instant(yield* Clock.currentTimeMillis)
    ).pipe(Effect.provideService(Deliveries, deliveries))
  }).pipe(
    Effect.catch(({ message }) => Effect.logError(`What concerns no child could not be told. ${message}`)),
    Effect.catchDefect((defect) => Effect.logError("What concerns no child could not be told", defect)),
    turn.withPermit
  )
  /** By what that look read, so that it is not read again. */
  const lookAtStaff = Effect.suspend(() => {
    const facts = looked
    looked = undefined
    // Where it could not be read who is away, nothing is said of roles: it would be guessed.
    if (facts?.availability === undefined) return Effect.void
    return Effect.andThen(lookAtRoles(facts, facts.availability), dropPastReasons(facts.availability))
  }).pipe(
    Effect.catchDefect((defect) => Effect.logError("Whether every role has a person to tell could not be seen", defect))
  )
  const bringUpToDate = refresh.pipe(Effect.andThen(outreach.deliver("team")), Effect.andThen(lookAtStaff))

  return TeamOutreach.of({
    bringUpToDate,
    watch: Effect.forever(
      Effect.andThen(bringUpToDate, Effect.raceFirst(reachability.changed, Effect.sleep(LOOK_EVERY)))
    )
  })
})

export const teamOutreachLayer = Layer.effect(TeamOutreach, make)

import { randomUUID } from "node:crypto"
import { Casework, Council, Role } from "@safe-return/casework"
import { type CivilDay, Instant, londonDayOf } from "@safe-return/domain/calendar"
import { isWorkingTime } from "@safe-return/domain/deadlines"
import type { Availability } from "@safe-return/domain/escalation"
import type { PersonId } from "@safe-return/domain/pathway"
import { usualStaffAbsence, withoutPastAbsences } from "@safe-return/domain/retention"
import { Availabilities, Deliveries, type Delivery, type DeliveryKey } from "@safe-return/journal"
import { Clock, Duration, Effect, Layer, Semaphore } from "effect"
import { dueClock } from "../clocks/dueClock.ts"
import { Incidents } from "../incidents/Incidents.ts"
import { Accounts } from "../people/Accounts.ts"
import { People } from "../people/People.ts"
import { Reachability } from "../people/Reachability.ts"
import { whoLooksAfter } from "../people/whoLooksAfter.ts"
import { handOverLists } from "./handOversOwed.ts"
import { owedAtStart } from "./OwedAtStart.ts"
import { channel, type OwedMessage } from "./OwedMessage.ts"
import { emptyRoster } from "./Roster.ts"
import { readRoster } from "./readRoster.ts"
import { tellOfRoleGaps } from "./roleEmpty.ts"
import { daysToCome, roleGaps, rolesNeeded } from "./roleGaps.ts"
import { makeSender } from "./sending.ts"
import { TeamNews } from "./TeamNews.ts"
import { Transports } from "./Transport.ts"
import { makeTeamSending } from "./teamSending.ts"
import { announcedUnreachable, unreachableNews } from "./unreachableOwed.ts"

const LOOK_EVERY = Duration.seconds(20)

/** What is sent to a team is forgotten after some weeks; what still stands is kept as if it had been sent lately. */
const KEPT_ANEW_AFTER = Duration.toMillis(Duration.days(3))

/** Accounts asked about at once. */
const AT_ONCE = 4

const make = Effect.fnUntraced(function* (patience: Duration.Duration) {
  const accounts = yield* Accounts
  const availabilities = yield* Availabilities
  const casework = yield* Casework
  const incidents = yield* Incidents
  const { policy, calendars } = yield* Council
  const deliveries = yield* Deliveries
  const people = yield* People
  const tellable = yield* Reachability
  const atStart = yield* owedAtStart(["team"])
  const instance = randomUUID()
  const carriers = yield* Transports
  const sender = makeSender({ deliveries, carriers, instance, atStart })
  const sendAll = makeTeamSending({ deliveries, incidents, sender, instance, patience, place: "news to the team" })
  const turn = yield* Semaphore.make(1)
  const dueNow = yield* dueClock
  const whoIsThere = yield* readRoster

  const holders = Effect.map(
    Effect.forEach(Role.literals, (role) => Effect.map(people.holdersOf(role), (held) => [role, held] as const)),
    (held) => new Map(held)
  )

  /** A duty holder who has left is found before an alert goes to them in vain, and one who is back once they are. */
  const lookAtAccounts = Effect.fn("TeamNews.lookAtAccounts")(function* (
    held: ReadonlyMap<Role, ReadonlyArray<PersonId>>,
    said: ReadonlySet<PersonId>
  ) {
    const told = (Object.keys(emptyRoster.holders) as ReadonlyArray<Role>).flatMap((role) => held.get(role) ?? [])
    const notTold = yield* tellable.notTold
    const look = Effect.forEach(
      new Set([...told, ...said, ...notTold.keys()]),
      (person) =>
        Effect.flatMap(accounts.whyNoMember(person), (why) =>
          // Refused though their account is in order: only a message that reaches them shows that it is over.
          why === undefined && ["app", "closed"].includes(notTold.get(person)?.why ?? "")
            ? Effect.void
            : tellable.learn(person, why)
        ),
      { concurrency: AT_ONCE, discard: true }
    )
    // Where Slack does not answer for one it is not asked for all the others: the next look goes on from there.
    yield* Effect.ignore(look)
  })

  const keepAnew = Effect.fnUntraced(function* (owed: ReadonlyArray<OwedMessage>) {
    const delivered = yield* deliveries.of("team")
    const now = Instant(yield* Clock.currentTimeMillis)
    const old = owed.flatMap(({ key }): ReadonlyArray<Delivery & { readonly _tag: "Sent" }> => {
      const sent = delivered.get(key)
      return sent?._tag === "Sent" && now - sent.sentAt > KEPT_ANEW_AFTER ? [sent] : []
    })
    yield* Effect.forEach(old, (sent) => deliveries.keep("team", { ...sent, sentAt: now }), { discard: true })
  })

  /** Why somebody was away is kept for as long as they are, and that they were for some weeks. */
  const letGo = Effect.fn("TeamNews.letGo")(function* (
    availability: ReadonlyMap<PersonId, Availability>,
    today: CivilDay
  ) {
    const kept = (known: Availability) => withoutPastAbsences(known, today, usualStaffAbsence)
    if ([...availability.values()].every((known) => kept(known) === known)) return
    // It can wait until it can be recorded; what is to be told of who is away cannot.
    yield* Effect.ignore(availabilities.letGo(kept))
  })

  /** Looked through only while somebody is away, or was lately: it costs a look at every child. */
  const handOvers = Effect.fn("TeamNews.handOvers")(function* (delivered: ReadonlyMap<DeliveryKey, Delivery>) {
    const availability = yield* availabilities.all
    if (availability.size === 0) return []
    const now = yield* dueNow
    yield* letGo(availability, londonDayOf(now))
    return handOverLists({
      states: yield* casework.all,
      availability,
      there: yield* whoIsThere,
      isOfficeOpen: policy.workingHours === undefined || isWorkingTime(now, policy.workingHours.value, calendar),
      delivered,
      now
    })
  })

  const calendar = calendars[policy.interview.calendar.value]

  /** That a role has nobody is known before an alert passes it over, and where it is leave, the working day before. */
  const lookAtRoles = Effect.gen(function* () {
    const today = londonDayOf(yield* dueNow)
    const facts = { policy, there: yield* whoIsThere, daysToCome: daysToCome(today, calendar) }
    const availability = yield* availabilities.all
    yield* tellOfRoleGaps(roleGaps({ ...facts, availability }), rolesNeeded(policy).length).pipe(
      Effect.provideService(Incidents, incidents)
    )
  })

  const owedNow = Effect.fn("TeamNews.owedNow")(function* () {
    const delivered = yield* deliveries.of("team")
    const { fingerprintOf } = carriers.of(channel)
    const held = yield* holders
    yield* lookAtAccounts(held, announcedUnreachable({ delivered, fingerprintOf }))
    const notTold = yield* tellable.notTold
    const known = yield* Effect.filter(announcedUnreachable({ delivered, fingerprintOf }), tellable.isTold)
    const { administrators, managers } = yield* whoLooksAfter(people)
    const news = unreachableNews({
      notTold,
      isTold: (person) => known.includes(person),
      rolesOf: (person) => Role.literals.filter((role) => held.get(role)?.includes(person) === true),
      readers: [...new Set([...managers, ...administrators])].filter((reader) => !notTold.has(reader)),
      delivered,
      fingerprintOf
    })
    yield* Effect.catch(lookAtRoles, (failed) =>
      Effect.logError(`Whether every role has somebody could not be read. ${failed.message}`)
    )
    const lists = yield* Effect.catch(handOvers(delivered), (failed) =>
      Effect.as(Effect.logError(`Whose interviews are to be handed over could not be read. ${failed.message}`), [])
    )
    return [...news, ...lists]
  })

  const bringUpToDate = Effect.gen(function* () {
    const owed = yield* owedNow()
    const delivered = yield* deliveries.of("team")
    atStart.see("team", owed, delivered)
    yield* sendAll(owed)
    yield* keepAnew(owed)
    yield* sender.lookForDoubles("due")
  }).pipe(
    Effect.catch((failed) => Effect.logError(`What concerns no child could not be told. ${failed.message}`)),
    Effect.catchDefect((defect) => Effect.logError("What concerns no child could not be told", defect)),
    // Two at once would post the same twice: what this instance has claimed it may post again.
    turn.withPermit
  )

  return TeamNews.of({
    bringUpToDate,
    watch: Effect.forever(Effect.andThen(bringUpToDate, Effect.raceFirst(tellable.changed, Effect.sleep(LOOK_EVERY))))
  })
})

/** @param patience how long a message may wait before it is listed */
export const teamNewsLayer = (patience: Duration.Duration) => Layer.effect(TeamNews, make(patience))

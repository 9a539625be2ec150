/** What stands in people's conversations after each step of a random history, no matter who is there to be told. */
import { decisionsOwed } from "@safe-return/casework"
import {
  assigned,
  at,
  type Case,
  cases,
  child,
  completed,
  entriesOf,
  episodeId,
  found,
  interviewer,
  interviewId,
  laterSteps,
  manager,
  missing,
  notified,
  offered,
  returned,
  type Told,
  tell,
  worker
} from "@safe-return/casework/testing"
import { addHours, calendars, civilDay, type Instant, startOfLondonDay } from "@safe-return/domain/calendar"
import { actingFor } from "@safe-return/domain/escalation"
import {
  alertOf,
  type ChildState,
  type Episode,
  EpisodeId,
  emptyChildState,
  evolve,
  interviewerOf,
  interviewOf,
  interviewStatus,
  isInterviewOwed,
  isLeftOut,
  isOpen,
  leftApart,
  PersonId,
  remainingTasks,
  unanswered
} from "@safe-return/domain/pathway"
import type { Delivery, DeliveryKey } from "@safe-return/journal"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { LateStage } from "../../src/message/deadlineMessages.ts"
import type { AlertOutcome } from "../../src/message/endMessages.ts"
import type { Message } from "../../src/message/Message.ts"
import { asksToAcknowledge, hasAnswered, isLookedFor } from "../../src/owed/acknowledgement.ts"
import { actingOn } from "../../src/owed/actingOn.ts"
import { alertedOf, alertKinds } from "../../src/owed/alerted.ts"
import { isAsking } from "../../src/owed/asking.ts"
import { leftTheCase } from "../../src/owed/formerWorkers.ts"
import type { CaseSnapshot, OwedMessage } from "../../src/owed/OwedMessage.ts"
import { alertOutcomeOf } from "../../src/owed/outcomes.ts"
import { owedMessages } from "../../src/owed/owed.ts"
import { personInKey } from "../../src/owed/personInKey.ts"
import { emptyRoster, type Roster } from "../../src/recipients/Roster.ts"

const [coordinator, head, duty] = [PersonId.make("U0COORDINATOR"), PersonId.make("U0HEAD"), PersonId.make("U0DUTY")]
const people = [worker, interviewer, manager, coordinator, head, duty]

const someOf = fc.subarray(people)

/** Roles that may be empty, people who are away with a cover who may be away too, and people nobody can reach. */
const rosters: fc.Arbitrary<Roster> = fc
  .record({
    coordinators: someOf,
    managers: someOf,
    heads: someOf,
    duty: someOf,
    away: someOf,
    covers: fc.array(fc.constantFrom(...people, undefined), { minLength: people.length, maxLength: people.length }),
    unreachable: someOf,
    besides: fc.option(fc.record({ mash: someOf, worker: someOf, interviewer: someOf }), { nil: undefined }),
    addresses: fc.nat({ max: 1 })
  })
  .map(({ coordinators, managers, heads, duty: onDuty, away, covers, unreachable, besides, addresses }) => ({
    ...emptyRoster,
    ...(besides === undefined ? {} : { beside: besides }),
    holders: {
      "missing-coordinator": coordinators,
      "team-manager": managers,
      "head-of-service": heads,
      "out-of-hours-duty": onDuty
    },
    acting: (person) =>
      actingFor(person, startOfLondonDay(civilDay(2026, 11, 2)), (one) => {
        const cover = covers[people.indexOf(one)]
        const period = { from: civilDay(2026, 11, 1), to: civilDay(2026, 12, 31), for: "leave" } as const
        return { away: away.includes(one) ? [{ ...period, ...(cover === undefined ? {} : { cover }) }] : [] }
      }),
    canBeTold: (person) => !unreachable.includes(person),
    addresses: () => addresses
  }))

const second = EpisodeId.make("episode-2")

/** Written up days after it was held. */
const loggedLate = (hours: number): Told => {
  const held = completed(Math.max(hours - 72, 0.1))
  return { ...held, now: at(hours) }
}

/** What gives, takes and ends interviews and alerts, beside what any history holds. */
const turnsAt = (hours: number): ReadonlyArray<Told> => {
  const told = (command: Told["command"], by: PersonId = manager): Told => ({ by, now: at(hours), command })
  const assign = (to: PersonId, knownAdult: boolean, more: { readonly plannedFor?: Instant } = {}) =>
    told({
      _tag: "AssignInterview",
      newInterviewId: interviewId,
      interviewer: to,
      isInterviewer: true,
      knownAdult,
      ...more
    })
  return [
    missing(hours, { reference: "SYP-2026-0000001" }),
    missing(hours, { id: second, reference: "SYP-2026-0000002" }),
    found(hours),
    returned(hours),
    returned(hours, second),
    assign(interviewer, false, { plannedFor: at(hours + 20) }),
    assign(coordinator, false),
    assign(worker, true),
    told({ _tag: "UnassignInterview", episodeId, reason: "interviewer-unavailable" }),
    told({ _tag: "CancelEpisode", episodeId, reason: "recorded-in-error" }),
    told({ _tag: "ReopenEpisode", episodeId, reason: "new-information" }),
    told({ _tag: "RecordWhereabouts", episodeId, whereabouts: "hospital", since: at(hours) }),
    told({ _tag: "CorrectEpisode", episodeId, reason: "told-wrongly", withdrawn: "returned" }),
    told({ _tag: "CorrectEpisode", episodeId, reason: "told-wrongly", withdrawn: "found" }),
    told({ _tag: "RecordDeath", knownFrom: at(hours), by: manager }),
    told({ _tag: "TakeBackDeath", reason: "wrong-record" }),
    told({ _tag: "SeparateDuplicate", episodeId: second, reason: "wrong-record" }),
    told({ _tag: "RecordInterview", episodeId, record: {}, keptFrom: [worker] }),
    told({ _tag: "RecordInterview", episodeId, record: {}, keptFrom: [manager] }),
    told({ _tag: "AcknowledgeAlert", episodeId, by: coordinator, as: ["missing-coordinator", "team-manager"] }),
    told({ _tag: "AcknowledgeAlert", episodeId, by: duty, as: ["out-of-hours-duty"] }),
    notified(at(hours), { kind: "updated", risk: "high" }),
    told({
      _tag: "AnswerConsideration",
      episodeId,
      consideration: "exploitation",
      answer: "no",
      reason: "Made up",
      answeredBy: "apart"
    }),
    loggedLate(hours),
    notified(at(hours), { kind: "cancelled", reason: "Made up" }),
    notified(at(hours), { kind: "found", foundAt: at(Math.max(hours - 1, 0)) }),
    ...laterSteps(hours)
  ]
}

const turns: fc.Arbitrary<Case> = fc
  .array(
    fc.integer({ min: 0, max: 300 }).chain((when) => fc.constantFrom(...turnsAt(when))),
    { maxLength: 16 }
  )
  .map((steps) => tell([missing(0), ...steps.toSorted((a, b) => a.now - b.now)]))

/** Two reports that a person joins, and what came after. */
const joined: fc.Arbitrary<Case> = fc
  .array(
    fc.integer({ min: 3, max: 100 }).chain((when) => fc.constantFrom(...turnsAt(when))),
    { maxLength: 6 }
  )
  .map((steps) => {
    const join = { _tag: "MergeDuplicate", duplicateId: second, episodeId } as const
    // The first alert is answered at once; the second climbs until they are joined.
    const answer = { _tag: "AcknowledgeAlert", episodeId, by: worker, as: ["worker"] } as const
    return tell([
      missing(0),
      { by: worker, now: at(0), command: answer },
      missing(0.2, { id: second, reference: "SYP-2026-0000002" }),
      notified(at(2), { kind: "updated", risk: "high" }),
      { by: coordinator, now: at(2.1), command: join },
      ...steps.toSorted((a, b) => a.now - b.now)
    ])
  })

/** An interview that the child declined or took up, and what came after. */
const settled: fc.Arbitrary<Case> = fc
  .tuple(
    fc.constantFrom([offered(6, "declined")], [offered(6, "accepted"), completed(28)], [loggedLate(100)]),
    fc.array(
      fc.integer({ min: 29, max: 100 }).chain((when) => fc.constantFrom(...turnsAt(when))),
      { maxLength: 3 }
    )
  )
  .map(([how, steps]) =>
    tell([missing(0), returned(4), assigned(5), ...how, ...steps.toSorted((a, b) => a.now - b.now)])
  )

/** A report that was cancelled, and what the police told after it. */
const cancelledFirst: fc.Arbitrary<Case> = fc
  .array(
    fc.integer({ min: 4, max: 60 }).chain((when) => fc.constantFrom(...turnsAt(when))),
    { maxLength: 4 }
  )
  .map((steps) =>
    tell([
      missing(0),
      notified(at(2), { kind: "cancelled", reason: "Made up" }),
      notified(at(3), { kind: "found", foundAt: at(2.5) }),
      ...steps.toSorted((a, b) => a.now - b.now)
    ])
  )

/** A death that was recorded of a child who is looked for and taken back, and what came after. */
const takenBackFirst: fc.Arbitrary<Case> = fc
  .array(
    fc.integer({ min: 4, max: 60 }).chain((when) => fc.constantFrom(...turnsAt(when))),
    { maxLength: 4 }
  )
  .map((steps) =>
    tell([
      missing(0),
      { by: manager, now: at(2), command: { _tag: "RecordDeath", knownFrom: at(2), by: manager } },
      { by: manager, now: at(3), command: { _tag: "TakeBackDeath", reason: "wrong-record" } },
      ...steps.toSorted((a, b) => a.now - b.now)
    ])
  )

const histories = fc.oneof(cases, turns, joined, settled, cancelledFirst, takenBackFirst)

const someRosters = fc.array(rosters, { minLength: 1, maxLength: 4 })

/** What people have before them: what was sent, where, and what it says by now. */
interface World {
  readonly delivered: Map<DeliveryKey, Delivery>
  readonly shown: Map<DeliveryKey, Message>
  readonly places: Map<DeliveryKey, OwedMessage["place"]>
  /** When each reader of an episode read that its report was cancelled. */
  readonly cancelledAt: Map<string, Instant>
}

/** Sends and changes what is owed, as the sender does; where Slack takes only some of it, the rest waits. */
const deliver = (
  { delivered, shown, places }: World,
  snapshot: CaseSnapshot,
  isTaken: (nth: number) => boolean
): void => {
  for (const [nth, { key, place, message, keptCurrent, supersedes }] of owedMessages(snapshot).entries()) {
    if (!isTaken(nth)) continue
    const before = delivered.get(key)
    const isSent = before?._tag === "Sent"
    if (delivered.get(key)?._tag === "Superseded") continue
    if (isSent && !keptCurrent && shown.get(key)?._tag !== "RequestOver") continue
    shown.set(key, message())
    places.set(key, place)
    delivered.set(key, {
      _tag: "Sent",
      key,
      channel: "D1",
      ts: "1.0",
      fingerprint: "",
      sentAt: isSent ? before.sentAt : snapshot.now
    })
    for (const other of supersedes) {
      if (!delivered.has(other)) delivered.set(other, { _tag: "Superseded", key: other, by: key, at: snapshot.now })
    }
  }
}

const episodeIn = ({ episodes }: ChildState, { id }: Pick<Episode, "id">): Episode => {
  const episode = episodes.find((one) => one.id === id)
  if (episode === undefined) throw new Error(`${id} is gone`)
  return episode
}

const isStepLate = (stage: LateStage["_tag"], state: ChildState, episode: Episode): boolean => {
  if (!isOpen(episode)) return false
  switch (stage) {
    case "NoReturnTime":
      return episode.progress._tag === "Found"
    case "NoInterviewer":
      return interviewStatus(state, episode)._tag === "Unassigned"
    case "NotOffered":
    case "PlanPassed":
      return isInterviewOwed(interviewStatus(state, episode))
    case "ConsiderationsUnanswered":
      return unanswered(episode.considerations ?? {}).length > 0 || leftApart(state, episode).length > 0
  }
}

/** Whether what a message asks for is still owed, by the state alone; undefined where it asks for nothing. */
const isStillOwed = (message: Message, state: ChildState): boolean | undefined => {
  switch (message._tag) {
    case "MissingAlert":
    case "CoordinatorAlert":
    case "RepeatAlert":
    case "MissingAfterAllAlert":
    case "EscalationAlert":
    case "UnreachedAlert": {
      const episode = episodeIn(state, message.episode)
      return state.death === undefined && episode.progress._tag === "Missing" && isOpen(episode)
    }
    case "InterviewAssignment":
      return interviewerOf(interviewStatus(state, episodeIn(state, message.episode))) === message.interviewer
    case "InterviewDue":
    case "InterviewOverdue":
      return isInterviewOwed(interviewStatus(state, episodeIn(state, message.episode)))
    case "LateStep":
      return isStepLate(message.reminder.stage._tag, state, episodeIn(state, message.episode))
    case "ConsiderationsRequest": {
      const episode = episodeIn(state, message.episode)
      const answers = message.isApart ? episode.consideredApart : episode.considerations
      return isOpen(episode) && unanswered(answers ?? {}).length > 0
    }
    case "CancellationQuestion":
      return decisionsOwed(state, episodeIn(state, message.episode)).includes("cancellation")
    case "ReportQuestion":
      return decisionsOwed(state, episodeIn(state, message.episode)).includes("report-in-question")
    case "InterviewQuestion":
      return decisionsOwed(state, episodeIn(state, message.episode)).includes("interview-in-question")
    case "ReportAfterDeath":
      return state.death !== undefined
    default:
      return undefined
  }
}

/** What must be true of the messages that people have before them. */
type Check = (snapshot: CaseSnapshot, world: World) => void

/** Lives through a history; what is asserted is asked after each step, and some days after the last. */
const live = ({ recorded }: Case, there: ReadonlyArray<Roster>, check: Check): void => {
  const world: World = { delivered: new Map(), shown: new Map(), places: new Map(), cancelledAt: new Map() }
  const entries = entriesOf(recorded)
  let state = emptyChildState
  const look = (upTo: number, now: CaseSnapshot["now"]) => {
    const snapshot = (): CaseSnapshot => ({
      child,
      state,
      entries: entries.slice(0, upTo),
      delivered: new Map(world.delivered),
      there: there[upTo % there.length] ?? emptyRoster,
      calendars,
      allocatedWorker: worker,
      announceFrom: at(-1000),
      now
    })
    deliver(world, snapshot(), (nth) => (nth * 7 + upTo) % 3 > 0)
    // What was sent changes what is owed: who was told is told that it is over.
    for (let again = 0; again < 3; again += 1) deliver(world, snapshot(), () => true)
    check(snapshot(), world)
  }
  recorded.forEach((one, place) => {
    state = evolve(state, one)
    if (one.recordedAt !== recorded[place + 1]?.recordedAt) look(place + 1, one.recordedAt)
  })
  const last = recorded.at(-1)?.recordedAt
  if (last !== undefined) for (const hours of [20, 50, 90]) look(recorded.length, addHours(last, hours))
}

interface Ending {
  readonly id: EpisodeId
  readonly person: PersonId
  readonly outcome: AlertOutcome
}

/** By the news itself, or, where they were alerted of a record that was joined to it, by how that one goes on. */
const isTold = (shown: World["shown"], { id, person, outcome }: Ending): boolean =>
  [...shown].some(([key, message]) => {
    if (!key.endsWith(`:${id}:${person}`)) return false
    if (message._tag === "RecordsJoined") return true
    const isNews = key.startsWith("all-clear:") && (message._tag === "AlertAllClear" || message._tag === "RequestOver")
    return isNews && message.outcome._tag === outcome._tag
  })

/** A message that was sent asks for nothing while nothing is owed. */
const asksWhatIsOwed: Check = ({ state }, { shown }) => {
  const stale = [...shown].filter(([, message]) => isStillOwed(message, state) === false)
  expect(stale.map(([key]) => key)).toEqual([])
}

/** What a message asks its reader for, by what it says; undefined where it asks for nothing. */
const askOf = (message: Message): string | undefined => {
  switch (message._tag) {
    case "MissingAlert":
    case "CoordinatorAlert":
    case "RepeatAlert":
    case "MissingAfterAllAlert":
    case "MovedAlert":
    case "EscalationAlert": {
      const { episode, reader, isAnswered } = message
      const isAsked = isAnswered !== true && asksToAcknowledge(episode) && reader !== undefined
      return isAsked && !hasAnswered(episode, reader) ? `acknowledge ${episode.id}` : undefined
    }
    case "InterviewDue":
    case "InterviewOverdue":
      return `interview ${message.episode.id}`
    case "LateStep": {
      const { stage } = message.reminder
      return `${stage._tag === "NoInterviewer" ? "interview" : stage._tag} ${message.episode.id}`
    }
    case "ConsiderationsRequest":
      return `ConsiderationsUnanswered ${message.episode.id}`
    case "DecisionWaiting":
    case "DecisionElsewhere":
      return message._tag
    default:
      return undefined
  }
}

/** One person never has two messages that ask for the same. */
const asksOnce: Check = (_, { shown, places }) => {
  const asked = new Map<string, DeliveryKey>()
  for (const [key, message] of shown) {
    const [ask, place] = [askOf(message), places.get(key)]
    if (ask === undefined || place?._tag !== "Person") continue
    const id = `${ask} of ${place.person}`
    expect([id, asked.get(id), key]).toEqual([id, undefined, key])
    asked.set(id, key)
  }
}

/** Everybody who was alerted is told by a message of its own how it ended. */
const isToldHowItEnded: Check = (snapshot, { shown }) => {
  for (const episode of snapshot.state.episodes) {
    const outcome = alertOutcomeOf(snapshot.state, episode)
    if (outcome === undefined) continue
    // Who was replaced reads that once, and nothing more.
    const left = leftTheCase(snapshot, episode)
    const untold = alertedOf(snapshot, episode).people.filter(
      (person) => !left.includes(person) && !isTold(shown, { id: episode.id, person, outcome })
    )
    expect(untold).toEqual([])
  }
}

const writeUpTasks: ReadonlyArray<string> = ["carer-offer", "interview-reference"]

/** Who settled an interview that is still to be written up, away or not: their Home asks for the rest. */
const writersOf = (state: ChildState): ReadonlyArray<PersonId> =>
  state.episodes.flatMap((episode) => {
    const left = remainingTasks(state, episode)
    const interview = interviewOf(state, episode.id)
    const writer = interview?.completed?.interviewer ?? interview?.interviewer
    const isOpenBefore = left.some((task) => task === "return" || task === "interview" || task.endsWith("-in-question"))
    const isTheirs = writer !== undefined && !isLeftOut(state, [episode.id], writer)
    const isLeft = left.some((task) => writeUpTasks.includes(task))
    return isTheirs && isLeft && !isOpenBefore && !left.includes("cancellation") ? [writer] : []
  })

/** What ends a message says that nothing is asked here only where nothing else is asked of its reader. */
const endsTruly: Check = ({ state }, { shown, places }) => {
  const personOf = (key: DeliveryKey) => {
    const place = places.get(key)
    return place?._tag === "Person" ? place.person : undefined
  }
  const byMessages = [...shown].flatMap(([key, message]) => (askOf(message) ? [personOf(key)] : []))
  const asked = new Set([...byMessages, ...writersOf(state)])
  const untrue = [...shown].flatMap(([key, message]) => {
    const isEnd = message._tag === "RequestOver" || message._tag === "DecisionOver"
    const person = personOf(key)
    return isEnd && person !== undefined && asked.has(person) && message.leftToDo === undefined ? [key] : []
  })
  expect(untrue).toEqual([])
}

/** An alert that was sent says of nobody that they see to it, nor of a later message, where that is not so. */
const namesTruly: Check = (snapshot, { delivered, shown, places }) => {
  const { episodes } = snapshot.state
  const alerts = [...shown].flatMap(([key, message]) => {
    const place = places.get(key)
    const episode = episodes.find(({ id }) => key.split(":").includes(id))
    const isOne = alertKinds.has(key.split(":")[0] ?? "") && place?._tag === "Person" && episode !== undefined
    return isOne && isLookedFor(snapshot.state, episode)
      ? [{ key, message, person: place.person, episode, sent: delivered.get(key) }]
      : []
  })
  const asked = alerts.filter(({ message }) => message._tag !== "RequestOver")
  for (const { key, message, person, episode, sent } of alerts) {
    if (message._tag !== "RequestOver" || leftTheCase(snapshot, episode).includes(person)) continue
    const others = asked.filter((one) => one.episode === episode)
    if (message.outcome._tag === "WithOthers") {
      const { people: named = [] } = message.outcome
      const isTrue = (one: PersonId) => others.some((other) => other.person === one) || hasAnswered(episode, one)
      expect([key, named.filter((one) => one === person || !isTrue(one))]).toEqual([key, []])
    }
    if (message.outcome._tag === "SaidLater") {
      const later = others.filter(
        (other) =>
          other.person === person &&
          other.sent?._tag === "Sent" &&
          sent?._tag === "Sent" &&
          other.sent.sentAt >= sent.sentAt
      )
      expect([key, later.length > 0]).toEqual([key, true])
    }
  }
}

/** Each person who answered an alert before it began again has one of the newest, whatever others answer. */
const actingAreTold: Check = (snapshot, { shown, places }) => {
  for (const episode of snapshot.state.episodes) {
    if (snapshot.state.death !== undefined || !asksToAcknowledge(episode)) continue
    const told = new Set(
      [...shown].flatMap(([key, message]) => {
        const place = places.get(key)
        const isAlert = "episode" in message && message._tag.endsWith("Alert")
        if (place?._tag !== "Person" || !isAlert || message.episode?.id !== episode.id) return []
        return alertOf(message.episode as Episode).number === alertOf(episode).number ? [place.person] : []
      })
    )
    expect(actingOn(snapshot, episode).filter((person) => !told.has(person))).toEqual([])
  }
}

/** Nothing that still asks for something, or offers what to record, is left as it was while facts go on. */
const staysCurrent: Check = (snapshot, { shown, places }) => {
  const owed = new Set(owedMessages(snapshot).map(({ key }) => key as DeliveryKey))
  const left = [...shown].flatMap(([key, message]) => {
    const mayAct = isAsking(message) || message._tag === "RecordsJoined"
    return mayAct && places.get(key)?._tag === "Person" && !owed.has(key) ? [`${key} ${message._tag}`] : []
  })
  expect(left).toEqual([])
}

/** Who read that a report was cancelled hears by a message that rings that the child is found or back. */
const ringsAfterCancelled: Check = (snapshot, { delivered, shown, cancelledAt }) => {
  for (const [key, message] of shown) {
    if (message._tag !== "AlertAllClear") continue
    const person = personInKey(key.split(":").at(-1) ?? "")
    const read = `${message.episode.id}:${person}`
    const at = cancelledAt.get(read)
    if (message.outcome._tag === "Cancelled") cancelledAt.set(read, at ?? snapshot.now)
    else cancelledAt.delete(read)
    const isEnd = message.outcome._tag === "Found" || message.outcome._tag === "Back"
    if (at === undefined || !isEnd || person === undefined) continue
    const rung = [...delivered.values()].filter(
      (one) =>
        one._tag === "Sent" &&
        one.key.startsWith("all-clear:") &&
        one.key.endsWith(`:${read}`) &&
        one.sentAt === snapshot.now
    )
    expect([key, rung.length]).toEqual([key, 1])
  }
}

/** Nobody reads that questions are still unanswered at the moment at which they are first asked. */
const remindsOfWhatWasAsked: Check = ({ delivered, now }, { shown, places }) => {
  const sentNow = (key: DeliveryKey) => {
    const sent = delivered.get(key)
    return sent?._tag === "Sent" && sent.sentAt === now
  }
  for (const [key, message] of shown) {
    const place = places.get(key)
    if (message._tag !== "ConsiderationsRequest" || place?._tag !== "Person" || !sentNow(key)) continue
    const reminded = [...shown.keys()].filter(
      (other) =>
        other.startsWith(`reminder:${message.episode.id}:considerations:`) &&
        other.endsWith(`:${place.person}`) &&
        sentNow(other)
    )
    expect([key, reminded]).toEqual([key, []])
  }
}

/** What tells people where the child is, or that what they read of it was wrong. */
const tellsOfChild: ReadonlySet<string> = new Set([
  ...alertKinds,
  "all-clear",
  "all-clear-off",
  "death",
  "death-taken-back"
])

/** One person hears that a death was taken back by one message that rings. */
const ringsOnce: Check = ({ delivered, now, entries }, { places }) => {
  const rung = new Map<PersonId, Array<DeliveryKey>>()
  for (const one of delivered.values()) {
    const place = places.get(one.key)
    const kind = one.key.split(":")[0] ?? ""
    // A first alert that had not gone out by then, and that nobody on the ladder is there, are said beside it.
    const isOfChild = tellsOfChild.has(kind) && kind !== "worker-alert" && !one.key.includes(":nobody:")
    const isNew = one._tag === "Sent" && one.sentAt === now && isOfChild
    if (isNew && place?._tag === "Person") rung.set(place.person, [...(rung.get(place.person) ?? []), one.key])
  }
  const last = entries.at(-1)?.recorded
  if (last?.event._tag !== "DeathTakenBack" || last.recordedAt !== now) return
  expect([...rung.values()].filter(({ length }) => length > 1)).toEqual([])
}

/** Tried together, because to live through a history takes far longer than to ask what is true after each step. */
const checks = {
  asksWhatIsOwed,
  asksOnce,
  isToldHowItEnded,
  endsTruly,
  namesTruly,
  actingAreTold,
  staysCurrent,
  remindsOfWhatWasAsked,
  ringsOnce,
  ringsAfterCancelled
}

describe("what people have before them after each step", () => {
  it("asks for what is owed, once, and ends in true words, no matter who is there", () => {
    fc.assert(
      fc.property(histories, someRosters, (given, there) => {
        live(given, there, (snapshot, world) => {
          for (const [name, check] of Object.entries(checks)) {
            const asked = Result.try(() => check(snapshot, world))
            if (Result.isFailure(asked)) throw new Error(`${name}: ${asked.failure}`, { cause: asked.failure })
          }
        })
      })
    )
  })
})

/** An interview that was held, of which people were left out, and what came after. */
const heldWithout = fc
  .array(
    fc.integer({ min: 30, max: 300 }).chain((when) => fc.constantFrom(...turnsAt(when))),
    { maxLength: 5 }
  )
  .chain((steps) =>
    fc.constantFrom(worker, manager).map((out) => {
      const leftOut = { by: interviewer, now: at(29) } as const
      const command = { _tag: "RecordInterview", episodeId, record: {}, keptFrom: [out] } as const
      const held = [missing(0), returned(4), assigned(5), offered(6, "accepted"), completed(28)]
      return tell([...held, { ...leftOut, command }, ...steps.toSorted((a, b) => a.now - b.now)])
    })
  )

/** What an interview brought out, as it asks its reader. */
const isOfInterview = (message: Message): boolean =>
  (message._tag === "DecisionWaiting" && message.opens === "everything") ||
  ("isApart" in message && message.isApart === true)

describe("a person who was left out of an interview", () => {
  it("is asked nothing of it by covering, and no message names them as covered for", () => {
    let seen = 0
    fc.assert(
      fc.property(heldWithout, someRosters, (given, there) => {
        live(given, there, ({ state }, { shown, places }) => {
          const out = new Set(state.interviews.flatMap(({ keptFrom = [] }) => keptFrom))
          if (out.size === 0) return
          for (const [key, message] of shown) {
            if (!isOfInterview(message)) continue
            seen += 1
            const place = places.get(key)
            const ids = "episode" in message && message.episode !== undefined ? [message.episode.id] : undefined
            const isOut = place?._tag === "Person" && ids !== undefined && isLeftOut(state, ids, place.person)
            expect([key, isOut]).toEqual([key, false])
            expect(out.has(message.coversFor ?? PersonId.make("U0NOBODY"))).toBe(false)
          }
        })
      })
    )
    expect(seen).toBeGreaterThan(0)
  })
})

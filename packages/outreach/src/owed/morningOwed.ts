/** The one message of a working morning to each person who has something to read: nothing else restates it that morning. */

import { type OpenEpisode, reachOf } from "@safe-return/casework"
import { formatCivilDay, Instant, londonDayOf } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import { isLeftOut, type PersonId } from "@safe-return/domain/pathway"
import { type MessageKey, messageKindOf } from "../message/messageKinds.ts"
import type { ClosingLine, MorningDecision, TodayLine } from "../message/morningMessages.ts"
import {
  holdersOrFallback,
  mashOrFallback,
  presentHolders,
  presentOf,
  type Roster,
  recipientsFor
} from "../recipients/Roster.ts"
import { hasAnything, isStillAwaited, leftOfDigest } from "../summary/digest.ts"
import { absencesIn } from "./absencesIn.ts"
import { isUnacknowledged } from "./acknowledgement.ts"
import { forItsTeamReader, rolesOf } from "./forItsReader.ts"
import type { MorningFindings, NamedInterview, States } from "./morningFindings.ts"
import {
  closingLeft,
  droppedPlanOf,
  isGivenAway,
  isPlannedToday,
  isRecordLeft,
  isWorkersStill,
  withState
} from "./morningLeft.ts"
import { type CaseSnapshot, includeExistingRecipients, type OwedMessage, once, whenAsked } from "./OwedMessage.ts"
import { isOwed, leftOf } from "./overdueLines.ts"
import { personInKey } from "./personInKey.ts"
import type { UnacknowledgedAlert } from "./unacknowledged.ts"

/** A decision that waits, as the message that asks for it says, and which colleague they are asked for. */
export interface AskedDecision extends MorningDecision {
  readonly person: PersonId
  readonly coversFor?: PersonId
}

interface MorningFacts extends Pick<CaseSnapshot, "there" | "delivered" | "now" | "calendars"> {
  readonly told: MorningFindings
  /** From then on nobody is sent it for the summary alone. */
  readonly summaryUntil: Instant | undefined
  /** Every child's state as it is now. */
  readonly states: States
  /** What waited at that moment, and waits still or was decided since. */
  readonly decisions: ReadonlyArray<AskedDecision>
  /** Who was told of alerts that nobody had answered that morning. */
  readonly unacknowledged?: ReadonlyArray<UnacknowledgedAlert>
  /** What could not be taken and nobody has answered. */
  readonly unanswered?: ReadonlyArray<{ readonly sentence: string; readonly since: Instant }>
}

const keyOf = (at: Instant, person: PersonId): MessageKey => `morning:${formatCivilDay(londonDayOf(at))}:${person}`

/** Said by the summary and the list to each person, before there was one message. */
const hadByEarlierVersion = (delivered: MorningFacts["delivered"], at: Instant): ReadonlySet<PersonId> => {
  const day = londonDayOf(at)
  return new Set(
    [...delivered.values()].flatMap(({ _tag, key }) => {
      const [kind, when = "", ...rest] = key.split(":")
      const isThatDay =
        kind === "digest"
          ? when === formatCivilDay(day)
          : kind === "overdue" && londonDayOf(Instant(Number(when))) === day
      const person = personInKey(rest.at(-1) ?? "")
      return _tag === "Sent" && isThatDay && person !== undefined ? [person] : []
    })
  )
}

/** Whether a key is of a message of the morning that nobody is owed any more. */
export const isOverForPeople = (owed: ReadonlyArray<Pick<OwedMessage, "key">>) => {
  const keys = new Set(owed.map(({ key }) => key))
  return (key: string): boolean => {
    switch (messageKindOf(key)) {
      case "morning":
        return !keys.has(key)
      // To each person, as an earlier version sent it.
      case "overdue":
        return personInKey(key.split(":").at(-1) ?? "") !== undefined
      default:
        return false
    }
  }
}

/** Everybody who has something of their own that morning, as interviewer or allocated worker, or stands in for one who has. */
const ownReaders = ({ told, there, delivered }: MorningFacts): ReadonlyMap<PersonId, ReadonlySet<PersonId>> => {
  const { at, overdue, today, overdueToday, closing } = told
  const whose = new Set([
    ...[...overdue, ...today, ...closing.filter(({ writeUp }) => writeUp.length > 0)].flatMap(({ interviewer }) =>
      interviewer === undefined ? [] : [interviewer]
    ),
    ...[...today, ...overdueToday].flatMap(({ workers }) => workers)
  ])
  const readers = new Map<PersonId, Set<PersonId>>()
  for (const person of whose) {
    // Everything is on the co-ordinators' own already.
    for (const reader of recipientsFor({ there, delivered, person, key: keyOf(at, person), at, otherwise: [] })) {
      readers.set(reader, (readers.get(reader) ?? new Set()).add(person))
    }
  }
  return readers
}

/** They hold no role that records any interview, and hold one by which they may be given one. */
const recordsOwnOnly = (there: Roster, reader: PersonId): boolean => {
  const roles = rolesOf(there, reader)
  return roles !== undefined && reachOf(roles, "log-interview") === "given"
}

/** The message of the latest working morning, to each person, while its day lasts. */
export const morningMessages = (facts: MorningFacts): ReadonlyArray<OwedMessage> => {
  const { told, summaryUntil, there, delivered, now, states, decisions } = facts
  const { unanswered: waiting = [], unacknowledged: allUnacknowledged = [] } = facts
  const { at } = told
  const day = londonDayOf(at)
  // What comes later has a message of its own, which rings.
  const allUnanswered = waiting.flatMap(({ sentence, since }) => (since <= at ? [sentence] : []))
  if (londonDayOf(now) !== day) return []
  const digest = told.digest && leftOfDigest(told.digest, facts)
  const managers = new Set(holdersOrFallback(there, "team-manager"))
  const everybodys = new Set([...managers, ...holdersOrFallback(there, "missing-coordinator")])
  const awaiting = new Set(mashOrFallback(there))
  const own = ownReaders(facts)
  const asked = Map.groupBy(decisions, ({ person }) => person)
  const had = hadByEarlierVersion(delivered, at)
  const lines = (named: ReadonlyArray<NamedInterview>) => named.flatMap(withState(states))
  const isStill = isWorkersStill(states)
  const coordinators = new Set(holdersOrFallback(there, "missing-coordinator"))
  const closing = told.closing.flatMap(closingLeft(states))
  const records = told.records.filter(isRecordLeft(states))
  const allAwaited = told.awaited.filter(isStillAwaited(states))
  const ringing = new Set(
    allUnanswered.length === 0 ? [] : [...awaiting, ...everybodys, ...presentHolders(there, "out-of-hours-duty")]
  )
  const covered = (reader: PersonId, people: Iterable<PersonId>): ReadonlyArray<PersonId> =>
    [...people].filter((person) => {
      const acting = there.acting(person)
      return person !== reader && acting._tag === "Cover" && acting.person === reader
    })

  const to = (reader: PersonId): ReadonlyArray<OwedMessage> => {
    const key = keyOf(at, reader)
    const before = delivered.get(key)?._tag
    // Claimed, it may be there.
    const isBegun = before === "Sent" || before === "Claimed"
    if (!isBegun && had.has(reader)) return []
    const seesAll = everybodys.has(reader)
    const whose = own.get(reader) ?? new Set<PersonId>()
    const isTheirs = ({ interviewer }: NamedInterview) => interviewer !== undefined && whose.has(interviewer)
    const hands = new Set([reader, ...whose])
    const isTheirsStill = (one: NamedInterview) =>
      isTheirs(one) && lines([one]).every((line) => !isGivenAway(line, hands))
    const isWorkers = (one: NamedInterview) => one.workers.filter(isStill(one)).some((worker) => whose.has(worker))
    const isSaidOverdue = (one: NamedInterview) => seesAll || isTheirsStill(one)
    const overdue = lines(told.overdue.filter(isSaidOverdue))
    const today = [
      ...told.today.filter((one) => seesAll || isTheirsStill(one) || isWorkers(one)),
      ...told.overdueToday.filter((one) => !isSaidOverdue(one) && isWorkers(one))
    ]
      .flatMap(
        (one): ReadonlyArray<TodayLine> =>
          lines([one]).map((line) => ({
            ...line,
            isDue: one.isDue,
            ...definedFields({ droppedPlan: droppedPlanOf(line, one.plannedFor) })
          }))
      )
      .filter((line) => line.isDue || line.droppedPlan !== undefined || isPlannedToday(day, line))
    const unassigned = seesAll ? lines(told.unassigned) : []
    const theirs = asked.get(reader) ?? []
    const isCoordinator = coordinators.has(reader)
    const toClose = closing.flatMap((work): ReadonlyArray<ClosingLine> => {
      const { child, episode, interviewer } = work
      const state = states.get(child)
      if (state === undefined || isLeftOut(state, [episode.id], reader)) return []
      const isWritten = interviewer !== undefined && presentOf(there, [interviewer]).length > 0
      const isWriter = interviewer !== undefined && whose.has(interviewer)
      const tasks = [
        ...(isCoordinator ? work.toClose : []),
        // Where nobody can be told to write it up, the co-ordinators see to it.
        ...(isWriter || (isCoordinator && !isWritten) ? work.writeUp : [])
      ]
      return tasks.length === 0 ? [] : [{ child, episodeId: episode.id, tasks }]
    })
    const summary = managers.has(reader) ? digest : undefined
    // Who reads the summary has them there.
    const awaited = awaiting.has(reader) && summary === undefined ? allAwaited : []
    const unanswered = ringing.has(reader) ? allUnanswered : []
    const unacknowledged = allUnacknowledged
      .filter(({ person }) => person === reader)
      .flatMap(({ child, episodeId }): ReadonlyArray<OpenEpisode> => {
        const episode = states.get(child)?.episodes.find(({ id }) => id === episodeId)
        return episode === undefined || !isUnacknowledged(episode) ? [] : [{ child, episode }]
      })
    const hasLeft =
      unacknowledged.length > 0 ||
      unanswered.length > 0 ||
      leftOf(overdue, at).length > 0 ||
      today.some(isOwed) ||
      unassigned.some(isOwed) ||
      theirs.some(({ isTaken }) => isTaken !== true) ||
      (seesAll && records.length > 0) ||
      toClose.length > 0 ||
      awaited.length > 0 ||
      (summary !== undefined && hasAnything(summary) && summaryUntil !== undefined && now < summaryUntil)
    if (!hasLeft && !isBegun) return []
    const roles = seesAll ? [...there.holders["team-manager"], ...there.holders["missing-coordinator"]] : []
    const isHolder = roles.includes(reader)
    const standsInFor = [
      ...new Set([
        ...covered(reader, isHolder ? [] : roles),
        ...covered(reader, whose),
        ...theirs.flatMap(({ coversFor }) => (coversFor === undefined ? [] : [coversFor]))
      ])
    ]
    const message = whenAsked(() => ({
      _tag: "Morning",
      at,
      reader,
      standsInFor,
      reach: seesAll ? "everybody" : "own",
      absences: absencesIn(there, [...overdue, ...today]),
      ...definedFields({ digest: summary }),
      ...(recordsOwnOnly(there, reader) ? { recordsOwnOnly: true } : {}),
      overdue,
      today,
      unassigned,
      decisions: theirs.map(({ person: _, coversFor: __, ...decision }): MorningDecision => decision),
      records: seesAll ? records : [],
      awaited,
      toClose,
      ...(unanswered.length === 0 ? {} : { unanswered }),
      ...(unacknowledged.length === 0 ? {} : { unacknowledged })
    }))
    const urgency = overdue.length > 0 ? "statutory" : "task"
    const morning = { ...once(key, { _tag: "Person", person: reader }, message, urgency, at), keptCurrent: true }
    // A known adult does for their own interview what an interviewer does for any.
    return [forItsTeamReader(there, whose.has(reader) ? [reader] : [])(morning)]
  }
  // Who had it and has nothing left, or no such role any more, reads that.
  const before = includeExistingRecipients(facts, `morning:${formatCivilDay(day)}`, [])
  return [
    ...new Set([
      ...everybodys,
      ...awaiting,
      ...ringing,
      ...allUnacknowledged.map(({ person }) => person),
      ...own.keys(),
      ...asked.keys(),
      ...before
    ])
  ].flatMap(to)
}

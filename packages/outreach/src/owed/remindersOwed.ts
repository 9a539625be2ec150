/** The reminders that have fallen due, each with its recipients. */

import { episodesOf, knownAt } from "@safe-return/casework"
import type { Instant } from "@safe-return/domain/calendar"
import { type Reminder, remindersOf, warningLevel } from "@safe-return/domain/deadlines"
import { definedFields } from "@safe-return/domain/definedFields"
import {
  type Episode,
  episodeById,
  interviewerOf,
  interviewOf,
  interviewStatus,
  missingAgainUnder,
  offerOf,
  type PersonId
} from "@safe-return/domain/pathway"
import type { DeliveryKey } from "@safe-return/journal"
import { Option } from "effect"
import type { DeadlineFacts, DeadlineMessage, LateReminder } from "../message/deadlineMessages.ts"
import type { MessageKey } from "../message/messageKinds.ts"
import { absenceOf, isInterviewCovered } from "../recipients/InterviewerAbsence.ts"
import { holdersOrFallback, presentHolders, recipientsFor } from "../recipients/Roster.ts"
import { type AskedToConsider, askedToConsider } from "./askedToConsider.ts"
import { type CaseSnapshot, channel, type OwedMessage, once, whenAsked } from "./OwedMessage.ts"

type Stage = Reminder["stage"]

const stageKeys: { readonly [Tag in Stage["_tag"]]: (stage: Extract<Stage, { readonly _tag: Tag }>) => string } = {
  Before: ({ hours }) => `${hours}h`,
  Breach: () => "breach",
  // Said by a list; the key of the message it took the place of.
  OverdueMorning: ({ day }) => `overdue-${day}`,
  NoReturnTime: () => "no-return-time",
  NoInterviewer: () => "no-interviewer",
  NotOffered: () => "not-offered",
  PlanPassed: () => "plan-passed",
  ConsiderationsUnanswered: () => "considerations"
}

const REMINDER = "reminder:"

export const isReminder = (key: DeliveryKey): boolean => key.startsWith(REMINDER)

export const reminderKey = ({ episodeId, stage, dueAt }: Reminder): MessageKey =>
  `${REMINDER}${episodeId}:${(stageKeys[stage._tag] as (stage: Stage) => string)(stage)}:${dueAt}`

/** Of a reminder's key: what it is, of which episode, at which stage and due when; who it is to comes after. */
const PARTS = 4

const isMorning = ({ stage: { _tag } }: Reminder): boolean => _tag === "OverdueMorning"

const isOfDeadline = ({ stage: { _tag } }: Reminder): boolean => _tag === "Before" || _tag === "Breach"

const isBreach = ({ stage: { _tag } }: Reminder): boolean => _tag === "Breach"

/** Nothing more is said about these once the interview is said to be overdue. */
const isPartOfOverdue = ({ stage: { _tag } }: Reminder): boolean => _tag === "NoInterviewer" || _tag === "NotOffered"

/** A person and who stands in for them. */
const reminded = (snapshot: CaseSnapshot, due: Reminder, person: PersonId, mayCover = true): ReadonlyArray<PersonId> =>
  recipientsFor({ ...snapshot, person, key: `${reminderKey(due)}:${person}`, at: due.at, mayCover })

const peopleFor = (
  snapshot: CaseSnapshot,
  episode: Episode,
  due: Reminder,
  interviewer: PersonId | undefined
): ReadonlyArray<PersonId> => {
  const { there } = snapshot
  const isLast = (hours: number) => hours === Math.min(...episode.policy.reminders.hoursBefore.value)
  const to = (person: PersonId | undefined) =>
    person === undefined
      ? []
      : reminded(snapshot, due, person, person !== interviewer || isInterviewCovered(there, person))
  const coordinators = holdersOrFallback(there, "missing-coordinator")
  const managers = holdersOrFallback(there, "team-manager")
  // Who can do it: the person who has the interview, and where nobody has it those who can give it to one.
  const who =
    interviewer === undefined && episode.coordinator === undefined
      ? coordinators
      : to(interviewer ?? episode.coordinator)
  switch (due.stage._tag) {
    case "Before":
      return interviewer === undefined && isLast(due.stage.hours) ? [...who, ...managers] : who
    case "Breach":
      return [...who, ...managers]
    case "NoReturnTime":
    case "NoInterviewer":
      return episode.coordinator === undefined ? coordinators : to(episode.coordinator)
    case "NotOffered":
    case "PlanPassed":
      return interviewer === undefined ? coordinators : to(interviewer)
    case "ConsiderationsUnanswered":
      return askedToConsider(snapshot, episode, reminderKey(due), due.at).map(({ person }) => person)
    case "OverdueMorning":
      return []
  }
}

/** When the interview last came to a person or went from them. */
const handedAt = ({ state, entries }: CaseSnapshot, { id }: Episode): Instant | undefined =>
  entries.findLast(
    ({ recorded: { event } }) =>
      (event._tag === "InterviewAssigned" || event._tag === "InterviewUnassigned") &&
      episodesOf(state, event).includes(id)
  )?.recorded.recordedAt

const isOfInterviewer = ({ stage: { _tag } }: Reminder): boolean =>
  _tag !== "NoReturnTime" && _tag !== "ConsiderationsUnanswered"

/** Whether the interview came to a person or went from them since this fell due. */
const hasChangedHands = (snapshot: CaseSnapshot, episode: Episode, due: Reminder): boolean => {
  const at = isOfInterviewer(due) ? handedAt(snapshot, episode) : undefined
  return at !== undefined && at > due.at
}

/** Who a reminder that has fallen due asks now, by its key; undefined where nothing is due under it, or it changed hands. */
export const remindedNow = (
  snapshot: CaseSnapshot,
  episode: Episode,
  key: DeliveryKey
): ReadonlyArray<PersonId> | undefined => {
  const { state, now, calendars } = snapshot
  const due = remindersOf(state, now, calendars).find((one) => one.at <= now && key.startsWith(`${reminderKey(one)}:`))
  if (due === undefined || due.episodeId !== episode.id || hasChangedHands(snapshot, episode, due)) return undefined
  return [...new Set(peopleFor(snapshot, episode, due, interviewerOf(interviewStatus(state, episode))))]
}

/** What one person alone has to answer is between them and us: the channel is told of everything else. */
const isForChannel = ({ stage: { _tag } }: Reminder): boolean =>
  _tag !== "ConsiderationsUnanswered" && _tag !== "PlanPassed"

const isLate = (due: Reminder): due is LateReminder => !isOfDeadline(due) && !isMorning(due)

export const reminderOf = (facts: DeadlineFacts): DeadlineMessage => {
  const { reminder } = facts
  if (isLate(reminder)) return { _tag: "LateStep", ...facts, reminder }
  return { _tag: isBreach(reminder) ? "InterviewOverdue" : "InterviewDue", ...facts }
}

/** One reminder, to the channel and to each person; it makes the `earlier` ones pointless for all of them. */
const said = (
  snapshot: CaseSnapshot,
  episode: Episode,
  due: Reminder,
  earlier: ReadonlyArray<Reminder>
): ReadonlyArray<OwedMessage> => {
  const { child, state, there, now, calendars } = snapshot
  const interviewer = interviewerOf(interviewStatus(state, episode))
  const saying = (questions?: Omit<AskedToConsider, "person">): DeadlineMessage =>
    reminderOf({
      child,
      episode,
      reminder: due,
      now,
      calendars,
      managers: isBreach(due) ? presentHolders(there, "team-manager") : [],
      isOffered: offerOf(interviewOf(state, episode.id), episode)._tag === "Offered",
      ...definedFields({
        interviewer,
        ...questions,
        absence: absenceOf(there, interviewer),
        missingAgainSince: missingAgainUnder(state, episode)?.missingAt
      })
    })
  const message = whenAsked(() => saying())
  const key = reminderKey(due)
  const urgency = isOfDeadline(due) ? "statutory" : "task"
  const asked =
    due.stage._tag === "ConsiderationsUnanswered"
      ? askedToConsider(snapshot, episode, key, due.at)
      : [...new Set(peopleFor(snapshot, episode, due, interviewer))].map((person) => ({ person }))
  return [
    ...(isForChannel(due)
      ? [{ ...once(key, channel, message, urgency, due.at), supersedes: earlier.map(reminderKey) }]
      : []),
    ...asked.map(({ person, ...questions }) => ({
      ...once(
        `${key}:${person}`,
        { _tag: "Person", person } as const,
        "questions" in questions ? whenAsked(() => saying(questions)) : message,
        urgency,
        due.at
      ),
      // How many questions are left changes with each answer.
      keptCurrent: "questions" in questions,
      supersedes: earlier.map((one) => `${reminderKey(one)}:${person}`)
    }))
  ]
}

/** Whether the list of a morning has named it by now: nothing more is said of the deadline on its own. */
const isListed = ({ entries }: CaseSnapshot, { id }: Episode, ofEpisode: ReadonlyArray<Reminder>): boolean => {
  const morning = ofEpisode.findLast(isMorning)
  if (morning === undefined) return false
  const known = knownAt(entries, morning.at)
  if (known === undefined) return false
  const level = Option.flatMap(episodeById(known, id), (episode) => warningLevel(known, episode, morning.at))
  return Option.contains(level, "overdue")
}

/**
 * What fell due before the interview changed hands. Sent, it names the wrong person, or nobody: only its interviewer
 * keeps it. Not sent, the interviewer reads it in the assignment.
 */
const withoutOutOfDate = (
  snapshot: CaseSnapshot,
  episode: Episode,
  due: Reminder,
  messages: ReadonlyArray<OwedMessage>
): ReadonlyArray<OwedMessage> => {
  if (!hasChangedHands(snapshot, episode, due)) return messages
  const interviewer = interviewerOf(interviewStatus(snapshot.state, episode))
  const isTo = (people: ReadonlyArray<PersonId>, { place }: OwedMessage): boolean =>
    place._tag === "Person" && people.includes(place.person)
  const asked =
    interviewer === undefined
      ? []
      : reminded(snapshot, due, interviewer, isInterviewCovered(snapshot.there, interviewer))
  const isAsked = interviewer !== undefined && due.stage._tag === "NotOffered"
  return messages.filter((message) =>
    snapshot.delivered.get(message.key)?._tag === "Sent"
      ? interviewer !== undefined && isTo([interviewer], message)
      : !isAsked && !isTo(asked, message)
  )
}

/** Of several reminders that fell due while nothing could be sent, only the latest still says something true. */
export const reminders = (snapshot: CaseSnapshot): ReadonlyArray<OwedMessage> => {
  const { state, announceFrom, calendars } = snapshot
  const due = remindersOf(state, snapshot.now, calendars).filter(
    (one) => one.at <= snapshot.now && one.at >= announceFrom
  )
  const sent = new Set([...snapshot.delivered.keys()].map((key) => key.split(":", PARTS).join(":")))
  const isSaid = (key: MessageKey): boolean => sent.has(key)
  return state.episodes.flatMap((episode) => {
    const ofEpisode = due.filter(({ episodeId }) => episodeId === episode.id)
    const ofDeadline = ofEpisode.filter(isOfDeadline)
    const listed = isListed(snapshot, episode, ofEpisode)
    const latest = listed ? undefined : ofDeadline.at(-1)
    const covered = listed || (latest !== undefined && isBreach(latest)) ? ofEpisode.filter(isPartOfOverdue) : []
    // While nobody has the interview, that is what is asked: there is nobody to offer it.
    const isNobodys = interviewerOf(interviewStatus(state, episode)) === undefined
    const asksForOne = isNobodys && ofEpisode.some(({ stage: { _tag } }) => _tag === "NoInterviewer")
    const waits = ofEpisode.filter(
      (one) => isLate(one) && !covered.includes(one) && !(asksForOne && one.stage._tag === "NotOffered")
    )
    const stillSaid = (one: Reminder, earlier: ReadonlyArray<Reminder>) =>
      withoutOutOfDate(snapshot, episode, one, said(snapshot, episode, one, earlier))
    const now = [
      ...(latest === undefined ? [] : stillSaid(latest, [...ofDeadline.slice(0, -1), ...covered])),
      ...waits.flatMap((one) => stillSaid(one, []))
    ]
    const before = ofEpisode.filter(
      (one) => one !== latest && !waits.includes(one) && !isMorning(one) && isSaid(reminderKey(one))
    )
    // What was said before asks for the same, and stands until that is done.
    const standing = before.flatMap((one) => stillSaid(one, []))
    const stands = standing.filter(({ key }) => snapshot.delivered.get(key)?._tag === "Sent")
    return [...now, ...stands]
  })
}

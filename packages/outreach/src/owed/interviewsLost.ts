/** Told to an interviewer: an interview is no longer theirs, unless they gave it up themselves. */
import { episodesOf } from "@safe-return/casework"
import { type Instant, londonDayOf } from "@safe-return/domain/calendar"
import {
  type ChildState,
  type Episode,
  type EpisodeId,
  episodeById,
  type InterviewId,
  interviewById,
  interviewerOf,
  interviewStatus,
  type PathwayEvent,
  type PersonId
} from "@safe-return/domain/pathway"
import type { JournalEntry } from "@safe-return/journal"
import { Option } from "effect"
import type { Outcome } from "../message/endMessages.ts"
import type { MessageKey } from "../message/messageKinds.ts"
import type { InterviewLost } from "../message/taskMessages.ts"
import { recipientsFor } from "../recipients/Roster.ts"
import { coordinatorsFor } from "./coordinatorsOwed.ts"
import { isKeptCurrent, isNews, timesOfMessages } from "./freshNews.ts"
import { type CaseSnapshot, type OwedMessage, once } from "./OwedMessage.ts"
import { endOfEpisode } from "./outcomes.ts"
import { workersOf } from "./rungRecipients.ts"

/** An interview that a person is to carry out. */
interface Given {
  readonly interviewer: PersonId
  readonly episodeIds: ReadonlyArray<EpisodeId>
  readonly plannedFor?: Instant
}

interface Loss extends Given {
  readonly entry: JournalEntry
  readonly interviewId: InterviewId
  /** The time of the person who has it next, where it was given to another. */
  readonly plannedAgainFor?: Instant
}

/** The interviews that this event may take from those who have them. */
const takenBy = (event: PathwayEvent, given: ReadonlyMap<InterviewId, Given>): ReadonlyArray<InterviewId> => {
  switch (event._tag) {
    case "InterviewAssigned":
    case "InterviewUnassigned":
    case "InterviewCompleted":
      return [event.interviewId]
    case "InterviewsJoined":
      return [event.joinedId]
    case "InterviewNotDone":
      return event.interviewId === undefined ? [] : [event.interviewId]
    case "EpisodeCancelled":
    case "EpisodeClosed":
    case "EpisodeTransferred":
      return [...given].flatMap(([id, { episodeIds }]) => (episodeIds.includes(event.episodeId) ? [id] : []))
    default:
      return []
  }
}

const lossesIn = ({ entries, state }: CaseSnapshot): ReadonlyArray<Loss> => {
  const given = new Map<InterviewId, Given>()
  return entries.flatMap((entry) => {
    const { event } = entry.recorded
    const losses = takenBy(event, given).flatMap((interviewId): ReadonlyArray<Loss> => {
      const before = given.get(interviewId)
      given.delete(interviewId)
      const again = event._tag === "InterviewAssigned" && event.plannedFor
      return before === undefined
        ? []
        : [{ ...before, entry, interviewId, ...(again ? { plannedAgainFor: again } : {}) }]
    })
    if (event._tag === "InterviewAssigned") {
      const { interviewer, plannedFor } = event
      const planned = plannedFor === undefined ? {} : { plannedFor }
      given.set(event.interviewId, { interviewer, episodeIds: episodesOf(state, event), ...planned })
    }
    return losses
  })
}

const episodesOfInterview = (
  state: ChildState,
  id: InterviewId,
  otherwise: ReadonlyArray<EpisodeId>
): ReadonlyArray<Episode> =>
  (Option.getOrUndefined(interviewById(state, id))?.episodeIds ?? otherwise).flatMap((one) =>
    Option.toArray(episodeById(state, one))
  )

/** Whose the interview is as things stand, whatever took it from them once. */
const holderOf = ({ state }: CaseSnapshot, { interviewId, episodeIds }: Loss): PersonId | undefined =>
  episodesOfInterview(state, interviewId, episodeIds)
    .map((episode) => interviewerOf(interviewStatus(state, episode)))
    .find((holder) => holder !== undefined)

/** Whether a person was given it by what took it from another or since, or carried it out. */
const isGivenSince = ({ entries }: CaseSnapshot, { entry, interviewId }: Loss, person: PersonId): boolean =>
  entries.some(
    ({ version, recorded: { event } }) =>
      version >= entry.version &&
      (event._tag === "InterviewAssigned" || event._tag === "InterviewCompleted") &&
      event.interviewId === interviewId &&
      event.interviewer === person
  )

const outcomeOf = (
  snapshot: CaseSnapshot,
  { interviewId, episodeIds }: Loss,
  holder: PersonId | undefined
): Outcome => {
  const { state } = snapshot
  if (holder !== undefined) return { _tag: "InterviewWith", interviewer: holder }
  const episodes = episodesOfInterview(state, interviewId, episodeIds)
  if (episodes.some(({ progress }) => progress._tag === "Missing")) return { _tag: "MissingAfterAll" }
  if (episodes.some((episode) => interviewStatus(state, episode)._tag === "Unassigned")) {
    return { _tag: "InterviewWith", interviewer: undefined }
  }
  if (episodes.some((episode) => interviewStatus(state, episode)._tag === "NotDone")) return { _tag: "NoInterview" }
  const [end] = episodes.flatMap((episode) => endOfEpisode(state, episode) ?? [])
  return end ?? { _tag: "InterviewSettled" }
}

const lostKey = ({ entry, interviewer }: Loss, person: PersonId): MessageKey =>
  person === interviewer ? `interview-lost:${entry.version}` : `interview-lost:${entry.version}:${person}`

/** The version of what last took an interview from this person after it was given, where they were told so. */
export const toldOfLossSince = (
  snapshot: CaseSnapshot,
  interviewId: InterviewId,
  version: number,
  person: PersonId
): number | undefined =>
  lossesIn(snapshot).findLast(
    (loss) =>
      loss.interviewId === interviewId &&
      loss.entry.version > version &&
      snapshot.delivered.get(lostKey(loss, person))?._tag === "Sent"
  )?.entry.version

const messageOf = (snapshot: CaseSnapshot, loss: Loss, outcome: Outcome): InterviewLost => {
  const { entry, interviewer, plannedFor, plannedAgainFor } = loss
  // Once nobody has the interview, nobody has its time either.
  const isWithAnother = outcome._tag === "InterviewWith" && outcome.interviewer !== undefined
  const isCarried = isWithAnother && plannedFor === plannedAgainFor
  const plan = plannedFor === undefined ? {} : { plan: { at: plannedFor, isCarried } }
  return {
    _tag: "InterviewLost",
    lostAt: entry.recorded.recordedAt,
    child: snapshot.child,
    interviewer,
    outcome,
    ...plan
  }
}

/** To who answers for its assignment, while nobody has what an interviewer gave up. */
const givenUpNews = (snapshot: CaseSnapshot, losses: ReadonlyArray<Loss>): ReadonlyArray<OwedMessage> => {
  const { child, state, calendars, announceFrom } = snapshot
  return losses.flatMap(({ entry, interviewer, interviewId, episodeIds, plannedFor }) => {
    const { version, recorded } = entry
    const { event, recordedAt: at, recordedBy } = recorded
    if (event._tag !== "InterviewUnassigned" || recordedBy !== interviewer || at < announceFrom) return []
    const [episode] = episodesOfInterview(state, interviewId, episodeIds).filter(
      (one) => interviewStatus(state, one)._tag === "Unassigned" && one.progress._tag !== "Missing"
    )
    if (episode === undefined) return []
    const key: MessageKey = `interview-given-up:${version}:${episode.id}`
    return coordinatorsFor(snapshot, episode, key, at).map((person) =>
      once(
        `${key}:${person}`,
        { _tag: "Person", person } as const,
        () => ({
          _tag: "InterviewGivenUp",
          givenUpAt: at,
          child,
          state,
          episode,
          interviewer,
          reason: event.reason,
          ...(plannedFor === undefined ? {} : { droppedPlan: plannedFor }),
          calendars
        }),
        "required",
        at
      )
    )
  })
}

const lostNews = (snapshot: CaseSnapshot, losses: ReadonlyArray<Loss>): ReadonlyArray<OwedMessage> => {
  const { child, state, delivered } = snapshot
  if (state.death !== undefined) return []
  return losses.flatMap((loss) => {
    const { interviewer, entry } = loss
    const { recordedAt, recordedBy, event } = entry.recorded
    const key = lostKey(loss, interviewer)
    const isOwn =
      interviewer === recordedBy || (event._tag === "InterviewCompleted" && event.interviewer === interviewer)
    if (isOwn || recordedAt < snapshot.announceFrom) return []
    const holder = holderOf(snapshot, loss)
    const outcome = outcomeOf(snapshot, loss, holder)
    const readers = recipientsFor({ ...snapshot, person: interviewer, key, at: recordedAt, otherwise: [] })
    return readers.flatMap((person): ReadonlyArray<OwedMessage> => {
      const own = lostKey(loss, person)
      const isSent = delivered.get(own)?._tag === "Sent"
      // A cover may have lost nothing: it was given to them.
      const isTheirsAgain = holder === person || isGivenSince(snapshot, loss, person)
      if (!isSent && (isTheirsAgain || !isNews(snapshot, recordedAt))) return []
      const lost = once(
        own,
        { _tag: "Person", person },
        () => (isTheirsAgain ? { _tag: "RequestOver", child, outcome } : messageOf(snapshot, loss, outcome)),
        "task",
        recordedAt
      )
      return [{ ...lost, keptCurrent: true, actedOnDays: timesOfMessages(snapshot).actedOnDays.value }]
    })
  })
}

/** To the child's workers, who speak to the child and the carer: nobody comes at the time they know of. */
const droppedPlans = (
  snapshot: CaseSnapshot,
  losses: ReadonlyArray<Loss>,
  givenUp: ReadonlyArray<OwedMessage>
): ReadonlyArray<OwedMessage> => {
  const { child, state, delivered, announceFrom } = snapshot
  if (state.death !== undefined) return []
  const hasOwn = (version: number, person: PersonId) =>
    givenUp.some(
      ({ key, place }) =>
        key.startsWith(`interview-given-up:${version}:`) && place._tag === "Person" && place.person === person
    )
  return losses.flatMap((loss) => {
    const { entry, interviewer, interviewId, episodeIds, plannedFor, plannedAgainFor } = loss
    const { recordedAt: at, recordedBy, event } = entry.recorded
    const isPassedOn = event._tag === "InterviewUnassigned" || event._tag === "InterviewAssigned"
    if (plannedFor === undefined || plannedFor === plannedAgainFor || !isPassedOn || at < announceFrom) return []
    const [episode] = episodesOfInterview(state, interviewId, episodeIds)
    // Of a time that passed on an earlier day nobody waits at the door.
    if (episode === undefined || londonDayOf(plannedFor) < londonDayOf(at)) return []
    const outcome = outcomeOf(snapshot, loss, holderOf(snapshot, loss))
    const isToSay = outcome._tag === "InterviewWith" && isNews(snapshot, at)
    const standing = interviewStatus(state, episode)
    const again = standing._tag === "Assigned" ? standing.interview.plannedFor : undefined
    const keyed: MessageKey = `interview-lost:${entry.version}:plan`
    const readers = workersOf(snapshot, episode).flatMap((person) =>
      recipientsFor({ ...snapshot, person, key: `${keyed}:${person}`, at, otherwise: [] })
    )
    return [...new Set(readers)].flatMap((person): ReadonlyArray<OwedMessage> => {
      const key: MessageKey = `${keyed}:${person}`
      const isUnread = person !== recordedBy && person !== interviewer && !hasOwn(entry.version, person)
      if (delivered.get(key)?._tag !== "Sent" && !(isToSay && isUnread)) return []
      const dropped = once(
        key,
        { _tag: "Person", person },
        () => ({
          _tag: "PlanDropped",
          child,
          episode,
          plannedFor,
          droppedAt: at,
          interviewer,
          outcome,
          ...(again === undefined ? {} : { plannedAgainFor: again })
        }),
        "required",
        at
      )
      return [{ ...dropped, keptCurrent: true }]
    })
  })
}

/** What was given up comes before what was lost: a person has to be found for it. */
export const interviewsLost = (snapshot: CaseSnapshot): ReadonlyArray<OwedMessage> => {
  if (!isKeptCurrent(snapshot)) return []
  const losses = lossesIn(snapshot)
  const givenUp = givenUpNews(snapshot, losses)
  return [...givenUp, ...droppedPlans(snapshot, losses, givenUp), ...lostNews(snapshot, losses)]
}

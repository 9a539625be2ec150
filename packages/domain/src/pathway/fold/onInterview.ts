import { definedFields } from "../../definedFields.ts"
import type { EpisodeId, InterviewId, PersonId } from "../../vocabulary/identifiers.ts"
import type { interviewEvents } from "../events/interviewEvents.ts"
import type { EventOf } from "../events.ts"
import type { Attempt, Episode, Interview } from "../state.ts"
import type { ChangesOf } from "./change.ts"
import { changeEpisode, changeInterview, type Draft, withIds, withItem } from "./draft.ts"
import {
  addAnswer,
  addOffer,
  forgetting,
  heardAnotherWay,
  joined,
  ofEpisodes,
  takenUpAgain,
  withAnswers,
  withCarerOffers,
  withOffers,
  without,
  withoutLast,
  withoutLastAnswer,
  withReasons
} from "./interviewFacts.ts"

/** A plan belongs to the person who has the interview: given to another, it is planned again. */
const unplanned = ({ plannedFor: _, ...interview }: Interview): Interview => interview

/** The person who had it is remembered, so that they can be told what became of theirs. */
const passedOn = (draft: Draft, interview: Interview, to?: PersonId): Pick<Interview, "passedOn"> => {
  const { interviewer, passedOn: before = [] } = interview
  return interviewer === undefined || interviewer === to || draft.at === undefined
    ? {}
    : { passedOn: withItem(draft, before, { interviewer, until: draft.at }) }
}

const noLongerRuledOut = (draft: Draft, episodeIds: ReadonlyArray<EpisodeId>): void => {
  for (const id of episodeIds) {
    changeEpisode(draft, id, ({ interviewNotDone: _, ...episode }): Episode => episode)
  }
}

/** What is recorded before anybody is assigned opens the interview, which is then nobody's. */
const opened = (
  draft: Draft,
  id: InterviewId,
  episodeIds: readonly [EpisodeId, ...ReadonlyArray<EpisodeId>] | undefined
): void => {
  if (episodeIds === undefined || draft.interviews.has(id)) return
  if (episodeIds.every((one) => draft.episodes.has(one))) draft.interviews.add({ id, episodeIds, knownAdult: false })
}

const withoutAttempt = (interview: Interview, { at, attempt }: EventOf<"InterviewFactWithdrawn">): Interview => {
  const { attempts = [], ...rest } = interview
  const place = attempts.findLastIndex(
    ({ attemptedAt, method, result }) =>
      attemptedAt === at && (attempt === undefined || (attempt.method === method && attempt.result === result))
  )
  const left: ReadonlyArray<Attempt> = attempts.toSpliced(place, place < 0 ? 0 : 1)
  return left.length === 0 ? rest : { ...rest, attempts: left }
}

/** What was written of it, coded or in the case system, was of that interview. */
const notCompleted = ({ completed: _, record: __, caseReference: ___, ...rest }: Interview): Interview =>
  withAnswers(rest, rest.answers ?? [])

/** Without these episodes, unless none would be left. One that was held was offered, for whichever of them it was. */
const narrowed = (interview: Interview, episodeIds: ReadonlyArray<EpisodeId>): Interview => {
  const [first, ...others] = interview.episodeIds.filter((id) => !episodeIds.includes(id))
  if (first === undefined) return interview
  const left = { ...forgetting(interview, episodeIds), episodeIds: [first, ...others] } as const
  const offer = interview.offers?.at(-1)
  if (interview.completed === undefined || left.offers !== undefined || offer === undefined) return left
  return withOffers(left, [{ offeredAt: offer.offeredAt, episodeIds: left.episodeIds }])
}

const withdrawn = (interview: Interview, event: EventOf<"InterviewFactWithdrawn">): Interview => {
  const { what, episodeIds, at } = event
  const { episodeIds: covered, offers = [], reasons = [], carerOffers = [] } = interview
  switch (what) {
    case "offer":
      return withOffers(interview, without(offers, episodeIds, covered))
    case "answer":
      return withoutLastAnswer(interview, episodeIds)
    case "attempt":
      return withoutAttempt(interview, event)
    case "carer-offer":
      return withCarerOffers(interview, carerOffers.slice(0, -1))
    case "not-done": {
      const left = withoutLast(reasons, episodeIds, covered)
      return withReasons(interview, left, left.at(-1))
    }
    case "completed":
      return notCompleted(interview)
    case "further-session": {
      const { furtherSessions = [], ...rest } = interview
      const place = furtherSessions.findLastIndex(({ completedAt }) => completedAt === at)
      const left = furtherSessions.toSpliced(place, place < 0 ? 0 : 1)
      return left.length === 0 ? rest : { ...rest, furtherSessions: left }
    }
  }
}

export const onInterview: ChangesOf<typeof interviewEvents> = {
  InterviewAssigned: (draft, { _tag, interviewId: id, ...facts }) => {
    if (draft.interviews.has(id)) {
      changeInterview(draft, id, (interview) => ({
        ...unplanned(heardAnotherWay(draft, takenUpAgain(draft, interview))),
        ...passedOn(draft, interview, facts.interviewer),
        ...facts
      }))
    } else {
      draft.interviews.add({ id, ...facts })
    }
    noLongerRuledOut(draft, facts.episodeIds)
  },
  InterviewUnassigned: (draft, { interviewId }) =>
    changeInterview(draft, interviewId, (interview) => {
      const { interviewer: _, arrangement: __, ...rest } = unplanned(interview)
      return { ...rest, ...passedOn(draft, interview), knownAdult: false }
    }),
  InterviewExtended: (draft, { interviewId, episodeIds: added }) => {
    changeInterview(draft, interviewId, (interview) => ({
      ...interview,
      episodeIds: withIds(draft, interview.episodeIds, added)
    }))
  },
  InterviewOffered: (draft, { interviewId, offeredAt, episodeIds }) => {
    opened(draft, interviewId, episodeIds)
    changeInterview(draft, interviewId, (interview) =>
      addOffer(draft, takenUpAgain(draft, interview), ofEpisodes({ offeredAt }, episodeIds))
    )
    noLongerRuledOut(draft, episodeIds ?? [])
  },
  InterviewAnswered: (draft, { interviewId, response, episodeIds }) => {
    opened(draft, interviewId, episodeIds)
    changeInterview(draft, interviewId, (interview) =>
      addAnswer(draft, takenUpAgain(draft, interview), ofEpisodes({ response }, episodeIds))
    )
    noLongerRuledOut(draft, episodeIds ?? [])
  },
  CarerOffered: (draft, { interviewId, offeredAt, response, episodeIds }) => {
    opened(draft, interviewId, episodeIds)
    changeInterview(draft, interviewId, (interview) => {
      const carerOffer = { offeredAt, response }
      return { ...interview, carerOffers: withItem(draft, interview.carerOffers ?? [], carerOffer), carerOffer }
    })
  },
  InterviewAttempted: (draft, { _tag, interviewId, episodeIds, ...attempt }) => {
    opened(draft, interviewId, episodeIds)
    changeInterview(draft, interviewId, (interview) => ({
      ...interview,
      attempts: withItem(draft, interview.attempts ?? [], attempt)
    }))
  },
  InterviewCompleted: (draft, { _tag, interviewId, keptFrom, ...completed }) =>
    changeInterview(draft, interviewId, (interview) => ({
      ...takenUpAgain(draft, interview),
      ...definedFields({ keptFrom }),
      completed,
      response: "accepted"
    })),
  FurtherSessionHeld: (draft, { _tag, interviewId, keptFrom, ...session }) =>
    changeInterview(draft, interviewId, (interview) => ({
      ...interview,
      ...definedFields({ keptFrom }),
      furtherSessions: withItem(draft, interview.furtherSessions ?? [], session)
    })),
  InterviewNotDone: (draft, { interviewId, episodeIds, reason, decidedBy }) => {
    const notDone = { reason, decidedBy }
    if (interviewId === undefined) {
      for (const id of episodeIds) {
        changeEpisode(draft, id, (episode) => ({
          ...episode,
          interviewNotDone: { ...notDone, ...definedFields({ recordedAt: draft.at }) }
        }))
      }
    } else {
      changeInterview(draft, interviewId, (interview) => ({
        ...interview,
        reasons: withItem(draft, interview.reasons ?? [], { ...notDone, episodeIds }),
        notDone
      }))
    }
  },
  InterviewReferenceRecorded: (draft, { interviewId, reference }) =>
    changeInterview(draft, interviewId, (interview) => ({ ...interview, caseReference: reference })),
  InterviewRecorded: (draft, { interviewId, record, keptFrom }) =>
    changeInterview(draft, interviewId, (interview) => ({ ...interview, ...definedFields({ keptFrom }), record })),
  InterviewNarrowed: (draft, { interviewId, episodeIds }) =>
    changeInterview(draft, interviewId, (interview) => narrowed(interview, episodeIds)),
  InterviewsJoined: (draft, { interviewId, joinedId }) => {
    const other = draft.interviews.find(joinedId)
    if (other === undefined || interviewId === joinedId || !draft.interviews.has(interviewId)) return
    changeInterview(draft, interviewId, (interview) => joined(interview, other))
    draft.interviews.remove(joinedId)
  },
  InterviewFactWithdrawn: (draft, event) => {
    const { interviewId } = event
    if (interviewId !== undefined) changeInterview(draft, interviewId, (interview) => withdrawn(interview, event))
    if (event.what === "not-done") noLongerRuledOut(draft, event.episodeIds)
  }
}

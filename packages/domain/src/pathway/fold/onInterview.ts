import type { interviewEvents } from "../events/interviewEvents.ts"
import type { EpisodeId, PersonId } from "../identifiers.ts"
import type { Episode, Interview } from "../state.ts"
import type { ChangesOf } from "./change.ts"
import { changeEpisode, changeInterview, type Draft, withItem } from "./draft.ts"

/** Somebody is at it again: the reason why there was no interview no longer holds. */
const underWay = ({ notDone: _, ...interview }: Interview): Interview => interview

/** A plan is that of whoever has the interview: given anew, it is planned anew. */
const unplanned = ({ plannedFor: _, ...interview }: Interview): Interview => interview

/** Whoever had it is remembered, so that somebody who was away can be told what became of theirs. */
const passedOn = (draft: Draft, interview: Interview, to: PersonId): Pick<Interview, "passedOn"> =>
  interview.interviewer === to || draft.at === undefined
    ? {}
    : { passedOn: withItem(draft, interview.passedOn ?? [], { interviewer: interview.interviewer, until: draft.at }) }

const noLongerRuledOut = (draft: Draft, episodeIds: ReadonlyArray<EpisodeId>): void => {
  for (const id of episodeIds) {
    changeEpisode(draft, id, ({ interviewNotDone: _, ...episode }): Episode => episode)
  }
}

export const onInterview: ChangesOf<typeof interviewEvents> = {
  InterviewAssigned: (draft, { _tag, interviewId: id, ...facts }) => {
    if (draft.interviews.has(id)) {
      changeInterview(draft, id, (interview) => ({
        ...unplanned(underWay(interview)),
        ...passedOn(draft, interview, facts.interviewer),
        ...facts
      }))
    } else {
      draft.interviews.add({ id, ...facts })
    }
    noLongerRuledOut(draft, facts.episodeIds)
  },
  InterviewExtended: (draft, { interviewId, episodeIds: added }) => {
    changeInterview(draft, interviewId, ({ episodeIds: [first, ...others], ...interview }) => ({
      ...interview,
      episodeIds: [first, ...others, ...added.filter((id) => id !== first && !others.includes(id))]
    }))
  },
  InterviewOffered: (draft, { interviewId, offeredAt }) =>
    changeInterview(draft, interviewId, (interview) => ({ ...underWay(interview), offeredAt })),
  InterviewAnswered: (draft, { interviewId, response }) =>
    changeInterview(draft, interviewId, (interview) => ({ ...underWay(interview), response })),
  CarerOffered: (draft, { interviewId, offeredAt, response }) =>
    changeInterview(draft, interviewId, (interview) => ({ ...interview, carerOffer: { offeredAt, response } })),
  InterviewAttempted: (draft, { _tag, interviewId, ...attempt }) =>
    changeInterview(draft, interviewId, (interview) => ({
      ...interview,
      attempts: withItem(draft, interview.attempts ?? [], attempt)
    })),
  InterviewCompleted: (draft, { _tag, interviewId, ...completed }) =>
    changeInterview(draft, interviewId, (interview) => ({ ...underWay(interview), completed })),
  InterviewNotDone: (draft, { interviewId, episodeIds, reason, decidedBy }) => {
    const notDone = { reason, decidedBy }
    if (interviewId === undefined) {
      for (const id of episodeIds) {
        changeEpisode(draft, id, (episode) => ({ ...episode, interviewNotDone: notDone }))
      }
    } else {
      changeInterview(draft, interviewId, (interview) => ({ ...interview, notDone }))
    }
  },
  InterviewReferenceRecorded: (draft, { interviewId, reference }) =>
    changeInterview(draft, interviewId, (interview) => ({ ...interview, caseReference: reference })),
  InterviewRecorded: (draft, { interviewId, record }) =>
    changeInterview(draft, interviewId, (interview) => ({ ...interview, record }))
}

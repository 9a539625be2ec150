import type { Acknowledgement } from "../alert.ts"
import { isAnsweredApart } from "../considered.ts"
import type { responsibilityEvents } from "../events/responsibilityEvents.ts"
import type { ChangesOf } from "./change.ts"
import { changeEpisode } from "./draft.ts"

/** The answers to the newest alert; an answer to an older one changes none of them. */
const withAnswer = (
  answers: ReadonlyArray<Acknowledgement>,
  answer: Acknowledgement
): ReadonlyArray<Acknowledgement> => {
  const newest = answers[0]?.alert ?? answer.alert
  if (answer.alert < newest) return answers
  return answer.alert > newest ? [answer] : [...answers, answer]
}

export const onResponsibility: ChangesOf<typeof responsibilityEvents> = {
  CaseReferenceRecorded: (draft, { episodeId, reference }) =>
    changeEpisode(draft, episodeId, (episode) => ({ ...episode, caseReference: reference })),
  WorkerAllocated: (draft, { _tag, episodeId, ...allocated }) =>
    changeEpisode(draft, episodeId, (episode) => ({ ...episode, allocation: { _tag: "Allocated", ...allocated } })),
  NobodyAllocated: (draft, { episodeId, concern }) =>
    changeEpisode(draft, episodeId, (episode) => ({
      ...episode,
      allocation: concern ? { _tag: "AwaitingScreening" } : { _tag: "NoConcern" }
    })),
  EpisodeScreened: (draft, { episodeId, outcome }) =>
    changeEpisode(draft, episodeId, (episode) => ({ ...episode, allocation: { _tag: "Screened", outcome } })),
  HandedOver: (draft, { episodeId, coordinator }) =>
    changeEpisode(draft, episodeId, (episode) => ({ ...episode, coordinator })),
  AlertAcknowledged: (draft, { _tag, episodeId, acknowledgedAt: at, ...answer }) =>
    changeEpisode(draft, episodeId, (episode) => ({
      ...episode,
      acknowledgements: withAnswer(episode.acknowledgements ?? [], { ...answer, at })
    })),
  ConsiderationAnswered: (draft, { episodeId, consideration, answer, reason, answeredBy }) => {
    const isKept = isAnsweredApart({ interviews: draft.interviews.items }, episodeId)
    const answers = (answeredBy ?? (isKept ? "apart" : "worker")) === "apart" ? "consideredApart" : "considerations"
    changeEpisode(draft, episodeId, (episode) => ({
      ...episode,
      [answers]: { ...episode[answers], [consideration]: { answer, reason } }
    }))
  },
  TriggerDecided: (draft, { episodeId, trigger, answer, reason }) =>
    changeEpisode(draft, episodeId, (episode) => ({
      ...episode,
      triggerDecisions: {
        ...episode.triggerDecisions,
        [trigger]: { answer, reason, ...(draft.at === undefined ? {} : { decidedAt: draft.at }) }
      }
    })),
  FindMePlanRecorded: (draft, { plan }) => {
    draft.findMePlan = plan
  }
}

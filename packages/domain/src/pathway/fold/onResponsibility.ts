import type { responsibilityEvents } from "../events/responsibilityEvents.ts"
import type { ChangesOf } from "./change.ts"
import { changeEpisode } from "./draft.ts"

export const onResponsibility: ChangesOf<typeof responsibilityEvents> = {
  CaseReferenceRecorded: (draft, { episodeId, reference }) =>
    changeEpisode(draft, episodeId, (episode) => ({ ...episode, caseReference: reference })),
  WorkerAllocated: (draft, { episodeId, to, worker }) =>
    changeEpisode(draft, episodeId, (episode) => ({ ...episode, allocation: { _tag: "Allocated", to, worker } })),
  NobodyAllocated: (draft, { episodeId, concern }) =>
    changeEpisode(draft, episodeId, (episode) => ({
      ...episode,
      allocation: concern ? { _tag: "AwaitingScreening" } : { _tag: "NoConcern" }
    })),
  EpisodeScreened: (draft, { episodeId, outcome }) =>
    changeEpisode(draft, episodeId, (episode) => ({ ...episode, allocation: { _tag: "Screened", outcome } })),
  HandedOver: (draft, { episodeId, coordinator }) =>
    changeEpisode(draft, episodeId, (episode) => ({ ...episode, coordinator })),
  AlertAcknowledged: (draft, { episodeId, alert, by, acknowledgedAt: at }) =>
    changeEpisode(draft, episodeId, (episode) => ({ ...episode, acknowledged: { alert, by, at } })),
  ConsiderationAnswered: (draft, { episodeId, consideration, answer, reason }) =>
    changeEpisode(draft, episodeId, (episode) => ({
      ...episode,
      considerations: { ...episode.considerations, [consideration]: { answer, reason } }
    })),
  TriggerDecided: (draft, { episodeId, trigger, answer, reason }) =>
    changeEpisode(draft, episodeId, (episode) => ({
      ...episode,
      triggerDecisions: { ...episode.triggerDecisions, [trigger]: { answer, reason } }
    })),
  FindMePlanRecorded: (draft, { plan }) => {
    draft.findMePlan = plan
  }
}

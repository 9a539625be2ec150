/** The buttons under a card or a reminder. Their ids are what the listeners in `listeners/actions/` answer to. */
import type { Button } from "@slack/types"
import { type CaseLink, encodeCaseLink } from "./caseLink.ts"

export const caseActions = {
  found: "found",
  returned: "returned",
  assignInterview: "assign-interview",
  logInterview: "log-interview",
  furtherSession: "further-session",
  offer: "offer",
  carerOffer: "carer-offer",
  attempt: "attempt",
  noInterview: "no-interview",
  considerations: "considerations",
  decide: "decide-on-trigger",
  why: "why",
  record: "record",
  setAllocatedWorker: "set-allocated-worker",
  correct: "correct",
  screen: "screen",
  close: "close",
  reopen: "reopen",
  unassign: "unassign",
  withdrawFromInterview: "withdraw-from-interview",
  cancelEpisode: "cancel-episode",
  keepEpisode: "keep-episode",
  whereabouts: "whereabouts",
  absenceChange: "absence-change",
  placement: "placement",
  reached: "reached",
  together: "missing-together",
  unborn: "unborn",
  death: "death",
  confirmDeath: "confirm-death",
  takeBackDeath: "take-back-death",
  reveal: "reveal",
  acknowledge: "acknowledge",
  more: "more"
} as const

export type CaseAction = (typeof caseActions)[keyof typeof caseActions]

/** Behind Reveal alone: on a card it would tell that there is something to decide which is never posted. */
export const DECIDE_IN_QUIET = "decide-on-quiet-trigger"

const button =
  (actionId: CaseAction | typeof DECIDE_IN_QUIET, text: string) =>
  (link: CaseLink, style?: "primary"): Button => ({
    type: "button",
    action_id: actionId,
    text: { type: "plain_text", text },
    value: encodeCaseLink(link),
    ...(style === undefined ? {} : { style })
  })

export const foundButton = button(caseActions.found, "Found")
export const returnedButton = button(caseActions.returned, "Returned")
export const assignButton = button(caseActions.assignInterview, "Assign interview")
export const changeInterviewerButton = button(caseActions.assignInterview, "Change interviewer")
export const logButton = button(caseActions.logInterview, "Log interview")
export const offerButton = button(caseActions.offer, "Record offer")
/** After a decline the offer is the parent's or carer's: cards sent before carry it under this id. */
export const offerToCarerButton = button(caseActions.offer, "Offer to parent or carer")
export const carerOfferButton = button(caseActions.carerOffer, "Offer to parent or carer")
export const furtherSessionButton = button(caseActions.furtherSession, "Log further session")
export const hearAnotherWayButton = button(caseActions.assignInterview, "Hear in another way")
export const attemptButton = button(caseActions.attempt, "Record attempt")
export const noInterviewButton = button(caseActions.noInterview, "No interview")
export const considerationsButton = button(caseActions.considerations, "Considerations")
export const decideButton = button(caseActions.decide, "Decide")
export const decideInQuietButton = button(DECIDE_IN_QUIET, "Decide on these")
export const whyButton = button(caseActions.why, "Why?")
export const recordButton = button(caseActions.record, "Record details")
export const setWorkerButton = button(caseActions.setAllocatedWorker, "Set allocated worker")
export const correctButton = button(caseActions.correct, "Correct")
export const screenButton = button(caseActions.screen, "MASH screening")
export const revealButton = button(caseActions.reveal, "Reveal")
export const acknowledgeButton = button(caseActions.acknowledge, "Acknowledge alert")
export const reachedButton = button(caseActions.reached, "Reached a person")
export const togetherButton = button(caseActions.together, "Missing together")
export const unbornButton = button(caseActions.unborn, "Unborn child")
export const closeButton = button(caseActions.close, "Close")
export const cancelEpisodeButton = button(caseActions.cancelEpisode, "Cancel the episode")
export const keepEpisodeButton = button(caseActions.keepEpisode, "Keep the episode")
export const unassignButton = button(caseActions.unassign, "Take off the interview")
export const withdrawFromInterviewButton = button(caseActions.withdrawFromInterview, "Withdraw")
export const reopenButton = button(caseActions.reopen, "Reopen")
export const whereaboutsButton = button(caseActions.whereabouts, "Where the child is")
export const returnedToButton = button(caseActions.whereabouts, "Where they came back to")
export const absenceChangeButton = button(caseActions.absenceChange, "Missing or away")
export const placementButton = button(caseActions.placement, "Placement")
export const deathButton = button(caseActions.death, "Record a death")
export const confirmDeathButton = button(caseActions.confirmDeath, "The record is right")
export const takeBackDeathButton = button(caseActions.takeBackDeath, "The record is wrong")
export const moreButton = button(caseActions.more, "More")

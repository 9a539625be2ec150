import type { KnownBlock, ModalView } from "@slack/types"
import { type CaseLink, encodeCaseLink } from "../messages/caseLink.ts"

/** The forms, by the callback id their submission comes back with. */
export const forms = {
  report: "report",
  found: "found",
  returned: "returned",
  assign: "assign-interview",
  offer: "offer",
  carerOffer: "carer-offer",
  attempt: "attempt",
  noInterview: "no-interview",
  considerations: "considerations",
  triggerDecisions: "trigger-decisions",
  quietDecisions: "quiet-decisions",
  handover: "handover",
  handoverList: "handover-list",
  away: "away",
  hours: "hours",
  log: "log-interview",
  furtherSession: "further-session",
  allocatedWorker: "allocated-worker",
  screen: "screen",
  close: "close",
  reopen: "reopen",
  unassign: "unassign",
  withdrawFromInterview: "withdraw-from-interview",
  cancelEpisode: "cancel-episode",
  keepEpisode: "keep-episode",
  whereabouts: "whereabouts",
  returnedTo: "returned-to",
  absenceChange: "absence-change",
  placement: "placement",
  withdrawEntry: "withdraw-entry",
  reached: "reached",
  together: "missing-together",
  unborn: "unborn",
  death: "death",
  confirmDeath: "confirm-death",
  takeBackDeath: "take-back-death",
  findMePlan: "find-me-plan",
  profile: "profile",
  correctionChoice: "correction-choice",
  correctEpisode: "correct-episode",
  correctInterview: "correct-interview",
  separate: "separate",
  wrongChild: "wrong-child",
  duplicate: "duplicate",
  reference: "log-interview-reference"
} as const

/** A modal about one episode. Its private metadata holds ids only. */
export const form = (words: {
  readonly callbackId: string
  readonly title: string
  readonly submit: string
  /** What the button that leaves everything as it is says. */
  readonly close?: string
  readonly link?: CaseLink
  readonly blocks: ReadonlyArray<KnownBlock>
}): ModalView => ({
  type: "modal",
  callback_id: words.callbackId,
  title: { type: "plain_text", text: words.title },
  submit: { type: "plain_text", text: words.submit },
  close: { type: "plain_text", text: words.close ?? "Cancel" },
  ...(words.link === undefined ? {} : { private_metadata: encodeCaseLink(words.link) }),
  blocks: [...words.blocks]
})

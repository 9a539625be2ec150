import type { Permission } from "@safe-return/casework"
import type { ButtonHandler, SubmissionHandler } from "../handlers/Handler.ts"
import { absenceChange } from "./absenceChange/absenceChange.ts"
import { allocatedWorker } from "./allocatedWorker/allocatedWorker.ts"
import { answerIncident } from "./answerIncident/answerIncident.ts"
import { assign } from "./assign/assign.ts"
import { attempt } from "./attempt/attempt.ts"
import { away } from "./away/away.ts"
import type { CaseForm, FormSlice } from "./CaseForm.ts"
import { cancellation } from "./cancellation/cancellation.ts"
import { carerOffer } from "./carerOffer/carerOffer.ts"
import { close } from "./close/close.ts"
import { considerations } from "./considerations/considerations.ts"
import { correct } from "./correct/correct.ts"
import { correctEpisode } from "./correctEpisode/correctEpisode.ts"
import { correctInterview } from "./correctInterview/correctInterview.ts"
import { death } from "./death/death.ts"
import { duplicate } from "./duplicate/duplicate.ts"
import { dutyRota } from "./dutyRota/dutyRota.ts"
import { findMePlan } from "./findMePlan/findMePlan.ts"
import { found } from "./found/found.ts"
import { furtherSession } from "./furtherSession/furtherSession.ts"
import { handover } from "./handover/handover.ts"
import { hours } from "./hours/hours.ts"
import { keepRecorded } from "./keepRecorded/keepRecorded.ts"
import { logInterview } from "./logInterview/logInterview.ts"
import { moreOf } from "./more/more.ts"
import { noInterview } from "./noInterview/noInterview.ts"
import { offer } from "./offer/offer.ts"
import type { PupilForm } from "./PupilForm.ts"
import { placement } from "./placement/placement.ts"
import { profile } from "./profile/profile.ts"
import { pupilAbroad } from "./pupilAbroad/pupilAbroad.ts"
import { pupilCase } from "./pupilCase/pupilCase.ts"
import { pupilClose } from "./pupilClose/pupilClose.ts"
import { pupilCorrect } from "./pupilCorrect/pupilCorrect.ts"
import { pupilEnquiry } from "./pupilEnquiry/pupilEnquiry.ts"
import { pupilFacts } from "./pupilFacts/pupilFacts.ts"
import { pupilFound } from "./pupilFound/pupilFound.ts"
import { pupilHomeEducation } from "./pupilHomeEducation/pupilHomeEducation.ts"
import { pupilJoin } from "./pupilJoin/pupilJoin.ts"
import { pupilOrder } from "./pupilOrder/pupilOrder.ts"
import { pupilPlace } from "./pupilPlace/pupilPlace.ts"
import { pupilReferral } from "./pupilReferral/pupilReferral.ts"
import { pupilReopen } from "./pupilReopen/pupilReopen.ts"
import { pupilReturn } from "./pupilReturn/pupilReturn.ts"
import { pupilSeparate } from "./pupilSeparate/pupilSeparate.ts"
import { pupilTrace } from "./pupilTrace/pupilTrace.ts"
import { reached } from "./reached/reached.ts"
import { record } from "./record/record.ts"
import { reopen } from "./reopen/reopen.ts"
import { report } from "./report/report.ts"
import { returned } from "./returned/returned.ts"
import { screen } from "./screen/screen.ts"
import { separate } from "./separate/separate.ts"
import { strandLink } from "./strandLink/strandLink.ts"
import { together } from "./together/together.ts"
import { triggerDecisions } from "./triggerDecisions/triggerDecisions.ts"
import { unassign } from "./unassign/unassign.ts"
import { unborn } from "./unborn/unborn.ts"
import { whereabouts } from "./whereabouts/whereabouts.ts"
import { why } from "./why/why.ts"
import { withdrawEntry } from "./withdrawEntry/withdrawEntry.ts"
import { withdrawFromInterview } from "./withdrawFromInterview/withdrawFromInterview.ts"
import { wrongChild } from "./wrongChild/wrongChild.ts"

/** Every form of the bot: a new one is a folder and a line here. */
export const formSlices: ReadonlyArray<FormSlice> = [
  report,
  found,
  returned,
  whereabouts,
  absenceChange,
  placement,
  withdrawEntry,
  reached,
  together,
  unborn,
  death,
  assign,
  offer,
  carerOffer,
  attempt,
  noInterview,
  handover,
  away,
  hours,
  dutyRota,
  answerIncident,
  considerations,
  triggerDecisions,
  logInterview,
  unassign,
  withdrawFromInterview,
  furtherSession,
  cancellation,
  keepRecorded,
  allocatedWorker,
  screen,
  close,
  reopen,
  profile,
  findMePlan,
  correct,
  correctEpisode,
  correctInterview,
  separate,
  wrongChild,
  duplicate,
  record,
  why,
  pupilReferral,
  pupilCase,
  pupilEnquiry,
  pupilFound,
  pupilFacts,
  pupilTrace,
  pupilPlace,
  pupilHomeEducation,
  pupilOrder,
  pupilAbroad,
  pupilClose,
  pupilReopen,
  pupilCorrect,
  pupilJoin,
  pupilSeparate,
  pupilReturn,
  strandLink,
  moreOf((actionId) => buttons.get(actionId)?.permission)
]

export const buttons: ReadonlyMap<string, ButtonHandler> = new Map(
  formSlices.flatMap((slice) => Object.entries(slice.buttons ?? {}))
)

/** Whether this button lets in a person who may do this; those that move about a page are open to all. */
export const isOpenTo = (may: ReadonlySet<Permission>, actionId: string): boolean => {
  const permission = buttons.get(actionId)?.permission
  return permission === undefined || permission === "anyone" || may.has(permission)
}

export const submissions: ReadonlyMap<string, SubmissionHandler> = new Map(
  formSlices.flatMap((slice) => Object.entries(slice.submissions ?? {}))
)

/** The forms that words after this command open. */
export const formsOpenedBy = (command: "/missing" | "/rhi"): ReadonlyMap<string, CaseForm> =>
  new Map(
    formSlices.flatMap(({ commands = {} }) =>
      Object.entries(commands).flatMap(([typed, form]) => {
        const [name, word = ""] = typed.split(" ")
        return name === command ? [[word, form] as const] : []
      })
    )
  )

/** The forms about a child missing education, by the word after `/cme`. */
export const pupilForms: ReadonlyMap<string, PupilForm> = new Map(
  formSlices.flatMap(({ pupilCommands = {} }) =>
    Object.entries(pupilCommands).map(([typed, form]) => [typed.slice("/cme ".length), form] as const)
  )
)

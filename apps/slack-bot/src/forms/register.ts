import { PersonId } from "@safe-return/domain/pathway"
import type { App, ViewOutput, ViewResponseAction, ViewSubmitAction } from "@slack/bolt"
import type { ModalView } from "@slack/types"
import { Option, Result } from "effect"
import { acknowledgeInTime, NOT_CONFIRMED } from "../handlers/acknowledge.ts"
import type { Explanation } from "../handlers/explain.ts"
import { attempt, type Outcome, type Run } from "../handlers/Handler.ts"
import { oneOf } from "../handlers/oneOf.ts"
import { absenceChangeSubmitted } from "./absenceChange/absenceChange.ts"
import { ABSENCE_CHANGE_FORM } from "./absenceChange/absenceChangeView.ts"
import { allocatedWorkerSubmitted } from "./allocatedWorker/allocatedWorker.ts"
import { ALLOCATED_WORKER_FORM } from "./allocatedWorker/allocatedWorkerView.ts"
import { assignInterviewSubmitted } from "./assign/assign.ts"
import { ASSIGN_FORM } from "./assign/assignView.ts"
import { attemptSubmitted } from "./attempt/attempt.ts"
import { ATTEMPT_FORM } from "./attempt/attemptView.ts"
import { awaySubmitted } from "./away/away.ts"
import { AWAY_FORM } from "./away/awayView.ts"
import { cancelEpisodeSubmitted, keepEpisodeSubmitted } from "./cancellation/cancellation.ts"
import { CANCEL_EPISODE_FORM, KEEP_EPISODE_FORM } from "./cancellation/cancellationView.ts"
import { carerOfferSubmitted } from "./carerOffer/carerOffer.ts"
import { CARER_OFFER_FORM } from "./carerOffer/carerOfferView.ts"
import { closeSubmitted } from "./close/close.ts"
import { CLOSE_FORM } from "./close/closeView.ts"
import { considerationsSubmitted } from "./considerations/considerations.ts"
import { CONSIDERATIONS_FORM } from "./considerations/considerationsView.ts"
import { correctionChosen } from "./correct/correct.ts"
import { CORRECTION_CHOICE_FORM } from "./correct/correctView.ts"
import { correctEpisodeSubmitted } from "./correctEpisode/correctEpisode.ts"
import { CORRECT_EPISODE_FORM } from "./correctEpisode/correctEpisodeView.ts"
import { correctInterviewSubmitted } from "./correctInterview/correctInterview.ts"
import { CORRECT_INTERVIEW_FORM } from "./correctInterview/correctInterviewView.ts"
import { confirmDeathSubmitted, deathSubmitted, takeBackDeathSubmitted } from "./death/death.ts"
import { CONFIRM_DEATH_FORM, DEATH_FORM, TAKE_BACK_DEATH_FORM } from "./death/deathView.ts"
import { duplicateSubmitted } from "./duplicate/duplicate.ts"
import { DUPLICATE_FORM } from "./duplicate/duplicateView.ts"
import { fieldErrors } from "./fieldErrors.ts"
import { findMePlanSubmitted } from "./findMePlan/findMePlan.ts"
import { FIND_ME_PLAN_FORM } from "./findMePlan/findMePlanView.ts"
import { foundSubmitted } from "./found/found.ts"
import { FOUND_FORM } from "./found/foundView.ts"
import { furtherSessionSubmitted } from "./furtherSession/furtherSession.ts"
import { FURTHER_SESSION_FORM } from "./furtherSession/furtherSessionView.ts"
import { handoverListSubmitted, handoverSubmitted } from "./handover/handover.ts"
import { HANDOVER_FORM, HANDOVER_LIST_FORM } from "./handover/handoverView.ts"
import { hoursSubmitted } from "./hours/hours.ts"
import { HOURS_FORM } from "./hours/hoursView.ts"
import { unassignSubmitted, withdrawFromInterviewSubmitted } from "./interviewUndoing/interviewUndoing.ts"
import { UNASSIGN_FORM, WITHDRAW_FROM_INTERVIEW_FORM } from "./interviewUndoing/interviewUndoingView.ts"
import { logInterviewReferenceSubmitted, logInterviewSubmitted } from "./logInterview/logInterview.ts"
import { LOG_FORM } from "./logInterview/logInterviewView.ts"
import { REFERENCE_FORM } from "./logInterview/referenceView.ts"
import { noInterviewSubmitted } from "./noInterview/noInterview.ts"
import { NO_INTERVIEW_FORM } from "./noInterview/noInterviewView.ts"
import { noticeView } from "./noticeView.ts"
import { offerSubmitted } from "./offer/offer.ts"
import { OFFER_FORM } from "./offer/offerView.ts"
import { placementSubmitted } from "./placement/placement.ts"
import { PLACEMENT_FORM } from "./placement/placementView.ts"
import { profileSubmitted } from "./profile/profile.ts"
import { PROFILE_FORM } from "./profile/profileView.ts"
import { reachedSubmitted } from "./reached/reached.ts"
import { REACHED_FORM } from "./reached/reachedView.ts"
import { recordSubmissions } from "./record/record.ts"
import { reopenSubmitted } from "./reopen/reopen.ts"
import { REOPEN_FORM } from "./reopen/reopenView.ts"
import { reportSubmitted } from "./report/report.ts"
import { REPORT_FORM } from "./report/reportView.ts"
import { returnedSubmitted } from "./returned/returned.ts"
import { RETURNED_FORM } from "./returned/returnedView.ts"
import type { SubmissionHandler } from "./SubmissionHandler.ts"
import { screenSubmitted } from "./screen/screen.ts"
import { SCREEN_FORM } from "./screen/screenView.ts"
import { separateSubmitted } from "./separate/separate.ts"
import { SEPARATE_FORM } from "./separate/separateView.ts"
import { togetherSubmitted } from "./together/together.ts"
import { TOGETHER_FORM } from "./together/togetherView.ts"
import { quietDecisionsSubmitted, triggerDecisionsSubmitted } from "./triggerDecisions/triggerDecisions.ts"
import { QUIET_DECISIONS_FORM, TRIGGER_DECISIONS_FORM } from "./triggerDecisions/triggerDecisionsView.ts"
import { unbornSubmitted } from "./unborn/unborn.ts"
import { UNBORN_FORM } from "./unborn/unbornView.ts"
import { returnedToSubmitted, whereaboutsSubmitted } from "./whereabouts/whereabouts.ts"
import { RETURNED_TO_FORM, WHEREABOUTS_FORM } from "./whereabouts/whereaboutsView.ts"
import { withdrawEntrySubmitted } from "./withdrawEntry/withdrawEntry.ts"
import { WITHDRAW_ENTRY_FORM } from "./withdrawEntry/withdrawEntryView.ts"
import { wrongChildSubmitted } from "./wrongChild/wrongChild.ts"
import { WRONG_CHILD_FORM } from "./wrongChild/wrongChildView.ts"

export const submissions: ReadonlyArray<readonly [callbackId: string, handler: SubmissionHandler]> = [
  [REPORT_FORM, reportSubmitted],
  [FOUND_FORM, foundSubmitted],
  [RETURNED_FORM, returnedSubmitted],
  [WHEREABOUTS_FORM, whereaboutsSubmitted],
  [RETURNED_TO_FORM, returnedToSubmitted],
  [ABSENCE_CHANGE_FORM, absenceChangeSubmitted],
  [PLACEMENT_FORM, placementSubmitted],
  [WITHDRAW_ENTRY_FORM, withdrawEntrySubmitted],
  [REACHED_FORM, reachedSubmitted],
  [TOGETHER_FORM, togetherSubmitted],
  [UNBORN_FORM, unbornSubmitted],
  [DEATH_FORM, deathSubmitted],
  [CONFIRM_DEATH_FORM, confirmDeathSubmitted],
  [TAKE_BACK_DEATH_FORM, takeBackDeathSubmitted],
  [ASSIGN_FORM, assignInterviewSubmitted],
  [OFFER_FORM, offerSubmitted],
  [CARER_OFFER_FORM, carerOfferSubmitted],
  [ATTEMPT_FORM, attemptSubmitted],
  [NO_INTERVIEW_FORM, noInterviewSubmitted],
  [HANDOVER_FORM, handoverSubmitted],
  [HANDOVER_LIST_FORM, handoverListSubmitted],
  [AWAY_FORM, awaySubmitted],
  [HOURS_FORM, hoursSubmitted],
  [CONSIDERATIONS_FORM, considerationsSubmitted],
  [TRIGGER_DECISIONS_FORM, triggerDecisionsSubmitted],
  [QUIET_DECISIONS_FORM, quietDecisionsSubmitted],
  ...recordSubmissions,
  [LOG_FORM, logInterviewSubmitted],
  [UNASSIGN_FORM, unassignSubmitted],
  [WITHDRAW_FROM_INTERVIEW_FORM, withdrawFromInterviewSubmitted],
  [FURTHER_SESSION_FORM, furtherSessionSubmitted],
  [CANCEL_EPISODE_FORM, cancelEpisodeSubmitted],
  [KEEP_EPISODE_FORM, keepEpisodeSubmitted],
  [ALLOCATED_WORKER_FORM, allocatedWorkerSubmitted],
  [SCREEN_FORM, screenSubmitted],
  [CLOSE_FORM, closeSubmitted],
  [REOPEN_FORM, reopenSubmitted],
  [PROFILE_FORM, profileSubmitted],
  [FIND_ME_PLAN_FORM, findMePlanSubmitted],
  [CORRECTION_CHOICE_FORM, correctionChosen],
  [CORRECT_EPISODE_FORM, correctEpisodeSubmitted],
  [CORRECT_INTERVIEW_FORM, correctInterviewSubmitted],
  [SEPARATE_FORM, separateSubmitted],
  [WRONG_CHILD_FORM, wrongChildSubmitted],
  [DUPLICATE_FORM, duplicateSubmitted],
  [REFERENCE_FORM, logInterviewReferenceSubmitted]
]

/** Slack shows errors beside inputs alone: a form without any turns into the sentence, or nobody would read it. */
const refused = (view: ViewOutput, explanation: Explanation): ViewResponseAction => {
  const errors = fieldErrors(view, explanation)
  return Object.keys(errors).length === 0
    ? { response_action: "update", view: noticeView(explanation.sentence) }
    : { response_action: "errors", errors }
}

/** Nothing at all closes the form; the list of buttons it was opened from, which is out of date now, closes with it. */
const closing = ({ id, root_view_id }: ViewOutput): ViewResponseAction | undefined =>
  root_view_id === id ? undefined : { response_action: "clear" }

const answer = (view: ViewOutput, outcome: Outcome<Option.Option<ModalView>>): ViewResponseAction | undefined =>
  Result.match(outcome, {
    onSuccess: (next) =>
      Option.match(next, {
        onNone: () => closing(view),
        onSome: (form): ViewResponseAction => ({ response_action: "update", view: form })
      }),
    onFailure: (explanation) => refused(view, explanation)
  })

/** What the waiting form turns into once the outcome is known after all. */
const lateAnswer = (outcome: Outcome<Option.Option<ModalView>>): ModalView =>
  Result.match(outcome, {
    onSuccess: Option.getOrElse(() => noticeView("It is recorded now. The card shows it.")),
    onFailure: ({ sentence }) => noticeView(sentence)
  })

const handlers = new Map(submissions)

export const register = (app: App, run: Run): void => {
  app.view<ViewSubmitAction>(
    { type: "view_submission", callback_id: oneOf(handlers) },
    async ({ ack, body, view, client }) => {
      const handler = handlers.get(view.callback_id)
      if (handler === undefined) return
      await acknowledgeInTime(
        run(
          attempt(handler, {
            person: PersonId.make(body.user.id),
            metadata: view.private_metadata,
            values: view.state.values
          })
        ),
        {
          acknowledge: (outcome) => ack(answer(view, outcome)),
          acknowledgeUnconfirmed: () => ack({ response_action: "update", view: noticeView(NOT_CONFIRMED) }),
          followUp: (outcome) => client.views.update({ view_id: view.id, view: lateAnswer(outcome) })
        }
      )
    }
  )
}

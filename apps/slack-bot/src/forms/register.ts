import { PersonId } from "@safe-return/domain/pathway"
import type { App, ViewOutput, ViewResponseAction, ViewSubmitAction } from "@slack/bolt"
import type { ModalView } from "@slack/types"
import { Option, Result } from "effect"
import { acknowledgeInTime, NOT_CONFIRMED } from "../handlers/acknowledge.ts"
import type { Explanation } from "../handlers/explain.ts"
import { attempt, type Outcome, type Run } from "../handlers/Handler.ts"
import { oneOf } from "../handlers/oneOf.ts"
import { absenceChangeSubmitted } from "./absenceChange/absenceChange.ts"
import { allocatedWorkerSubmitted } from "./allocatedWorker/allocatedWorker.ts"
import { assignInterviewSubmitted } from "./assign/assign.ts"
import { attemptSubmitted } from "./attempt/attempt.ts"
import { awaySubmitted } from "./away/away.ts"
import { cancelEpisodeSubmitted, keepEpisodeSubmitted } from "./cancellation/cancellation.ts"
import { carerOfferSubmitted } from "./carerOffer/carerOffer.ts"
import { closeSubmitted } from "./close/close.ts"
import { considerationsSubmitted } from "./considerations/considerations.ts"
import { correctionChosen } from "./correct/correct.ts"
import { correctEpisodeSubmitted } from "./correctEpisode/correctEpisode.ts"
import { correctInterviewSubmitted } from "./correctInterview/correctInterview.ts"
import { confirmDeathSubmitted, deathSubmitted, takeBackDeathSubmitted } from "./death/death.ts"
import { duplicateSubmitted } from "./duplicate/duplicate.ts"
import { fieldErrors } from "./fieldErrors.ts"
import { findMePlanSubmitted } from "./findMePlan/findMePlan.ts"
import { forms } from "./form.ts"
import { foundSubmitted } from "./found/found.ts"
import { furtherSessionSubmitted } from "./furtherSession/furtherSession.ts"
import { handoverListSubmitted, handoverSubmitted } from "./handover/handover.ts"
import { hoursSubmitted } from "./hours/hours.ts"
import { unassignSubmitted, withdrawFromInterviewSubmitted } from "./interviewUndoing/interviewUndoing.ts"
import { logInterviewReferenceSubmitted, logInterviewSubmitted } from "./logInterview/logInterview.ts"
import { noInterviewSubmitted } from "./noInterview/noInterview.ts"
import { noticeView } from "./noticeView.ts"
import { offerSubmitted } from "./offer/offer.ts"
import { placementSubmitted } from "./placement/placement.ts"
import { profileSubmitted } from "./profile/profile.ts"
import { reachedSubmitted } from "./reached/reached.ts"
import { recordSubmissions } from "./record/record.ts"
import { reopenSubmitted } from "./reopen/reopen.ts"
import { reportSubmitted } from "./report/report.ts"
import { returnedSubmitted } from "./returned/returned.ts"
import type { SubmissionHandler } from "./SubmissionHandler.ts"
import { screenSubmitted } from "./screen/screen.ts"
import { separateSubmitted } from "./separate/separate.ts"
import { togetherSubmitted } from "./together/together.ts"
import { quietDecisionsSubmitted, triggerDecisionsSubmitted } from "./triggerDecisions/triggerDecisions.ts"
import { unbornSubmitted } from "./unborn/unborn.ts"
import { returnedToSubmitted, whereaboutsSubmitted } from "./whereabouts/whereabouts.ts"
import { withdrawEntrySubmitted } from "./withdrawEntry/withdrawEntry.ts"
import { wrongChildSubmitted } from "./wrongChild/wrongChild.ts"

export const submissions: ReadonlyArray<readonly [callbackId: string, handler: SubmissionHandler]> = [
  [forms.report, reportSubmitted],
  [forms.found, foundSubmitted],
  [forms.returned, returnedSubmitted],
  [forms.whereabouts, whereaboutsSubmitted],
  [forms.returnedTo, returnedToSubmitted],
  [forms.absenceChange, absenceChangeSubmitted],
  [forms.placement, placementSubmitted],
  [forms.withdrawEntry, withdrawEntrySubmitted],
  [forms.reached, reachedSubmitted],
  [forms.together, togetherSubmitted],
  [forms.unborn, unbornSubmitted],
  [forms.death, deathSubmitted],
  [forms.confirmDeath, confirmDeathSubmitted],
  [forms.takeBackDeath, takeBackDeathSubmitted],
  [forms.assign, assignInterviewSubmitted],
  [forms.offer, offerSubmitted],
  [forms.carerOffer, carerOfferSubmitted],
  [forms.attempt, attemptSubmitted],
  [forms.noInterview, noInterviewSubmitted],
  [forms.handover, handoverSubmitted],
  [forms.handoverList, handoverListSubmitted],
  [forms.away, awaySubmitted],
  [forms.hours, hoursSubmitted],
  [forms.considerations, considerationsSubmitted],
  [forms.triggerDecisions, triggerDecisionsSubmitted],
  [forms.quietDecisions, quietDecisionsSubmitted],
  ...recordSubmissions,
  [forms.log, logInterviewSubmitted],
  [forms.unassign, unassignSubmitted],
  [forms.withdrawFromInterview, withdrawFromInterviewSubmitted],
  [forms.furtherSession, furtherSessionSubmitted],
  [forms.cancelEpisode, cancelEpisodeSubmitted],
  [forms.keepEpisode, keepEpisodeSubmitted],
  [forms.allocatedWorker, allocatedWorkerSubmitted],
  [forms.screen, screenSubmitted],
  [forms.close, closeSubmitted],
  [forms.reopen, reopenSubmitted],
  [forms.profile, profileSubmitted],
  [forms.findMePlan, findMePlanSubmitted],
  [forms.correctionChoice, correctionChosen],
  [forms.correctEpisode, correctEpisodeSubmitted],
  [forms.correctInterview, correctInterviewSubmitted],
  [forms.separate, separateSubmitted],
  [forms.wrongChild, wrongChildSubmitted],
  [forms.duplicate, duplicateSubmitted],
  [forms.reference, logInterviewReferenceSubmitted]
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

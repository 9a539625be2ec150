import { PersonId } from "@safe-return/domain/pathway"
import type { App, BlockAction, ButtonAction } from "@slack/bolt"
import { Effect, Result } from "effect"
import { absenceChangeForm } from "../../forms/absenceChange/absenceChange.ts"
import { allocatedWorkerForm } from "../../forms/allocatedWorker/allocatedWorker.ts"
import { assignForm } from "../../forms/assign/assign.ts"
import { attemptForm } from "../../forms/attempt/attempt.ts"
import { openAwayButton } from "../../forms/away/away.ts"
import { buttonFor } from "../../forms/CaseForm.ts"
import { cancelEpisodeForm, keepEpisodeForm } from "../../forms/cancellation/cancellation.ts"
import { closeForm } from "../../forms/close/close.ts"
import { considerationsForm } from "../../forms/considerations/considerations.ts"
import { correctForm } from "../../forms/correct/correct.ts"
import { confirmDeathForm, deathForm, takeBackDeathForm } from "../../forms/death/death.ts"
import { foundForm } from "../../forms/found/found.ts"
import { furtherSessionForm } from "../../forms/furtherSession/furtherSession.ts"
import { openHandoverButton } from "../../forms/handover/handover.ts"
import { openHoursButton } from "../../forms/hours/hours.ts"
import { unassignForm, withdrawFromInterviewForm } from "../../forms/interviewUndoing/interviewUndoing.ts"
import { logForm } from "../../forms/logInterview/logInterview.ts"
import { moreForm } from "../../forms/more/more.ts"
import { noInterviewForm } from "../../forms/noInterview/noInterview.ts"
import { noticeView } from "../../forms/noticeView.ts"
import { carerOfferForm, offerForm } from "../../forms/offer/offer.ts"
import { placementForm } from "../../forms/placement/placement.ts"
import { revealProfileButton } from "../../forms/profile/profile.ts"
import { reachedForm } from "../../forms/reached/reached.ts"
import { recordForm } from "../../forms/record/record.ts"
import { reopenForm } from "../../forms/reopen/reopen.ts"
import { returnedForm } from "../../forms/returned/returned.ts"
import { screenForm } from "../../forms/screen/screen.ts"
import { togetherForm } from "../../forms/together/together.ts"
import { quietDecisionsForm, triggerDecisionsForm } from "../../forms/triggerDecisions/triggerDecisions.ts"
import { unbornForm } from "../../forms/unborn/unborn.ts"
import { whereaboutsForm } from "../../forms/whereabouts/whereabouts.ts"
import { whyForm } from "../../forms/why/why.ts"
import { acknowledgeInTime, NOT_CONFIRMED } from "../../handlers/acknowledge.ts"
import { answerInPrivate } from "../../handlers/answerInPrivate.ts"
import type { ButtonHandler } from "../../handlers/ButtonHandler.ts"
import { attempt, type Outcome, type Run } from "../../handlers/Handler.ts"
import { oneOf } from "../../handlers/oneOf.ts"
import { openFormFor } from "../../handlers/openForm.ts"
import { OPEN_AWAY, OPEN_HOURS } from "../../home/homeButtons.ts"
import { caseActions, DECIDE_IN_QUIET } from "../../messages/caseButtons.ts"
import { OPEN_HANDOVER } from "../../messages/handOverList.ts"
import { plainly } from "../../messages/MessageContent.ts"
import { escapeSlack } from "../../words/escapeSlack.ts"
import { acknowledgeAlertButton } from "./acknowledgeAlert.ts"

export const buttons: ReadonlyArray<readonly [actionId: string, handler: ButtonHandler]> = [
  [caseActions.acknowledge, acknowledgeAlertButton],
  [caseActions.found, buttonFor(foundForm)],
  [caseActions.returned, buttonFor(returnedForm)],
  [caseActions.whereabouts, buttonFor(whereaboutsForm)],
  [caseActions.absenceChange, buttonFor(absenceChangeForm)],
  [caseActions.placement, buttonFor(placementForm)],
  [caseActions.reached, buttonFor(reachedForm)],
  [caseActions.together, buttonFor(togetherForm)],
  [caseActions.unborn, buttonFor(unbornForm)],
  [caseActions.death, buttonFor(deathForm)],
  [caseActions.confirmDeath, buttonFor(confirmDeathForm)],
  [caseActions.takeBackDeath, buttonFor(takeBackDeathForm)],
  [caseActions.assignInterview, buttonFor(assignForm)],
  [caseActions.logInterview, buttonFor(logForm)],
  [caseActions.offer, buttonFor(offerForm)],
  [caseActions.carerOffer, buttonFor(carerOfferForm)],
  [caseActions.furtherSession, buttonFor(furtherSessionForm)],
  [caseActions.attempt, buttonFor(attemptForm)],
  [caseActions.record, buttonFor(recordForm)],
  [caseActions.why, buttonFor(whyForm)],
  [caseActions.decide, buttonFor(triggerDecisionsForm)],
  [DECIDE_IN_QUIET, buttonFor(quietDecisionsForm)],
  [caseActions.considerations, buttonFor(considerationsForm)],
  [caseActions.noInterview, buttonFor(noInterviewForm)],
  [caseActions.setAllocatedWorker, buttonFor(allocatedWorkerForm)],
  [caseActions.screen, buttonFor(screenForm)],
  [caseActions.reveal, revealProfileButton],
  [caseActions.close, buttonFor(closeForm)],
  [caseActions.reopen, buttonFor(reopenForm)],
  [caseActions.unassign, buttonFor(unassignForm)],
  [caseActions.withdrawFromInterview, buttonFor(withdrawFromInterviewForm)],
  [caseActions.cancelEpisode, buttonFor(cancelEpisodeForm)],
  [caseActions.keepEpisode, buttonFor(keepEpisodeForm)],
  [caseActions.correct, buttonFor(correctForm)],
  [caseActions.more, buttonFor(moreForm)],
  [OPEN_AWAY, openAwayButton],
  [OPEN_HOURS, openHoursButton],
  [OPEN_HANDOVER, openHandoverButton]
]

const handlers = new Map(buttons)

export const register = (app: App, run: Run): void => {
  app.action<BlockAction<ButtonAction>>(oneOf(handlers), async ({ ack, action, body, client, respond }) => {
    const handler = handlers.get(action.action_id)
    if (handler === undefined) return
    // Slack opens no second modal beside one that is open: from a modal's button it goes on top of it.
    const openForm = openFormFor(client, body.trigger_id, body.view?.type === "modal" ? "push" : "open")
    const answer = (sentence: string) =>
      answerInPrivate(
        { respond, client, channel: body.channel?.id, user: body.user.id },
        plainly(escapeSlack(sentence))
      )
    const tell = async (outcome: Outcome<void>) => {
      if (Result.isFailure(outcome)) {
        const { sentence } = outcome.failure
        // On App Home there is no conversation to reply in, so the reason is a form of its own.
        if (body.response_url === undefined) return run(Effect.ignore(openForm(noticeView(sentence))))
        await answer(sentence)
      }
    }
    await acknowledgeInTime(
      run(
        attempt(handler, {
          person: PersonId.make(body.user.id),
          value: action.value,
          openForm
        })
      ),
      {
        acknowledge: async (outcome) => {
          await ack()
          await tell(outcome)
        },
        acknowledgeUnconfirmed: async () => {
          await ack()
          // Any other press records nothing, so there is nothing to warn of: the form opens, or the reason follows.
          if (action.action_id !== caseActions.acknowledge) return
          await answer(NOT_CONFIRMED)
        },
        followUp: tell
      }
    )
  })
}

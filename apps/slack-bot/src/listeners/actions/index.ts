import { PersonId } from "@safe-return/domain/pathway"
import type { App, BlockAction, ButtonAction } from "@slack/bolt"
import { Effect, Result } from "effect"
import { absenceChangeForm } from "../../forms/absenceChange/absenceChange.ts"
import { absenceChangeButton } from "../../forms/absenceChange/absenceChangeView.ts"
import { allocatedWorkerForm } from "../../forms/allocatedWorker/allocatedWorker.ts"
import { setWorkerButton } from "../../forms/allocatedWorker/allocatedWorkerView.ts"
import { assignForm } from "../../forms/assign/assign.ts"
import { assignButton } from "../../forms/assign/assignView.ts"
import { attemptForm } from "../../forms/attempt/attempt.ts"
import { attemptButton } from "../../forms/attempt/attemptView.ts"
import { openAwayButton } from "../../forms/away/away.ts"
import { buttonFor } from "../../forms/CaseForm.ts"
import { cancelEpisodeForm, keepEpisodeForm } from "../../forms/cancellation/cancellation.ts"
import { cancelEpisodeButton, keepEpisodeButton } from "../../forms/cancellation/cancellationView.ts"
import { carerOfferButton } from "../../forms/carerOffer/carerOfferView.ts"
import { closeForm } from "../../forms/close/close.ts"
import { closeButton } from "../../forms/close/closeView.ts"
import { considerationsForm } from "../../forms/considerations/considerations.ts"
import { considerationsButton } from "../../forms/considerations/considerationsView.ts"
import { correctForm } from "../../forms/correct/correct.ts"
import { correctButton } from "../../forms/correct/correctView.ts"
import { confirmDeathForm, deathForm, takeBackDeathForm } from "../../forms/death/death.ts"
import { confirmDeathButton, deathButton, takeBackDeathButton } from "../../forms/death/deathView.ts"
import { foundForm } from "../../forms/found/found.ts"
import { foundButton } from "../../forms/found/foundView.ts"
import { furtherSessionForm } from "../../forms/furtherSession/furtherSession.ts"
import { furtherSessionButton } from "../../forms/furtherSession/furtherSessionView.ts"
import { openHandoverButton } from "../../forms/handover/handover.ts"
import { openHoursButton } from "../../forms/hours/hours.ts"
import { unassignForm, withdrawFromInterviewForm } from "../../forms/interviewUndoing/interviewUndoing.ts"
import { unassignButton, withdrawFromInterviewButton } from "../../forms/interviewUndoing/interviewUndoingView.ts"
import { logForm } from "../../forms/logInterview/logInterview.ts"
import { logButton } from "../../forms/logInterview/logInterviewView.ts"
import { moreForm } from "../../forms/more/more.ts"
import { moreButton } from "../../forms/more/moreButton.ts"
import { noInterviewForm } from "../../forms/noInterview/noInterview.ts"
import { noInterviewButton } from "../../forms/noInterview/noInterviewView.ts"
import { noticeView } from "../../forms/noticeView.ts"
import { carerOfferForm, offerForm } from "../../forms/offer/offer.ts"
import { offerButton } from "../../forms/offer/offerView.ts"
import { placementForm } from "../../forms/placement/placement.ts"
import { placementButton } from "../../forms/placement/placementView.ts"
import { revealProfileButton } from "../../forms/profile/profile.ts"
import { revealButton } from "../../forms/profile/profileView.ts"
import { reachedForm } from "../../forms/reached/reached.ts"
import { reachedButton } from "../../forms/reached/reachedView.ts"
import { recordForm } from "../../forms/record/record.ts"
import { recordButton } from "../../forms/record/recordView.ts"
import { reopenForm } from "../../forms/reopen/reopen.ts"
import { reopenButton } from "../../forms/reopen/reopenView.ts"
import { returnedForm } from "../../forms/returned/returned.ts"
import { returnedButton } from "../../forms/returned/returnedView.ts"
import { screenForm } from "../../forms/screen/screen.ts"
import { screenButton } from "../../forms/screen/screenView.ts"
import { togetherForm } from "../../forms/together/together.ts"
import { togetherButton } from "../../forms/together/togetherView.ts"
import { quietDecisionsForm, triggerDecisionsForm } from "../../forms/triggerDecisions/triggerDecisions.ts"
import { decideButton, decideInQuietButton } from "../../forms/triggerDecisions/triggerDecisionsView.ts"
import { unbornForm } from "../../forms/unborn/unborn.ts"
import { unbornButton } from "../../forms/unborn/unbornView.ts"
import { whereaboutsForm } from "../../forms/whereabouts/whereabouts.ts"
import { whereaboutsButton } from "../../forms/whereabouts/whereaboutsView.ts"
import { whyForm } from "../../forms/why/why.ts"
import { whyButton } from "../../forms/why/whyView.ts"
import { acknowledgeInTime, NOT_CONFIRMED } from "../../handlers/acknowledge.ts"
import { answerInPrivate } from "../../handlers/answerInPrivate.ts"
import type { ButtonHandler } from "../../handlers/ButtonHandler.ts"
import { attempt, type Outcome, type Run } from "../../handlers/Handler.ts"
import { oneOf } from "../../handlers/oneOf.ts"
import { openFormFor } from "../../handlers/openForm.ts"
import { OPEN_AWAY, OPEN_HOURS } from "../../home/homeButtons.ts"
import { acknowledgeButton } from "../../messages/acknowledging.ts"
import { OPEN_HANDOVER } from "../../messages/handOverList.ts"
import { plainly } from "../../messages/MessageContent.ts"
import { escapeSlack } from "../../words/escapeSlack.ts"
import { acknowledgeAlertButton } from "./acknowledgeAlert.ts"

export const buttons: ReadonlyArray<readonly [actionId: string, handler: ButtonHandler]> = [
  [acknowledgeButton.actionId, acknowledgeAlertButton],
  [foundButton.actionId, buttonFor(foundForm)],
  [returnedButton.actionId, buttonFor(returnedForm)],
  [whereaboutsButton.actionId, buttonFor(whereaboutsForm)],
  [absenceChangeButton.actionId, buttonFor(absenceChangeForm)],
  [placementButton.actionId, buttonFor(placementForm)],
  [reachedButton.actionId, buttonFor(reachedForm)],
  [togetherButton.actionId, buttonFor(togetherForm)],
  [unbornButton.actionId, buttonFor(unbornForm)],
  [deathButton.actionId, buttonFor(deathForm)],
  [confirmDeathButton.actionId, buttonFor(confirmDeathForm)],
  [takeBackDeathButton.actionId, buttonFor(takeBackDeathForm)],
  [assignButton.actionId, buttonFor(assignForm)],
  [logButton.actionId, buttonFor(logForm)],
  [offerButton.actionId, buttonFor(offerForm)],
  [carerOfferButton.actionId, buttonFor(carerOfferForm)],
  [furtherSessionButton.actionId, buttonFor(furtherSessionForm)],
  [attemptButton.actionId, buttonFor(attemptForm)],
  [recordButton.actionId, buttonFor(recordForm)],
  [whyButton.actionId, buttonFor(whyForm)],
  [decideButton.actionId, buttonFor(triggerDecisionsForm)],
  [decideInQuietButton.actionId, buttonFor(quietDecisionsForm)],
  [considerationsButton.actionId, buttonFor(considerationsForm)],
  [noInterviewButton.actionId, buttonFor(noInterviewForm)],
  [setWorkerButton.actionId, buttonFor(allocatedWorkerForm)],
  [screenButton.actionId, buttonFor(screenForm)],
  [revealButton.actionId, revealProfileButton],
  [closeButton.actionId, buttonFor(closeForm)],
  [reopenButton.actionId, buttonFor(reopenForm)],
  [unassignButton.actionId, buttonFor(unassignForm)],
  [withdrawFromInterviewButton.actionId, buttonFor(withdrawFromInterviewForm)],
  [cancelEpisodeButton.actionId, buttonFor(cancelEpisodeForm)],
  [keepEpisodeButton.actionId, buttonFor(keepEpisodeForm)],
  [correctButton.actionId, buttonFor(correctForm)],
  [moreButton.actionId, buttonFor(moreForm)],
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
          if (action.action_id !== acknowledgeButton.actionId) return
          await answer(NOT_CONFIRMED)
        },
        followUp: tell
      }
    )
  })
}

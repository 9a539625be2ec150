import { PersonId } from "@safe-return/domain/pathway"
import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from "@slack/bolt"
import { Effect, Result } from "effect"
import { escapeSlack, plainly } from "../../blocks/blocks.ts"
import { acknowledgeButton } from "../../forms/acknowledgeButtons.ts"
import { noticeView } from "../../forms/noticeView.ts"
import { buttons as formButtons } from "../../forms/registry.ts"
import { acknowledgeInTime, NOT_CONFIRMED } from "../../handlers/acknowledge.ts"
import { answerInPrivate } from "../../handlers/answerInPrivate.ts"
import type { ButtonHandler } from "../../handlers/Handler.ts"
import { attempt, type Outcome, openFormFor, type Run } from "../../handlers/Handler.ts"
import { acknowledgeAlertButton } from "./acknowledgeAlert.ts"

/** Every button of a card, a message, a form or the Home that opens a form, and the one that records by itself. */
export const buttons: ReadonlyMap<string, ButtonHandler> = new Map([
  [acknowledgeButton.actionId, acknowledgeAlertButton],
  ...formButtons
])

export type ButtonPressed = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs

export const answerButton =
  (run: Run) =>
  async ({ ack, action, body, client, respond }: ButtonPressed): Promise<void> => {
    const handler = buttons.get(action.action_id)
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
  }

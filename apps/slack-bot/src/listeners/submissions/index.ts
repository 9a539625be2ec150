import { PersonId } from "@safe-return/domain/pathway"
import type {
  AllMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewOutput,
  ViewResponseAction,
  ViewSubmitAction
} from "@slack/bolt"
import type { InputBlock, ModalView } from "@slack/types"
import { Option, Result } from "effect"
import { noticeView } from "../../forms/noticeView.ts"
import { submissions } from "../../forms/registry.ts"
import { acknowledgeInTime, NOT_CONFIRMED } from "../../handlers/acknowledge.ts"
import type { Explanation } from "../../handlers/explain.ts"
import { attempt, type Outcome, type Run } from "../../handlers/Handler.ts"
import { fieldErrors } from "./fieldErrors.ts"

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

export type FormSubmitted = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs

export const answerSubmission =
  (run: Run) =>
  async ({ ack, body, view, client }: FormSubmitted): Promise<void> => {
    const handler = submissions.get(view.callback_id)
    if (handler === undefined) return
    await acknowledgeInTime(
      run(
        attempt(handler, {
          person: PersonId.make(body.user.id),
          metadata: view.private_metadata,
          values: view.state.values,
          inputs: view.blocks.filter((block): block is InputBlock => block.type === "input")
        })
      ),
      {
        acknowledge: (outcome) => ack(answer(view, outcome)),
        acknowledgeUnconfirmed: () => ack({ response_action: "update", view: noticeView(NOT_CONFIRMED) }),
        followUp: (outcome) => client.views.update({ view_id: view.id, view: lateAnswer(outcome) })
      }
    )
  }

/** What a persona does in Slack: a command, a click, a shortcut, a modal submitted or closed. */
import { definedFields } from "@safe-return/domain/definedFields"
import {
  type ActionAt,
  type AnswerRefused,
  type Delivery,
  type InputValues,
  TargetNotFound
} from "@safe-return/slack-testkit"
import { Effect } from "effect"
import type { Done, Suggestions } from "../../api.ts"
import { done, Refused } from "../Refused.ts"
import type { Requester } from "../Requester.ts"
import type { ActionBody, CommandBody, ShortcutBody, SuggestionsBody, ViewBody } from "../requests.ts"

const problems: Readonly<Record<Exclude<(AnswerRefused | Delivery)["outcome"], "acknowledged">, string>> = {
  refused: "The bot refused the request.",
  operation_timeout: "The bot did not answer within three seconds, so Slack gave up waiting.",
  dispatch_failed: "The bot could not be reached.",
  answer_refused: "Slack would not take the bot's answer."
}

const doneWith = (delivery: AnswerRefused | Delivery | undefined): Done =>
  delivery === undefined || delivery.outcome === "acknowledged"
    ? done
    : { ok: false, problem: problems[delivery.outcome] }

/** What is no longer on the screen cannot be used; anything else that goes wrong here is a defect. */
const tried = <A>(act: () => Promise<A>): Effect.Effect<A, Refused> =>
  Effect.tryPromise({ try: act, catch: (cause) => cause }).pipe(
    Effect.catch((cause) =>
      cause instanceof TargetNotFound
        ? Effect.fail(new Refused({ status: 409, message: cause.message }))
        : Effect.die(cause)
    )
  )

export const runCommand = Effect.fnUntraced(function* ({ person }: Requester, body: typeof CommandBody.Type) {
  return doneWith(yield* tried(() => person.command(body.channel, body.command, body.text)))
})

const placeOf = (container: typeof ActionBody.Type.container): ActionAt =>
  container.type === "view" ? { viewId: container.viewId } : { channel: container.channel, ts: container.ts }

export const runAction = Effect.fnUntraced(function* ({ person }: Requester, body: typeof ActionBody.Type) {
  const { container, blockId, element, value, values } = body
  const given = {
    actionId: element.action_id,
    blockId,
    ...definedFields({ answer: value }),
    ...(values === undefined ? {} : { values: values satisfies InputValues })
  }
  return doneWith(yield* tried(() => person.act(placeOf(container), given)))
})

export const runShortcut = Effect.fnUntraced(function* ({ person }: Requester, body: typeof ShortcutBody.Type) {
  const { callbackId, message } = body
  const picked = () =>
    message === undefined ? person.shortcut(callbackId) : person.messageShortcut(message, callbackId)
  return doneWith(yield* tried(picked))
})

/** What the app offers for what was typed; nothing while too little is typed, or when it does not answer. */
export const suggest = Effect.fnUntraced(function* ({ person }: Requester, body: typeof SuggestionsBody.Type) {
  const { container, blockId, actionId, typed } = body
  const { options } = yield* tried(() => person.suggestions(placeOf(container), { blockId, actionId, typed }))
  const suggestions: Suggestions = { options }
  return suggestions
})

/** Field errors are no problem of the request: they are shown with the view, at the next reading. */
export const submitView = Effect.fnUntraced(function* ({ training, person }: Requester, body: typeof ViewBody.Type) {
  const submitted = yield* tried(() => person.submitView(body.viewId, { values: body.values }))
  const hasErrors = Object.keys(submitted.fieldErrors).length > 0
  if (hasErrors) training.fieldErrors.set(body.viewId, submitted.fieldErrors)
  else training.fieldErrors.delete(body.viewId)
  return submitted.outcome === "not_sent" ? done : doneWith(submitted)
})

export const closeView = Effect.fnUntraced(function* ({ training, person }: Requester, body: typeof ViewBody.Type) {
  training.fieldErrors.delete(body.viewId)
  return doneWith(yield* tried(() => person.closeModal(body.viewId)))
})

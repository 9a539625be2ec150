/** Each choice of every form, as the bot opens it, is taken when it is chosen. */

import { at, child, manager, tell } from "@safe-return/casework/testing"
import type { Button, KnownBlock, ModalView } from "@slack/types"
import { Effect, Option, Result } from "effect"
import { expect, it } from "vitest"
import { encodeCaseLink } from "../../src/blocks/caseLink.ts"
import { buttonsIn } from "../../src/blocks/withoutButtons.ts"
import { moreButton } from "../../src/forms/cardButtons.ts"
import { CORRECTION_CHOICE_FORM } from "../../src/forms/correct/correctView.ts"
import { buttons, submissions } from "../../src/forms/registry.ts"
import { attempt } from "../../src/handlers/Handler.ts"
import { inScene, type Scene } from "../people/scene.ts"
import { choicesOf, inputsOf, tryAnswers } from "./answers.ts"
import { stories } from "./stories.ts"

/** What a manager is shown by a button. */
const opened = Effect.fnUntraced(function* ({ action_id: id = "", value }: Pick<Button, "action_id" | "value">) {
  const handler = buttons.get(id)
  if (handler === undefined) return []
  const views: Array<ModalView> = []
  const openForm = (view: ModalView) => Effect.sync(() => void views.push(view))
  yield* attempt(handler, { person: manager, value, openForm })
  return views
})

/** The form that each choice of what is wrong leads to. */
const ledTo = Effect.fnUntraced(function* (view: ModalView) {
  const handler = submissions.get(CORRECTION_CHOICE_FORM)
  if (handler === undefined || view.callback_id !== CORRECTION_CHOICE_FORM) return []
  const [input] = inputsOf(view)
  const views: Array<ModalView> = []
  for (const choice of input === undefined ? [] : choicesOf(input.element)) {
    const values = { [input?.block_id ?? ""]: { value: choice } }
    const outcome = yield* attempt(handler, { person: manager, metadata: view.private_metadata ?? "", values })
    // A choice that opens nothing is refused beside it, as any other choice.
    if (Result.isSuccess(outcome) && Option.isSome(outcome.success)) views.push(outcome.success.value)
  }
  return views
})

/** Everything behind More of each episode, and the form of each kind of correction. */
const openedForms = Effect.fnUntraced(function* ({ told: { state }, now }: Scene) {
  const lists = yield* Effect.forEach(state.episodes, ({ id: episodeId }) =>
    opened({ action_id: moreButton.actionId, value: encodeCaseLink({ child, episodeId }) })
  )
  const behind = lists.flat().flatMap(({ blocks }) => buttonsIn(blocks as ReadonlyArray<KnownBlock>))
  const forms = (yield* Effect.forEach(behind, opened)).flat()
  const corrections = (yield* Effect.forEach(forms, ledTo)).flat()
  return { forms: [...forms, ...corrections], now }
})

it("each choice of every form behind More is taken, whatever the rest has to be for it", async () => {
  const refused = new Set<string>()
  const seen = new Set<string>()
  for (const told of stories) {
    const scene: Scene = { told: tell(told), now: at(240), allocated: undefined }
    await inScene(
      scene,
      Effect.gen(function* () {
        const { forms, now } = yield* openedForms(scene)
        for (const view of forms) {
          if (!submissions.has(view.callback_id ?? "")) continue
          for (const { block_id: id = "", element } of inputsOf(view)) {
            for (const choice of choicesOf(element)) {
              const form = `${view.callback_id} ${id} ${JSON.stringify(choice)}`
              if (seen.has(form)) continue
              seen.add(form)
              const tried = yield* tryAnswers(view, now, { given: { [id]: choice } })
              if (Result.isFailure(tried) && tried.failure.fields.includes(id)) {
                refused.add(`${form}: ${tried.failure.sentence}`)
              }
            }
          }
        }
      })
    )
  }
  expect([...refused].sort()).toEqual([])
  expect(seen.size).toBeGreaterThan(200)
})

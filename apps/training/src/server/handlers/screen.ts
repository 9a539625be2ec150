/** The persona's open modal and App Home. */
import type { View as SlackView } from "@safe-return/slack-testkit"
import { Effect } from "effect"
import type { Screen, View } from "../../api.ts"
import type { Training } from "../../workspace/Training.ts"
import type { Asked } from "../Asked.ts"

const plainText = (object: SlackView["title"]): string | undefined =>
  typeof object?.["text"] === "string" ? object["text"] : undefined

const shown = ({ fieldErrors }: Training, view: SlackView): View => {
  const submit = plainText(view.submit)
  const close = plainText(view.close)
  const errors = fieldErrors.get(view.id)
  return {
    id: view.id,
    title: plainText(view.title) ?? "",
    ...(submit === undefined ? {} : { submit }),
    ...(close === undefined ? {} : { close }),
    blocks: view.blocks,
    ...(errors === undefined ? {} : { errors })
  }
}

/**
 * The page shows the App Home beside everything else and has no moment of opening it: it counts as opened whenever
 * somebody looks after something has happened, so that what it says is never old.
 */
export const readScreen = Effect.fnUntraced(function* ({ training, person }: Asked) {
  if (training.homes.isStale(person.id)) {
    training.homes.opened(person.id)
    yield* Effect.promise(() => person.openHome())
  }
  const { modal, home } = person
  const screen: Screen = {
    ...(modal === undefined ? {} : { modal: shown(training, modal) }),
    ...(home === undefined ? {} : { home: shown(training, home) })
  }
  return screen
})

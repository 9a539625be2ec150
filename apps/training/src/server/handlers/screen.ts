/** The persona's open modal, and their App Home where they look at it. */
import { definedFields } from "@safe-return/domain/definedFields"
import type { View as SlackView } from "@safe-return/slack-testkit"
import { Duration, Effect } from "effect"
import type { Screen, View } from "../../api.ts"
import type { Training } from "../../workspace/Training.ts"
import type { Requester } from "../Requester.ts"

const plainText = (object: SlackView["title"]): string | undefined =>
  typeof object?.["text"] === "string" ? object["text"] : undefined

const shown = ({ fieldErrors }: Training, view: SlackView): View => {
  const submit = plainText(view.submit)
  const close = plainText(view.close)
  const errors = fieldErrors.get(view.id)
  return {
    id: view.id,
    title: plainText(view.title) ?? "",
    ...definedFields({ submit, close }),
    blocks: view.blocks,
    ...definedFields({ errors })
  }
}

/** While Slack is away nothing comes, and the page shows what there was. */
const HOME_PATIENCE = Duration.seconds(1)

/** Ends when the app has published what it shows them now. */
const published = ({ training, person }: Requester) =>
  Effect.callback<void>((resume) => {
    const stop = training.workspace.onChange((change) => {
      if (change.kind !== "home" || change.user !== person.id) return
      stop()
      resume(Effect.void)
    })
    return Effect.sync(stop)
  })

/** It counts as opened at any look after a change, so that what it says is never old. */
const openHome = (asked: Requester) =>
  Effect.all([Effect.timeoutOption(published(asked), HOME_PATIENCE), Effect.promise(() => asked.person.openHome())], {
    concurrency: "unbounded",
    discard: true
  })

export const readScreen = Effect.fnUntraced(function* (asked: Requester, isAtHome: boolean) {
  const { training, person } = asked
  if (isAtHome && training.homes.isStale(person.id)) {
    training.homes.opened(person.id)
    yield* openHome(asked)
  }
  const { modal } = person
  const home = isAtHome ? person.home : undefined
  const screen: Screen = {
    ...(modal === undefined ? {} : { modal: shown(training, modal) }),
    ...(home === undefined ? {} : { home: shown(training, home) })
  }
  return screen
})

/** Who has acknowledged an alert, and the button to do so, under every alert. */

import { alertOf, type ChildReference, type Episode, type PersonId } from "@safe-return/domain/pathway"
import { acknowledgedInWords, asksToAcknowledge, hasAnswered } from "@safe-return/outreach"
import type { Button, KnownBlock } from "@slack/types"
import { caseButton } from "../forms/caseButton.ts"
import { actions, context } from "./blocks.ts"
import { slackStyle } from "./slackStyle.ts"

export const acknowledgeButton = caseButton(
  "acknowledge",
  "Acknowledge alert",
  "Somebody has seen the alert and acts on it."
)

/** None where a person is asked nothing; the answer of one takes it from no other. */
export const acknowledgeButtons = (child: ChildReference, episode: Episode): ReadonlyArray<Button> =>
  asksToAcknowledge(episode)
    ? [acknowledgeButton({ child, episodeId: episode.id, alert: alertOf(episode).number }, "primary")]
    : []

/** For a message that stands by itself: to one person until they answer, and to a channel throughout. */
export const acknowledgeBlocks = (
  child: ChildReference,
  episode: Episode,
  reader?: PersonId
): ReadonlyArray<KnownBlock> => {
  if (!asksToAcknowledge(episode)) return []
  const { acknowledgements } = alertOf(episode)
  const isAnswered = reader !== undefined && hasAnswered(episode, reader)
  return [
    ...(acknowledgements.length === 0 ? [] : [context(acknowledgedInWords(acknowledgements, slackStyle))]),
    ...(isAnswered ? [] : [actions("acknowledge", acknowledgeButtons(child, episode))])
  ]
}

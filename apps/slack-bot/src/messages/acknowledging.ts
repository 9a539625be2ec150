/** Who has acknowledged an alert, and the button to do so, under every alert. */

import { alertOf, type ChildReference, type Episode, type PersonId } from "@safe-return/domain/pathway"
import { acknowledgedInWords, asksToAcknowledge, hasAnswered } from "@safe-return/outreach"
import type { KnownBlock } from "@slack/types"
import { actions, context } from "../blocks/blocks.ts"
import { slackStyle } from "../blocks/slackStyle.ts"
import { acknowledgeButtons } from "../forms/acknowledgeButtons.ts"

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

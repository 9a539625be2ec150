/** Whether an alert has been acknowledged, and the button to do so, under every message that alerts somebody. */
import { type Acknowledged, alertOf, type ChildReference, type Episode, isOpen } from "@safe-return/domain/pathway"
import type { Button, KnownBlock } from "@slack/types"
import { londonDateTime } from "../words/londonTime.ts"
import { personInWords } from "../words/person.ts"
import { actions, context } from "./blocks.ts"
import { acknowledgeButton } from "./caseButtons.ts"

/** Somebody is asked to acknowledge only where there is a ladder to climb. */
export const asksToAcknowledge = (episode: Episode): boolean =>
  episode.policy.ladder !== undefined && episode.progress._tag === "Missing" && isOpen(episode)

export const acknowledgedInWords = ({ by, at }: Acknowledged): string =>
  `Alert acknowledged by ${personInWords(by)}, ${londonDateTime(at)}.`

/** None once it has been pressed, or where nobody is asked. */
export const acknowledgeButtons = (child: ChildReference, episode: Episode): ReadonlyArray<Button> => {
  const { number, acknowledged } = alertOf(episode)
  if (!asksToAcknowledge(episode) || acknowledged !== undefined) return []
  return [acknowledgeButton({ child, episodeId: episode.id, alert: number }, "primary")]
}

/** For a message that stands by itself. */
export const acknowledgeBlocks = (child: ChildReference, episode: Episode): ReadonlyArray<KnownBlock> => {
  if (!asksToAcknowledge(episode)) return []
  const { acknowledged } = alertOf(episode)
  return acknowledged === undefined
    ? [actions("acknowledge", acknowledgeButtons(child, episode))]
    : [context(acknowledgedInWords(acknowledged))]
}

/** Who has acknowledged an alert, and the button to do so, under every message that alerts somebody. */

import {
  type Acknowledgement,
  alertOf,
  type ChildReference,
  type Episode,
  type PersonId,
  reachedByWords
} from "@safe-return/domain/pathway"
import { londonDateTime } from "@safe-return/wording"
import type { Button, KnownBlock } from "@slack/types"
import { asksToAcknowledge, hasAnswered } from "../delivery/acknowledgement.ts"
import { caseButton } from "../forms/caseButton.ts"
import { personInWords } from "../words/person.ts"
import { actions, context } from "./blocks.ts"

export const acknowledgeButton = caseButton(
  "acknowledge",
  "Acknowledge alert",
  "Somebody has seen the alert and acts on it."
)

const answerInWords = ({ by, at, reached }: Acknowledgement): string => {
  const how = reached && `, reached ${reachedByWords.words[reached.how]} by ${personInWords(reached.recordedBy)}`
  return `${personInWords(by)}${how ?? ""}, ${londonDateTime(at)}`
}

/** Each person's first answer, in the order in which they came. */
export const acknowledgedInWords = (answers: ReadonlyArray<Acknowledgement>): string => {
  const first = answers.filter(({ by }, index) => answers.findIndex((other) => other.by === by) === index)
  return `Alert acknowledged by ${first.map(answerInWords).join("; ")}.`
}

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
    ...(acknowledgements.length === 0 ? [] : [context(acknowledgedInWords(acknowledgements))]),
    ...(isAnswered ? [] : [actions("acknowledge", acknowledgeButtons(child, episode))])
  ]
}

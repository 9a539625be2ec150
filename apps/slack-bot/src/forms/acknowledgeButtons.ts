import { alertOf, type ChildReference, type Episode } from "@safe-return/domain/pathway"
import { asksToAcknowledge } from "@safe-return/outreach"
import type { Button } from "@slack/types"
import { caseButton } from "../blocks/caseLink.ts"

export const acknowledgeButton = caseButton(
  "acknowledge",
  "Acknowledge alert",
  "A person has seen the alert and acts on it."
)

/** None where a person is asked nothing; the answer of one takes it from no other. */
export const acknowledgeButtons = (child: ChildReference, episode: Episode): ReadonlyArray<Button> =>
  asksToAcknowledge(episode)
    ? [acknowledgeButton({ child, episodeId: episode.id, alert: alertOf(episode).number }, "primary")]
    : []

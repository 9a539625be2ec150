import type { ChildReference, ChildState, Episode } from "@safe-return/domain/pathway"
import type { ModalView } from "@slack/types"
import { whichEpisode } from "../messages/whichEpisode.ts"
import type { foundButton } from "./found/foundView.ts"

/** Several episodes could be meant: each has the button that opens the form for it. */
export const whichEpisodeView = (
  child: ChildReference,
  state: ChildState,
  episodes: ReadonlyArray<Episode>,
  button: typeof foundButton
): ModalView => ({
  type: "modal",
  title: { type: "plain_text", text: "Which episode?" },
  close: { type: "plain_text", text: "Cancel" },
  blocks: [...(whichEpisode(child, state, episodes, button).blocks ?? [])]
})

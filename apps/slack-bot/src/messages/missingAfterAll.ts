import { londonDateTime } from "@safe-return/wording"
import type { MissingAfterAllAlert } from "../delivery/message/alertMessages.ts"
import type { Facts } from "../delivery/message/Message.ts"
import { foundButton } from "../forms/found/foundView.ts"
import { returnedButton } from "../forms/returned/returnedView.ts"
import { escapeSlack } from "../words/escapeSlack.ts"
import { acknowledgeBlocks } from "./acknowledging.ts"
import { actions, header, section } from "./blocks.ts"
import type { MessageContent } from "./MessageContent.ts"

/** What ended the episode no longer stands, so the child is to be looked for again: as urgent as a report. */
export const missingAfterAll = ({ child, episode, reader }: Facts<MissingAfterAllAlert>): MessageContent => {
  const link = { child, episodeId: episode.id }
  return {
    text: `${escapeSlack(child)} is missing after all. Check now that they are being looked for.`,
    blocks: [
      header(`${child} · Missing after all`),
      section(
        `Last seen ${londonDateTime(episode.missingAt)}. A later report or a correction says that the child is still missing. The thread of the card says which.`
      ),
      section("*Now:* check with the police that the child is being looked for, and tell whoever was told otherwise."),
      ...acknowledgeBlocks(child, episode, reader),
      actions("missing-after-all", [foundButton(link, "primary"), returnedButton(link)])
    ]
  }
}

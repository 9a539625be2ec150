import type { ChildReference } from "@safe-return/domain/pathway"
import { episodeStatus, londonDateTime } from "@safe-return/wording"
import type { CancellationQuestion, CancellationSettled, Settlement } from "../delivery/message/decisionMessages.ts"
import type { Facts } from "../delivery/message/Message.ts"
import { cancelEpisodeButton, keepEpisodeButton } from "../forms/cancellation/cancellationView.ts"
import { escapeSlack } from "../words/escapeSlack.ts"
import { personInWords } from "../words/person.ts"
import { actions, context, header, section } from "./blocks.ts"
import type { MessageContent } from "./MessageContent.ts"

const title = (child: ChildReference): string => `${child} · Does the cancellation stand?`

/** To the Missing Co-ordinators. The reason that was sent is kept with the notification and said nowhere. */
export const cancellationAsked = ({ child, state, episode, sentAt }: Facts<CancellationQuestion>): MessageContent => {
  const link = { child, episodeId: episode.id }
  const reference = escapeSlack(child)
  return {
    text: `${reference}: a cancellation was sent of a child who is back. Say whether the episode stands.`,
    blocks: [
      header(title(child)),
      section(
        `A cancellation of the report of ${reference}, last seen ${londonDateTime(episode.missingAt)}, was sent ${londonDateTime(sentAt)}. By then the child was back, or an interview was recorded, so nothing was cancelled. *Here:* ${episodeStatus(state, episode)}.`
      ),
      section(
        "*Now:* police often cancel a report because the child was located. Then keep the episode: the return home interview is owed. Cancel it only if there was no such episode. It is asked until somebody has decided."
      ),
      actions("cancellation", [keepEpisodeButton(link, "primary"), cancelEpisodeButton(link)])
    ]
  }
}

const settledInWords: Readonly<Record<Settlement["_tag"], (by: string) => string>> = {
  CancellationDeclined: (by) => `*Kept* by ${by}: the episode and its interview stand.`,
  EpisodeCancelled: (by) => `*Cancelled* by ${by}. It can be reopened from the card.`,
  MissingAfterAll: () => "*Nothing is left to decide:* a later report says that the child is missing after all."
}

/** In place of the question, once there is nothing to decide. */
export const cancellationSettled = ({ child, episode, settled }: Facts<CancellationSettled>): MessageContent => {
  const said =
    settled === undefined
      ? "*Nothing is left to decide.* The card says how things stand."
      : settledInWords[settled._tag](personInWords(settled.by))
  return {
    text: `${escapeSlack(child)}: nothing is left to decide about the cancellation.`,
    blocks: [
      header(title(child)),
      section(said),
      context(
        `Last seen ${londonDateTime(episode.missingAt)}.${settled === undefined ? "" : ` Recorded ${londonDateTime(settled.at)}.`}`
      )
    ]
  }
}

import { type Episode, isOpen } from "@safe-return/domain/pathway"
import { londonDateTime } from "@safe-return/wording"
import type { MissingAlert } from "../delivery/message/alertMessages.ts"
import type { Facts } from "../delivery/message/Message.ts"
import { considerationsButton } from "../forms/considerations/considerationsView.ts"
import { escapeSlack } from "../words/escapeSlack.ts"
import { acknowledgeBlocks } from "./acknowledging.ts"
import { actions, header, section } from "./blocks.ts"
import type { MessageContent } from "./MessageContent.ts"

const sinceThen = ({ progress }: Episode): string => {
  switch (progress._tag) {
    case "Missing":
      return ""
    case "Found":
      return ` Found ${londonDateTime(progress.foundAt)}; the return is not recorded yet.`
    case "Returned":
      return ` Returned ${londonDateTime(progress.returnedAt)}.`
    case "Cancelled":
      return " The report has since been cancelled."
  }
}

/**
 * To the allocated worker when a child of theirs is reported missing.
 *
 * Source of what is asked: Rotherham operating guidance, sections 4 and 5.
 */
export const workerAlert = ({ child, episode, reader }: Facts<MissingAlert>): MessageContent => {
  const reference = escapeSlack(child)
  const { hours } = episode.policy.interview
  return {
    text: `${reference} has been reported missing. You are the allocated worker: check the case record now.`,
    blocks: [
      header(`${child} · Reported missing`),
      section(
        `You are the allocated worker. Last seen ${londonDateTime(episode.missingAt)}, reported ${londonDateTime(episode.reportedAt)}.${sinceThen(episode)}`
      ),
      section(
        [
          "*Now*",
          "• Check that the Trigger Plan or case summary is up to date, so that the police have it: photograph, contacts, likely places, where the child should be returned to.",
          "• Consider whether the child is suffering or at risk of significant harm. If so, convene a strategy meeting.",
          "• Record what you considered, each with a reason in a few words, with the button below.",
          `*Once the child is back:* a return home interview is owed within ${hours.value} hours. The Missing Co-ordinator assigns it.`
        ].join("\n")
      ),
      ...acknowledgeBlocks(child, episode, reader),
      ...(isOpen(episode) ? [actions("considerations", [considerationsButton({ child, episodeId: episode.id })])] : [])
    ]
  }
}

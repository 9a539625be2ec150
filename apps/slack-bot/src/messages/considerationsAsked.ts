import { unanswered } from "@safe-return/domain/pathway"
import type { Facts } from "../delivery/message/Message.ts"
import type { ConsiderationsRequest } from "../delivery/message/taskMessages.ts"
import { considerationsButton } from "../forms/considerations/considerationsView.ts"
import { escapeSlack } from "../words/escapeSlack.ts"
import { actions, header, section } from "./blocks.ts"
import type { MessageContent } from "./MessageContent.ts"

/**
 * To the allocated worker once an interview is settled: what they have to consider. The same words whatever came of
 * the interview, so that receiving it tells nothing.
 *
 * Source: Rotherham operating guidance, section 4.
 */
export const considerationsAsked = ({ child, episode }: Facts<ConsiderationsRequest>): MessageContent => {
  const reference = escapeSlack(child)
  const left = unanswered(episode.considerations ?? {}).length
  const questions = left === 1 ? "1 question is" : `${left} questions are`
  return {
    text: `${reference}: the return home interview is settled. ${questions} yours to answer as the allocated worker.`,
    blocks: [
      header(`${child} · Considerations`),
      section(
        `The return home interview is settled. Read what was written in the case system, then answer what the allocated worker has to consider: ${questions} open, each answered yes or no with a reason in a few words.`
      ),
      actions("considerations", [considerationsButton({ child, episodeId: episode.id }, "primary")])
    ]
  }
}

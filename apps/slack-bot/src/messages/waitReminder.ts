/** A reminder of what has waited too long: no return, no interviewer, no offer, no answers of the allocated worker. */

import { foundOrReturnedAt, unanswered } from "@safe-return/domain/pathway"
import { hoursAndMinutes, londonDateTime } from "@safe-return/wording"
import type { Button } from "@slack/types"
import type { DeadlineFacts, LateStage, LateStep } from "../delivery/message/deadlineMessages.ts"
import type { Facts } from "../delivery/message/Message.ts"
import { assignButton } from "../forms/assign/assignView.ts"
import { considerationsButton } from "../forms/considerations/considerationsView.ts"
import { offerButton } from "../forms/offer/offerView.ts"
import { returnedButton } from "../forms/returned/returnedView.ts"
import { whyButton } from "../forms/why/whyView.ts"
import { escapeSlack } from "../words/escapeSlack.ts"
import { personInWords } from "../words/person.ts"
import { actions, header, sectionWith } from "./blocks.ts"
import type { CaseLink } from "./caseLink.ts"
import type { MessageContent } from "./MessageContent.ts"

interface Words {
  readonly title: string
  /** What is to be done, by whom. */
  readonly words: string
  readonly button: Button
}

/** How long it has been since the child was found or back; the day alone would hide an evening. */
const since = ({ episode, now }: DeadlineFacts): string => {
  const from = foundOrReturnedAt(episode)
  if (from === undefined) return ""
  const what = episode.progress._tag === "Found" ? "found" : "found or back"
  return `The child was ${what} ${londonDateTime(from)}, ${hoursAndMinutes(now - from)} ago.`
}

const stages: { readonly [Tag in LateStage["_tag"]]: (facts: DeadlineFacts, link: CaseLink) => Words } = {
  NoReturnTime: (facts, link) => ({
    title: "No return recorded",
    words: `${since(facts)} *No return is recorded, so nobody knows the deadline.* Find out when the child was back at home or placement, and record it.`,
    button: returnedButton(link, "primary")
  }),
  NoInterviewer: (facts, link) => ({
    title: "Nobody has the interview",
    words: `${since(facts)} *No interviewer is assigned yet.* A Missing Co-ordinator or team manager assigns one: \`/rhi assign ${escapeSlack(facts.child)} @person\`.`,
    button: assignButton(link, "primary")
  }),
  NotOffered: (facts, link) => {
    const who =
      facts.interviewer === undefined ? "*Nobody is assigned to offer it.*" : `${personInWords(facts.interviewer)}:`
    return {
      title: "Interview not offered yet",
      words: `${since(facts)} ${who} the return home interview must be offered every time a child is found. Offer it, and record when.`,
      button: facts.interviewer === undefined ? assignButton(link, "primary") : offerButton(link, "primary")
    }
  },
  ConsiderationsUnanswered: ({ episode }, link) => {
    const left = unanswered(episode.considerations ?? {}).length
    return {
      title: "Considerations unanswered",
      words: `The return home interview is settled. *${left === 1 ? "1 question is" : `${left} questions are`} still yours to answer* as the allocated worker, each yes or no with a reason in a few words.`,
      button: considerationsButton(link, "primary")
    }
  }
}

export const lateStep = (facts: Facts<LateStep>): MessageContent => {
  const { child, episode, reminder } = facts
  const link = { child, episodeId: episode.id }
  const { title, words, button } = stages[reminder.stage._tag](facts, link)
  return {
    text: `${escapeSlack(child)}: ${title.charAt(0).toLowerCase()}${title.slice(1)}. ${words}`,
    blocks: [header(`${child} · ${title}`), sectionWith(words, whyButton(link)), actions("reminder", [button])]
  }
}

/**
 * The interviews of somebody who is away, on one list: to whoever can hand them over, to the cover, and to them once they are
 * back. It names days and not how long it is to them, so that it changes only when something has happened.
 */

import type { InterviewOfAbsent } from "@safe-return/casework"
import { hours72Of } from "@safe-return/domain/deadlines"
import { offeredAtOf } from "@safe-return/domain/pathway"
import { awayInWords, londonDateTime } from "@safe-return/wording"
import type { Button, KnownBlock } from "@slack/types"
import { Option } from "effect"
import { leftToHandOver } from "../delivery/leftToHandOver.ts"
import type { Facts } from "../delivery/message/Message.ts"
import type { HandoverList, HandoverOver, ReturnSummary } from "../delivery/message/teamMessages.ts"
import { changeInterviewerButton } from "../forms/assign/assignView.ts"
import { handoverButton } from "../forms/handover/handoverView.ts"
import { logButton } from "../forms/logInterview/logInterviewView.ts"
import { escapeSlack } from "../words/escapeSlack.ts"
import { personInWords } from "../words/person.ts"
import { actions, context, header, section, sectionWith } from "./blocks.ts"
import type { MessageContent } from "./MessageContent.ts"

/** Lines of each kind shown at most: a message holds 50 blocks and about 13,000 characters. */
const LINES_SHOWN = 20

const dueInWords = ({ episode, interview }: InterviewOfAbsent): string => {
  const due = Option.match(hours72Of(episode), {
    onNone: () => "the return is not recorded, so nobody knows the deadline",
    onSome: ({ dueAt }) => `${episode.policy.interview.hours.value} hours over ${londonDateTime(dueAt)}`
  })
  const planned = interview.plannedFor === undefined ? "" : ` · planned for ${londonDateTime(interview.plannedFor)}`
  return `${due} · ${offeredAtOf(interview, episode) === undefined ? "not offered yet" : "offered"}${planned}`
}

/** As the card's thread says it: no reason, and nothing of what the child said. */
const becameInWords = (became: Exclude<InterviewOfAbsent["became"], { readonly _tag: "StillTheirs" }>): string => {
  switch (became._tag) {
    case "GivenTo":
      return `is given to ${personInWords(became.person)}`
    case "NobodysNow":
      return "is nobody's now, and waits to be assigned"
    case "CarriedOutBy":
      return `was carried out by ${personInWords(became.person)}`
    case "Declined":
      return "was declined"
    case "NotDone":
      return "is not held: it is recorded that there is none"
    case "NotOurs":
      return "is no longer ours: the episode was transferred, or closed on the 18th birthday"
    case "Cancelled":
      return "is not owed any more: the episode was cancelled"
  }
}

const endedInWords = ({ child, became }: InterviewOfAbsent): ReadonlyArray<string> =>
  became._tag === "StillTheirs" ? [] : [`• *${escapeSlack(child)}* ${becameInWords(became)}`]

const linesOf = (
  interviews: ReadonlyArray<InterviewOfAbsent>,
  buttonOf: (one: InterviewOfAbsent) => Button
): ReadonlyArray<KnownBlock> => {
  const left = interviews.filter(({ became }) => became._tag === "StillTheirs")
  const ended = interviews.flatMap(endedInWords)
  const [moreLeft, moreEnded] = [left.length - LINES_SHOWN, ended.length - LINES_SHOWN]
  return [
    ...left
      .slice(0, LINES_SHOWN)
      .map((one) => sectionWith(`*${escapeSlack(one.child)}*\n${dueInWords(one)}`, buttonOf(one))),
    ...(moreLeft > 0 ? [context(`And ${moreLeft} more, due later: \`/rhi queue\` shows all.`)] : []),
    ...(ended.length === 0 ? [] : [section(`*Since they went*\n${ended.slice(0, LINES_SHOWN).join("\n")}`)]),
    ...(moreEnded > 0 ? [context(`And ${moreEnded} more.`)] : [])
  ]
}

const linkOf = ({ child, episode }: InterviewOfAbsent) => ({ child, episodeId: episode.id })

const counted = (many: number): string => (many === 1 ? "1 return home interview" : `${many} return home interviews`)

/** While they are away. */
export const handOverList = ({
  person,
  interviews,
  today,
  acting,
  isForCover
}: Facts<HandoverList>): MessageContent => {
  const who = personInWords(person)
  const left = leftToHandOver(interviews)
  const covers =
    acting._tag === "Cover"
      ? `${personInWords(acting.person)} covers, and is told what ${who} is told.`
      : "*Nobody covers.* Until they are handed over, what is for them comes to the Missing Co-ordinators as well."
  const now = isForCover
    ? "*Now:* see what falls due while they are away. A Missing Co-ordinator or team manager decides what is handed over."
    : "*Now:* decide what is handed over, one by one or several at once."
  return {
    text: `${who} is away: ${left === 0 ? "nothing of theirs is left to hand over" : `${counted(left)} to hand over or cover`}.`,
    blocks: [
      header(left === 0 ? "Interviewer away · Nothing left" : `Interviewer away · ${left} to see to`),
      section(
        `${who} is ${awayInWords(acting.away, today)}. ${covers}\n${left === 0 ? "Nothing of theirs is left to hand over." : now}`
      ),
      ...(left === 0 || isForCover ? [] : [actions("hand-over", [handoverButton(person)])]),
      ...linesOf(interviews, (one) =>
        isForCover ? logButton(linkOf(one)) : changeInterviewerButton(linkOf(one), undefined)
      )
    ]
  }
}

/** In the place of that list once they are there again. */
export const handOverOver = ({ person, interviews }: Facts<HandoverOver>): MessageContent => {
  const who = personInWords(person)
  return {
    text: `${who} is away no longer. What was not handed over is theirs again.`,
    blocks: [
      header("Interviewer back"),
      section(`${who} is away no longer. What was not handed over is theirs again, and goes to them alone.`),
      ...linesOf(interviews, (one) => changeInterviewerButton(linkOf(one)))
    ]
  }
}

/** To them, when they are back. */
export const whileYouWereAway = ({ person, interviews }: Facts<ReturnSummary>): MessageContent => {
  const left = leftToHandOver(interviews)
  const yours = left === 0 ? "None is yours now." : `${counted(left)} ${left === 1 ? "is" : "are"} yours now.`
  return {
    text: `While you were away: ${yours}`,
    blocks: [
      header("While you were away"),
      section(`${personInWords(person)}: this is what became of your return home interviews. ${yours}`),
      ...linesOf(interviews, (one) => logButton(linkOf(one)))
    ]
  }
}

/** The answer to "What just happened?", put together from one moment. */

import { definedFields } from "@safe-return/domain/definedFields"
import { escapeSlack } from "@safe-return/slack-bot"
import { episodeStatus } from "@safe-return/wording"
import type { Happened } from "../api.ts"
import { deadlinesOf, noDeadlinesOf } from "./deadlinesInWords.ts"
import { deliveredOf } from "./deliveredTo.ts"
import { eventsOf } from "./eventsInWords.ts"
import { kindOf, type Moment } from "./moment.ts"
import { triggersOf } from "./triggersInWords.ts"

const reasons: Readonly<Record<string, string>> = {
  card: "The card of one episode. It is brought up to date in place whenever something is recorded; this is its latest change.",
  timeline: "A line in the card’s thread: one for each thing that is recorded.",
  "worker-alert": "Sent to the allocated worker because a child of theirs was reported missing.",
  "missing-after-all": "Sent because the record was put right and the child counts as missing after all.",
  considerations: "Sent to the allocated worker because the interview is settled and questions are theirs to answer.",
  "interviewer-alert": "Sent to the interviewer because the interview was given to them.",
  reminder: "Sent because this time was reached and the interview is still owed. Nothing new was recorded.",
  trigger: "Sent because what is recorded meets a rule of the council’s policy.",
  decision:
    "Sent because a trigger waits for a decision that is this person’s to take. Its words are the same for every trigger.",
  "decision-elsewhere": "Sent because nobody has decided yet, to those above the people whose decision it is.",
  "turned-away":
    "Sent because the police told news of another child under a police reference that stands for this one.",
  early: "Sent because the police told us something of a report that has not come yet."
}

const whyOf = ({ key, fresh }: Moment): string => {
  if (key !== undefined) return reasons[kindOf(key)] ?? "Sent because of what is recorded below."
  return fresh.length === 1 ? "The latest thing that was recorded." : "The latest that was recorded, in one go."
}

export const happenedIn = (moment: Moment, nameOf: (channel: string) => string): Happened => {
  const { after, episode, record } = moment
  const triggers = triggersOf(moment)
  const deadlines = deadlinesOf(moment)
  const noDeadlines = noDeadlinesOf(moment)
  const child = escapeSlack(record.child)
  return {
    title: episode === undefined ? child : `${child} · ${episodeStatus(after, episode)}`,
    why: whyOf(moment),
    events: eventsOf(moment),
    ...definedFields({ noDeadlines, deadlines }),
    triggers,
    delivered: deliveredOf(moment, triggers, nameOf)
  }
}

/** The answer to "What just happened?", put together from one moment. */
import { calendars } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import { type Firing, triggersFired } from "@safe-return/domain/risk"
import { type MessageKind, messageKindInWords, messageKindOf } from "@safe-return/outreach"
import { slackStyle } from "@safe-return/slack-bot"
import { episodeStatus, londonDateTime } from "@safe-return/wording"
import type { ExplainedTrigger, MomentExplanation } from "../api.ts"
import { deadlinesOf, noDeadlinesOf } from "./deadlinesInWords.ts"
import { deliveredOf } from "./deliveredTo.ts"
import { eventsOf } from "./eventsInWords.ts"
import type { Moment } from "./moment.ts"

/** The risk triggers the episode has met, each with its evidence and source; those met in this moment first. */
export const triggersOf = ({ before, after, episode, fresh, at, key }: Moment): ReadonlyArray<ExplainedTrigger> => {
  if (episode === undefined) return []
  const held = new Set(triggersFired(before, { calendars, now: at }).map((firing) => firing.key))
  const isNew = (firing: Firing) => (fresh.length > 0 && !held.has(firing.key)) || key?.includes(firing.key) === true
  return triggersFired(after, { calendars, now: at })
    .filter(({ episodeIds }) => episodeIds.includes(episode.id))
    .map((firing) => ({
      key: firing.key,
      title: firing.title,
      level: firing.level,
      action: firing.action,
      owner: firing.owner,
      because: firing.because,
      evidence: firing.dates.map(londonDateTime),
      source: firing.source,
      isVerified: firing.verified,
      isSaidInChat: firing.mayGoToChat,
      isNew: isNew(firing)
    }))
    .sort((a, b) => Number(b.isNew) - Number(a.isNew))
}

const reasons: Readonly<Record<MessageKind, string>> = {
  card: "The card of one episode. It is brought up to date in place whenever something is recorded; this is its latest change.",
  "education-card":
    "The card of a case of a child missing education. It is brought up to date in place, and says in the end how the case ended.",
  timeline: "A line in the card’s thread: one for each thing that is recorded.",
  "worker-alert": "Sent to the allocated worker because a child of theirs was reported missing.",
  alert: "Sent because the child is missing and an earlier alert no longer says how things are.",
  moved: "Sent to those who had acknowledged the alert while the report stood on another child’s record.",
  "coordinator-alert": "Sent to the Missing Co-ordinators because a child was reported missing.",
  "handed-over": "Sent to the Missing Co-ordinator because the episode was handed over to them.",
  "missing-after-all": "Sent because the record was put right and the child counts as missing after all.",
  ladder: "Sent because nobody had acknowledged the alert before it.",
  early: "Sent because the police told us something of a report that has not come yet.",
  acknowledged: "Sent out of Slack, because the alert that was sent there is acknowledged now.",
  "all-clear": "Sent to everyone who was alerted, because the child is found or back, or the alert is over otherwise.",
  "all-clear-off":
    "Sent to those who were told that the child is found or back, because the child is missing after all.",
  "turned-away":
    "Sent because the police told news of another child under a police reference that stands for this one.",
  cancellation: "Sent because the police cancelled the report and a person has to say whether that stands.",
  "report-in-question":
    "Sent because what the police told contradicts what is recorded, and a person has to say what stands.",
  "interview-in-question": "Sent because a child with an interview counts as missing after all.",
  "interview-off": "Sent to the interviewer because the child counts as missing after all, or is missing again.",
  "interviewer-alert": "Sent to the interviewer because the interview was given to them.",
  "interview-given-up": "Sent to the Missing Co-ordinator because the interviewer cannot take the interview.",
  "interview-lost": "Sent to the former interviewer because the interview is no longer theirs.",
  "worker-replaced": "Sent to the former worker because the child was allocated to another.",
  joined: "Sent because two records turned out to be of one disappearance.",
  death: "Sent because the child’s death was recorded.",
  "death-taken-back": "Sent because a death that had been recorded was wrong.",
  "after-death": "Sent because a report came of a child whose death is recorded.",
  considerations: "Sent to the allocated worker because the interview is settled and questions are theirs to answer.",
  trigger: "Sent because what is recorded meets a rule of the council’s policy.",
  decision:
    "Sent because a trigger waits for a decision that is this person’s to take. Its words are the same for every trigger.",
  "decision-elsewhere": "Sent because nobody has decided yet, to those above the people whose decision it is.",
  "decision-nobody": "Sent because a decision waits and nobody who may take it is there.",
  "decision-off":
    "Sent to those who had been asked to decide, because a person corrected or withdrew what the decision rested on.",
  reminder: "Sent because this time was reached and the interview is still owed. Nothing new was recorded.",
  "duty-list": "Sent to the out-of-hours duty because interviews fall due before the office opens.",
  overdue: "Sent because interviews were overdue on the morning of a working day.",
  cover: "Sent to the cover because a time away was recorded, and kept true while it lasts.",
  "cover-gone": "Sent to a person on leave, and to those who can name a cover, because who was to cover cannot.",
  "cover-handed-back":
    "Sent to both because a person is back while a child of theirs is missing, and their cover was acting.",
  "away-recorded": "Sent to a person because another recorded them as away.",
  "duty-given": "Sent to a person who is on the rota of the out-of-hours duty, some days before.",
  "duty-off": "Sent because a duty that they had been told of was taken off the rota.",
  "hand-over": "Sent because a person is away and has interviews to hand over.",
  digest: "Sent on the morning of every working day.",
  scorecard: "Sent to the managers’ channel on the first working day of a month: the figures of the month before.",
  morning: "Sent on the morning of a working day, because something waits for the reader.",
  cme: "Sent on the morning of a working day, because cases of children missing education wait for the reader.",
  counts: "Sent every morning, so that a message that was lost is noticed.",
  comparison: "Sent every morning in shadow, so that what would be sent can be compared.",
  "went-live": "Sent once, because the bot went live after a shadow.",
  undelivered: "Sent because another message could not be delivered.",
  "cannot-be-told": "Sent because messages to a person cannot be delivered.",
  incident: "Sent because something is wrong with the bot itself.",
  heartbeat: "Kept up to date for as long as the bot is running."
}

const whyOf = ({ key, fresh }: Moment): string => {
  const kind = messageKindOf(key ?? "")
  if (kind !== undefined) return reasons[kind]
  if (key !== undefined) return "Sent because of what is recorded below."
  return fresh.length === 1 ? "The latest thing that was recorded." : "The latest that was recorded, in one go."
}

export const happenedIn = (moment: Moment, nameOf: (channel: string) => string): MomentExplanation => {
  const { after, episode, record } = moment
  const triggers = triggersOf(moment)
  const deadlines = deadlinesOf(moment)
  const noDeadlines = noDeadlinesOf(moment)
  const child = slackStyle.text(record.child)
  return {
    title: episode === undefined ? child : `${child} · ${episodeStatus(after, episode)}`,
    why: whyOf(moment),
    events: eventsOf(moment),
    ...definedFields({ noDeadlines, deadlines }),
    triggers,
    delivered: deliveredOf(moment, triggers, nameOf)
  }
}

/** A message about children missing education: its journal is another, so that nothing else is explained of it. */
export const educationMessage = (key: string): MomentExplanation | undefined => {
  const kind = messageKindOf(key)
  if (kind !== "education-card" && kind !== "cme") return undefined
  const how = "How a case stands and what it waits for since when, /cme why says with its education reference."
  return { title: messageKindInWords(key), why: `${reasons[kind]} ${how}`, events: [], triggers: [], delivered: [] }
}

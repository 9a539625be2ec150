/** Every kind of message by the first part of its key, which is on disk: a new kind compiles once it has words here. */
export const messageKinds = {
  card: "Card of an episode",
  timeline: "Line in the card’s thread",
  "worker-alert": "Alert to an allocated worker",
  alert: "Alert, told again",
  moved: "Alert to those who acted on it for another child",
  "coordinator-alert": "Alert to a Missing Co-ordinator",
  "missing-after-all": "Alert: missing after all",
  ladder: "Alert that nobody had acknowledged",
  acknowledged: "News that an alert is acknowledged, out of Slack",
  early: "Alert: news of a report that has not come yet",
  "turned-away": "Alert: news under another child’s police reference",
  cancellation: "Question: does the cancellation stand?",
  "report-in-question": "Question: what stands, what was told or what is recorded?",
  "interview-in-question": "Question: what becomes of the interview?",
  "interview-off": "News to the interviewer: missing after all, or again",
  "interviewer-alert": "Alert to the interviewer",
  "interview-lost": "News to the interviewer: the interview is no longer theirs",
  "interview-given-up": "News that an interviewer cannot take the interview",
  "worker-replaced": "News to the former worker: the child is with others",
  "all-clear": "News that an alert is over",
  "all-clear-off": "News that an alert is not over after all",
  joined: "News: two records are one disappearance",
  death: "News of a death",
  "death-taken-back": "News that a recorded death was wrong",
  "after-death": "News of a report about a child who has died",
  "handed-over": "News that an episode was handed over",
  considerations: "Considerations to answer",
  trigger: "Risk trigger",
  decision: "Decision to take",
  "decision-elsewhere": "News that a decision waits",
  "decision-nobody": "News that a decision waits with nobody",
  "decision-off": "News that what a decision rested on was corrected",
  reminder: "Reminder",
  overdue: "List of overdue interviews",
  "education-card": "Card of a case of a child missing education",
  "duty-list": "List of what falls due while the office is closed",
  cover: "Request to cover for a colleague",
  "cover-gone": "News that a cover has gone",
  "cover-handed-back": "News that a colleague is back whose missing child a cover saw to",
  "away-recorded": "News that another recorded one as away",
  "duty-given": "News of an out-of-hours duty",
  "duty-off": "News that an out-of-hours duty was taken off",
  "hand-over": "List of interviews to hand over",
  digest: "Morning summary",
  scorecard: "Scorecard of a month",
  morning: "Message of the morning",
  cme: "Message of the morning about children missing education",
  counts: "Morning count of what is owed",
  comparison: "Daily comparison in shadow",
  "went-live": "What was still owed when the bot went live",
  undelivered: "News that a message was not delivered",
  "cannot-be-told": "News that a person is unreachable",
  incident: "News of a fault of the bot’s own",
  heartbeat: "Sign that the bot is running"
} as const satisfies Readonly<Record<string, string>>

export type MessageKind = keyof typeof messageKinds

/** What names a message for good: its kind, and then what it is about and who has it. */
export type MessageKey = `${MessageKind}:${string}`

/** False for a key that another version wrote. */
export const isMessageKey = (key: string): key is MessageKey => messageKindOf(key) !== undefined

const isKind = (word: string): word is MessageKind => Object.hasOwn(messageKinds, word)

/** None for a key that another version wrote. */
export const messageKindOf = (key: string): MessageKind | undefined => {
  const [word = ""] = key.split(":", 1)
  return isKind(word) ? word : undefined
}

/** What a key's message is, in words; a key of another version shows its own. */
export const messageKindInWords = (key: string): string => {
  const kind = messageKindOf(key)
  return kind === undefined ? (key.split(":", 1)[0] ?? key).replaceAll("-", " ") : messageKinds[kind]
}

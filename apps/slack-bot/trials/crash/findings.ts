/**
 * What a crash must not do, looked for in what is left: the journal as it reads, and Slack as people see it. Reckoned
 * from the deeds and the words on the screen, not by the rules the bot sends by.
 */
import type { Instant } from "@safe-return/domain/calendar"
import type { JournalEntry } from "@safe-return/journal"
import { isMarked, type PostedMessage, postedTwice } from "../../test/endToEnd/postedMessages.ts"
import { type AcknowledgedStep, eventOfStage } from "./AcknowledgedStep.ts"
import { overdueFrom } from "./load.ts"

export interface Findings {
  /** Acknowledged, and not in the journal. */
  readonly eventsLost: ReadonlyArray<string>
  /** In the journal, and nobody was told. */
  readonly alertsLost: ReadonlyArray<string>
  /** More than once without a word that it may come again. */
  readonly postedTwice: ReadonlyArray<string>
  /** Messages that say they may have been sent before, because it could not be recorded. */
  readonly marked: number
  /** One deed, recorded twice. */
  readonly recordedTwice: ReadonlyArray<string>
}

export const isClean = ({
  eventsLost,
  alertsLost,
  postedTwice,
  recordedTwice
}: Pick<Findings, "eventsLost" | "alertsLost" | "postedTwice" | "recordedTwice">): boolean =>
  eventsLost.length + alertsLost.length + postedTwice.length + recordedTwice.length === 0

const eventsLost = (acknowledged: ReadonlyArray<AcknowledgedStep>, kept: ReadonlySet<string>) =>
  acknowledged
    .filter(({ child, stage }) => !kept.has(`${child} ${eventOfStage[stage]}`))
    .map(({ child, stage }) => `${child}: ${stage}`)

const recordedTwice = (entries: ReadonlyArray<JournalEntry>): ReadonlyArray<string> => {
  const seen = new Set<string>()
  return entries.flatMap(({ child, recorded: { event } }) => {
    const name = `${child} ${event._tag}${event._tag === "NotificationReceived" ? ` ${event.notification.kind}` : ""}`
    if (!Object.values<string>(eventOfStage).includes(event._tag) && event._tag !== "NotificationReceived") return []
    return seen.size === seen.add(name).size ? [name] : []
  })
}

/** What a person must have been told of an event, in words that stand on their screen. */
const mustShow = (entry: JournalEntry, now: Instant): ReadonlyArray<(message: PostedMessage) => boolean> => {
  const { event } = entry.recorded
  const about = ({ text }: PostedMessage) => text.includes(entry.child)
  const inThread = (words: RegExp) => (message: PostedMessage) =>
    message.threadTs !== undefined && words.test(message.text)
  switch (event._tag) {
    case "EpisodeOpened":
      return [({ key }) => key === `card:${event.episodeId}`]
    case "ChildFound":
      return [(message) => inThread(/\bFound\b/)(message)]
    case "ChildReturned":
      return [
        (message) => inThread(/\bReturned\b/)(message),
        ...(overdueFrom(event.returnedAt) < now
          ? [
              (message: PostedMessage) =>
                about(message) && /overdue/i.test(message.text) && message.threadTs === undefined
            ]
          : [])
      ]
    case "InterviewAssigned":
      return [(message) => about(message) && message.text.includes("you are asked to carry out")]
    default:
      return []
  }
}

/** The messages each child is spoken of in: by reference, one or several of them, or in the thread of its card. */
const byChild = (posted: ReadonlyArray<PostedMessage>): ReadonlyMap<string, ReadonlyArray<PostedMessage>> => {
  const messages = new Map<string, Array<PostedMessage>>()
  const spokenOfIn = new Map<string, ReadonlyArray<string>>()
  for (const message of posted) {
    const { channel, text, threadTs, ts } = message
    const children =
      threadTs === undefined ? [...new Set(text.match(/LCS-\d+/g))] : (spokenOfIn.get(`${channel} ${threadTs}`) ?? [])
    spokenOfIn.set(`${channel} ${ts}`, children)
    for (const child of children) {
      const told = messages.get(child)
      if (told === undefined) messages.set(child, [message])
      else told.push(message)
    }
  }
  return messages
}

/** `overdueBy`: what fell due before that was due long enough to have been said. */
export const findingsIn = (
  acknowledged: ReadonlyArray<AcknowledgedStep>,
  entries: ReadonlyArray<JournalEntry>,
  posted: ReadonlyArray<PostedMessage>,
  overdueBy: Instant
): Findings => {
  const kept = new Set(entries.map(({ child, recorded }) => `${child} ${recorded.event._tag}`))
  const messages = byChild(posted)
  return {
    eventsLost: eventsLost(acknowledged, kept),
    recordedTwice: recordedTwice(entries),
    postedTwice: postedTwice(posted.filter((message) => !isMarked(message))),
    marked: posted.filter(isMarked).length,
    alertsLost: entries.flatMap((entry) => {
      const shown = messages.get(entry.child) ?? []
      const missed = mustShow(entry, overdueBy).filter((isIt) => !shown.some(isIt))
      return missed.map(() => `${entry.child}: nobody was told of ${entry.recorded.event._tag}`)
    })
  }
}

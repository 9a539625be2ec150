import { type Marks, type Message, makePlainTextRenderer } from "@safe-return/outreach"
import { type OwedMessage, timelineEntryOf } from "@safe-return/outreach/testing"
import { slackRenderer } from "../../src/messages/slackRenderer.ts"
import { fingerprintOf } from "../../src/slack/posting.ts"

/** A message as Slack shows it. */
export const rendered = (message: Message, marks?: Marks) => slackRenderer.render(message, marks)

/** By which Slack's transport tells two messages apart. */
export const slackFingerprint = (message: Message): string => fingerprintOf(rendered(message))

/** A message that says just this. */
export const madeUpMessage = (sentence: string): Message => ({ _tag: "OutsideNotice", sentence })

/** What Slack shows of an owed message, where one is owed. */
export const shown = (owed: OwedMessage | undefined) => owed && rendered(owed.message())

/** The line of an event in the thread of its card, where it has one. */
export const timelineLines = (facts: Parameters<typeof timelineEntryOf>[0]) => {
  const entry = timelineEntryOf(facts)
  return entry === undefined ? [] : [rendered(entry)]
}

const plainText = makePlainTextRenderer((person) => person)

/** A message in plain text, with people by their ids. */
export const inPlainText = (message: Message) => plainText.render(message)

/** The sentences of what administrators read of a shadow: kinds and numbers, and nothing of any child. */
import { datesSeenFrom } from "@safe-return/wording"
import type { Facts } from "../message/Message.ts"
import { messageKinds } from "../message/messageKinds.ts"
import type { ShadowComparison, ShadowCount, WentLive } from "../message/teamMessages.ts"
import { type Notice, type Paragraph, type Style, small } from "./Notice.ts"

/** People shown at most, each with a line. */
const SHOWN = 25

const recipientInWords = (to: ShadowCount["to"], { person }: Style): string => {
  if (to === "channel") return "The missing channel"
  return to === "outside" ? "By e-mail or text message" : person(to)
}

const countInWords = ({ kind, count, late }: ShadowCount): string =>
  `${messageKinds[kind]}: ${count}${late === 0 ? "" : ` (${late} late)`}`

/** One line for each person, so that two lists can be laid beside each other. */
export const shadowLines = (counts: ReadonlyArray<ShadowCount>, style: Style): ReadonlyArray<string> => {
  const people = [...new Set(counts.map(({ to }) => to))]
  const lines = people.slice(0, SHOWN).map((to) => {
    const own = counts.filter((one) => one.to === to).map(countInWords)
    return `• ${style.strong(recipientInWords(to, style))} ${own.join(" · ")}`
  })
  return people.length > SHOWN ? [...lines, `and ${people.length - SHOWN} more`] : lines
}

const listed = (
  title: string,
  nothing: string,
  counts: ReadonlyArray<ShadowCount>,
  style: Style
): ReadonlyArray<Paragraph> => [
  `${style.strong(title)}\n${counts.length === 0 ? nothing : shadowLines(counts, style).join("\n")}`
]

const total = (counts: ReadonlyArray<ShadowCount>): number => counts.reduce((sum, { count }) => sum + count, 0)

export const shadowComparison = ({ since, shadowed, standing }: Facts<ShadowComparison>, style: Style): Notice => ({
  summary: `In shadow: ${total(shadowed)} messages of the last day were not sent.`,
  title: "In shadow · What would have been sent",
  paragraphs: [
    `Safe Return is in shadow since ${datesSeenFrom(since).dateTime(since)}. It records everything and sends nothing to anybody but the people who look after it. Lay this beside what was sent and done without it.`,
    ...listed("In the last day, sent or changed", "Nothing would have been sent.", shadowed, style),
    ...listed("What people would be asked for now", "Nothing is asked of anybody.", standing, style),
    small("Late is what would have been sent more than 15 minutes after it was owed.")
  ]
})

export const wentLive = ({ at, standing }: Facts<WentLive>, style: Style): Notice => ({
  summary: `Safe Return is live since ${datesSeenFrom(at).dateTime(at)}. ${total(standing)} messages ask for something now.`,
  title: "Live",
  paragraphs: [
    `Safe Return is live since ${datesSeenFrom(at).dateTime(at)}. Nothing of the shadow is announced. What still asks for something is sent to those who answer for it now, as it stands.`,
    ...listed("What people are asked for now", "Nothing is asked of anybody.", standing, style),
    `${style.strong("Now:")} tell the team that messages are real from here on, and that alerts of children who are missing ring.`
  ]
})

/** The morning summary: counts first, then who and by when. References alone, as everywhere. */

import type { OpenEpisode } from "@safe-return/casework"
import type { QueueLine } from "@safe-return/domain/deadlines"
import type { ChildReference } from "@safe-return/domain/pathway"
import { hoursAndMinutes, londonDateTime, londonDay, timeToDeadline } from "@safe-return/wording"
import type { KnownBlock } from "@slack/types"
import type { Facts } from "../delivery/message/Message.ts"
import type { MorningSummary } from "../delivery/message/teamMessages.ts"
import type { Digest } from "../digest/digest.ts"
import { escapeSlack } from "../words/escapeSlack.ts"
import { context, facts, header, section } from "./blocks.ts"
import { decisionOwedBriefly } from "./decisionOwed.ts"
import { whoHasIt } from "./interviewQueueList.ts"
import type { MessageContent } from "./MessageContent.ts"

/** Lines of each list shown at most: the summary says how much there is, and the Home tab shows all of it. */
const LINES_SHOWN = 8

/** References of each kind of news shown at most. */
const REFERENCES_SHOWN = 10

const listOf = (title: string, lines: ReadonlyArray<string>): ReadonlyArray<KnownBlock> => {
  if (lines.length === 0) return []
  const more = lines.length - LINES_SHOWN
  const shown = [...lines.slice(0, LINES_SHOWN), ...(more > 0 ? [`and ${more} more`] : [])]
  return [section(`*${title}*\n${shown.map((line) => `• ${line}`).join("\n")}`)]
}

const goneFor = ({ child, episode }: OpenEpisode, { now }: Digest): string =>
  `*${escapeSlack(child)}* missing for ${hoursAndMinutes(now - episode.missingAt)}, last seen ${londonDateTime(episode.missingAt)}`

const foundLine = ({ child, episode }: OpenEpisode): string => {
  const { progress } = episode
  const found =
    "foundAt" in progress && progress.foundAt !== undefined ? ` found ${londonDateTime(progress.foundAt)}` : ""
  return `*${escapeSlack(child)}*${found}`
}

const dueLine = (line: QueueLine, { now }: Digest): string => {
  const { dueAt } = line.clocks.hours72
  return `*${escapeSlack(line.child)}* ${whoHasIt(line)}: ${londonDateTime(dueAt)} (${timeToDeadline(dueAt, now)})`
}

const whoLine = (line: QueueLine): string =>
  `*${escapeSlack(line.child)}* ${whoHasIt(line)}, due ${londonDateTime(line.clocks.hours72.dueAt)}`

const counted = (what: string, children: ReadonlyArray<ChildReference>): ReadonlyArray<string> => {
  if (children.length === 0) return []
  const more = children.length - REFERENCES_SHOWN
  const named = children.slice(0, REFERENCES_SHOWN).map(escapeSlack).join(", ")
  return [`${children.length} ${what} (${named}${more > 0 ? ` and ${more} more` : ""})`]
}

const newsInWords = ({ since, news }: Digest): string => {
  const told = [
    ...counted("reported missing", news.reported),
    ...counted("returned", news.returned),
    ...counted("interviewed", news.interviewed)
  ]
  return `*Since ${londonDay(since)}:* ${told.length === 0 ? "nobody was reported missing, returned or interviewed" : told.join("; ")}.`
}

/** How much there is of each, in words for a lock screen; nothing where there is none of it. */
const summary = ({
  stillMissing,
  noReturn,
  overdue,
  dueToday,
  unassigned,
  notOffered,
  decisions,
  undecided
}: Digest): string => {
  const counts = [
    [stillMissing.length, "still missing"],
    [noReturn.length, "found, return not recorded"],
    [overdue.length, "overdue"],
    [dueToday.length, "due today"],
    [unassigned.length, "not assigned"],
    [notOffered.length, "not offered yet"],
    [decisions.length, decisions.length === 1 ? "record to decide on" : "records to decide on"],
    [undecided.length, undecided.length === 1 ? "trigger to decide on" : "triggers to decide on"]
  ] as const
  const some = counts.flatMap(([count, what]) => (count === 0 ? [] : [`${count} ${what}`]))
  return some.length === 0 ? "nothing is waiting" : some.join(", ")
}

export const digestMessage = ({ digest }: Facts<MorningSummary>): MessageContent => {
  const { day, stillMissing, noReturn, overdue, dueToday, unassigned, notOffered, decisions, undecided } = digest
  const urgent = new Set([...overdue, ...dueToday])
  const rest = (lines: ReadonlyArray<QueueLine>) => lines.filter((line) => !urgent.has(line))
  return {
    text: `Morning summary, ${londonDay(day)}: ${summary(digest)}.`,
    blocks: [
      header(`Morning summary · ${londonDay(day)}`),
      facts([
        ["Still missing", String(stillMissing.length)],
        ["Return not recorded", String(noReturn.length)],
        ["Overdue", String(overdue.length)],
        ["Due today", String(dueToday.length)],
        ["Not assigned", String(unassigned.length)],
        ["Not offered yet", String(notOffered.length)],
        ["Triggers to decide on", String(undecided.length)],
        ...(decisions.length === 0 ? [] : [["Records to decide on", String(decisions.length)] as const])
      ]),
      ...listOf(
        ":mag: Still missing",
        stillMissing.map((one) => goneFor(one, digest))
      ),
      ...listOf(":grey_question: Found, return not recorded: no clock runs", noReturn.map(foundLine)),
      ...listOf(
        ":scales: Records to decide on",
        decisions.map(({ child, owed }) => `*${escapeSlack(child)}* ${decisionOwedBriefly[owed]}`)
      ),
      ...listOf(
        ":rotating_light: Interviews overdue",
        overdue.map((line) => dueLine(line, digest))
      ),
      ...listOf(
        ":warning: Interviews due today",
        dueToday.map((line) => dueLine(line, digest))
      ),
      ...listOf("Also not assigned", rest(unassigned).map(whoLine)),
      ...listOf("Also not offered yet", rest(notOffered).map(whoLine)),
      ...listOf(
        "Triggers to decide on",
        undecided.map(
          ({ child, firing }) =>
            `*${escapeSlack(child)}* ${escapeSlack(firing.title)}${firing.level === "must" ? ", must be done" : ""}`
        )
      ),
      section(newsInWords(digest)),
      context("`/missing open`, `/rhi queue` and the app's Home tab show all of it, with the buttons to act.")
    ]
  }
}

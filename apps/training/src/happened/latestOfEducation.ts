/** The latest that was recorded of a child missing education, for the team that follows them. */
import { formatInstant } from "@safe-return/domain/calendar"
import type { PupilStream } from "@safe-return/journal"
import { slackStyle } from "@safe-return/slack-bot"
import type { MomentExplanation } from "../api.ts"

/** `CaseReferred` as people read it. */
const inWords = (tag: string): string => {
  const [first = "", ...others] = tag.split(/(?=[A-Z])/)
  return [first, ...others.map((word) => word.toLowerCase())].join(" ")
}

const recordedAt = ({ entries }: PupilStream): number => entries.at(-1)?.recorded.recordedAt ?? 0

/** None while nothing is recorded. */
export const latestOfEducation = (streams: ReadonlyArray<PupilStream>): MomentExplanation | undefined => {
  const latest = streams.toSorted((one, other) => recordedAt(other) - recordedAt(one))[0]
  const last = latest?.entries.at(-1)
  if (latest === undefined || last === undefined) return undefined
  const isNew = ({ recorded }: typeof last) =>
    recorded.recordedAt === last.recorded.recordedAt && recorded.recordedBy === last.recorded.recordedBy
  return {
    title: `${slackStyle.text(latest.child)} · missing education`,
    why: `The latest that was recorded of a child missing education. /cme why ${slackStyle.text(latest.child)} says how the case stands and what it waits for.`,
    events: latest.entries.map((entry) => ({
      id: entry.id,
      at: formatInstant(entry.recorded.recordedAt),
      words: `*${inWords(entry.recorded.event._tag)}*`,
      by: slackStyle.person(entry.recorded.recordedBy),
      isNew: isNew(entry)
    })),
    triggers: [],
    delivered: []
  }
}

import type { Instant } from "@safe-return/domain/calendar"
import { warningLevel } from "@safe-return/domain/deadlines"
import { episodeById, interviewStatus, isInterviewOwed } from "@safe-return/domain/pathway"
import { Option } from "effect"
import type { OverdueLine } from "../message/deadlineMessages.ts"

/** The episode of a line and where its interview stands now; none where its record was joined to another. */
export const standingOf = ({ state, due }: OverdueLine) =>
  Option.map(episodeById(state, due.episodeId), (episode) => ({ episode, standing: interviewStatus(state, episode) }))

/** Whether the interview is still owed. */
export const isOwed = (line: OverdueLine): boolean =>
  Option.exists(standingOf(line), ({ standing }) => isInterviewOwed(standing))

/** Whether the interview is still owed and its time over. */
export const isLeft = (line: OverdueLine, at: Instant): boolean =>
  Option.exists(standingOf(line), ({ episode }) => Option.contains(warningLevel(line.state, episode, at), "overdue"))

export const leftOf = (lines: ReadonlyArray<OverdueLine>, at: Instant): ReadonlyArray<OverdueLine> =>
  lines.filter((line) => isLeft(line, at))

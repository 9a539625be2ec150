import { addHours, type Instant } from "@safe-return/domain/calendar"
import { latestEpisode } from "@safe-return/domain/pathway"
import { type MessageTimes, messageTimesOf } from "@safe-return/domain/policy"
import { Option } from "effect"
import type { CaseSnapshot } from "./OwedMessage.ts"

const HOURS_A_DAY = 24

/** By the policy of the latest episode, which what is said of the child is about. */
export const timesOfMessages = ({ state }: Pick<CaseSnapshot, "state">): MessageTimes =>
  messageTimesOf(Option.getOrUndefined(latestEpisode(state))?.policy)

/** Whether what people were sent of the child is still kept true. */
export const isKeptCurrent = (snapshot: Pick<CaseSnapshot, "entries" | "now" | "state">): boolean => {
  const last = snapshot.entries.at(-1)
  const { currentDays } = timesOfMessages(snapshot)
  return last !== undefined && addHours(last.recorded.recordedAt, currentDays.value * HOURS_A_DAY) >= snapshot.now
}

/** Whether something short may still be said of what was recorded then. */
export const isNews = (snapshot: Pick<CaseSnapshot, "announceFrom" | "now" | "state">, recordedAt: Instant): boolean =>
  recordedAt >= snapshot.announceFrom && addHours(recordedAt, timesOfMessages(snapshot).newsHours.value) > snapshot.now

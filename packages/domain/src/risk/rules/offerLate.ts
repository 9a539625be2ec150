import type { Calendars } from "../../calendar/calendar.ts"
import { addHours, Instant } from "../../calendar/instant.ts"
import { afterWorkingHours } from "../../deadlines/workingTime.ts"
import { answerOf, offerOf } from "../../pathway/offer.ts"
import { notDoneOf } from "../../pathway/standing.ts"
import type { Episode, Interview } from "../../pathway/state.ts"
import type { SettingOf } from "../../policy/triggers.ts"
import { isChatSafe } from "../chatSafety.ts"
import { later, type Rule } from "../rule.ts"

type Setting = SettingOf<"offer-late">

/** The last moment for an offer; undefined where the policy measures in working hours and does not say which. */
const offerDueAt = (setting: Setting, { policy }: Episode, returnedAt: Instant, on: Calendars): Instant | undefined => {
  const { hours, measured } = setting
  if (measured === "elapsed-hours") return addHours(returnedAt, hours.value)
  if (policy.workingHours === undefined) return undefined
  return afterWorkingHours(returnedAt, hours.value, policy.workingHours.value, on[policy.interview.calendar.value])
}

/** An answer without a time of offer after this return: it was offered, but nobody can say when. */
const isOfferedSometime = (interview: Interview | undefined, episode: Episode): boolean => {
  if (interview === undefined) return false
  const answer = answerOf(interview, episode)
  return (answer !== undefined && answer !== "no-answer") || notDoneOf(interview, episode) !== undefined
}

/**
 * The interview was not offered within so many hours of the return, whatever the answer or a late offer.
 *
 * Sources: Statutory guidance (January 2014), independent return interviews: must be offered; Rotherham operating
 * guidance, section 3.
 */
export const offerLate: Rule<SettingOf<"offer-late">> = {
  title: "Interview not offered in time",
  mayGoToChat: isChatSafe,
  numbers: ({ hours }) => [hours],
  notKnown: ({ measured }, { episodes }) =>
    measured === "working-hours" && episodes.at(-1)?.policy.workingHours === undefined
      ? "the office's working hours, in the policy"
      : undefined,
  restsOn: ["grading", "ending", "interview"],
  isOfOneEpisode: true,
  judge: (setting, record, index) => {
    const episode = record.episodes[index]
    if (episode === undefined || episode.progress._tag !== "Returned") return undefined
    // An unborn child is offered no interview.
    if (episode.unborn !== undefined) return undefined
    if (episode.interviewNotDone !== undefined || !record.isCounted(setting.counted, episode)) return undefined
    const { returnedAt } = episode.progress
    const interview = record.interviewAt(index)
    const offer = offerOf(interview, episode)
    const offeredAt = offer._tag === "Offered" ? offer.offeredAt : undefined
    if (offeredAt === undefined && isOfferedSometime(interview, episode)) return undefined
    const until = offeredAt ?? record.now
    // Working hours are never more than elapsed hours, so this much is in time by any measure.
    if (until <= addHours(returnedAt, setting.hours.value)) return undefined
    const dueAt = offerDueAt(setting, episode, returnedAt, record.calendars)
    if (dueAt === undefined || until <= dueAt) return undefined
    if (offeredAt === undefined && episode.closure !== undefined) return undefined
    const before = offer._tag === "OfferedBefore" ? " The offer on record is from before the child was found." : ""
    const unit = setting.measured === "working-hours" ? "working hours" : "hours"
    return {
      episodes: [episode],
      because: `The interview was not offered within ${setting.hours.value} ${unit} of the return.${before}`,
      metAt: later(Instant(dueAt + 1), episode.notifiedAt)
    }
  }
}

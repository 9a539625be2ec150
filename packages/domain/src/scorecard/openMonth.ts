import { calendars as publishedCalendars } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import { definedFields } from "../definedFields.ts"
import { scorecardRulesOf } from "../policy/usualScorecardRules.ts"
import { byAbsence, byArea, byCaseStatus, byMissingFrom, byRisk } from "./breakdown.ts"
import { byDuration } from "./byDuration.ts"
import { concentrationOf } from "./concentration.ts"
import { episodesOfEachChild, type StartsOfTable } from "./EpisodeStarts.ts"
import { frequencyOf } from "./frequency.ts"
import { interviews } from "./interviews.ts"
import { interviewTimes } from "./interviewTimes.ts"
import type { OwedInterview } from "./interviewVerdict.ts"
import { addMonths, formatMonth, type Month, startOfMonth } from "./month.ts"
import type { MonthEpisode } from "./monthEpisode.ts"
import { notice } from "./notice.ts"
import { recurrence } from "./recurrence.ts"
import { repeatOf } from "./repeat.ts"
import type { CountedBy, CountedMonth, Scorecard } from "./scorecard.ts"
import { trendOf } from "./trend.ts"

/** A month that is being counted, and takes what is of it. */
export interface OpenMonth extends CountedMonth {
  /** What is dated later is not known of it. */
  readonly asOf: Instant
  readonly from: Instant
  readonly before: Instant
  readonly addEpisode: (episode: MonthEpisode) => void
  readonly addOwed: (owed: OwedInterview) => void
}

/** Begins to count a month of a table whose beginnings are added to `starts`. */
export const openMonth = (
  month: Month,
  starts: StartsOfTable,
  { asOf, policy, calendars = publishedCalendars }: CountedBy
): OpenMonth => {
  const [from, before] = [startOfMonth(month), startOfMonth(addMonths(month, 1))]
  const judgement = { policy, calendars, asOf }
  const episodes = {
    absence: byAbsence(),
    missingFrom: byMissingFrom(),
    caseStatus: byCaseStatus(),
    area: byArea(),
    risk: byRisk(),
    duration: byDuration(),
    notice: notice(),
    recurrence: recurrence(starts, asOf)
  }
  const ofEpisodes = Object.values(episodes)
  const rhi = interviews(judgement, month)
  const times = interviewTimes(judgement, month)
  const finish = (): Scorecard => {
    const byChild = episodesOfEachChild(starts.recent, from, before)
    const concentration = concentrationOf(byChild)
    return {
      month: formatMonth(month),
      asOf,
      policy: policy.id,
      episodes: {
        total: concentration.of,
        children: byChild.size,
        byAbsence: episodes.absence.finish(),
        byMissingFrom: episodes.missingFrom.finish(),
        byCaseStatus: episodes.caseStatus.finish(),
        byArea: episodes.area.finish(),
        byRisk: episodes.risk.finish(),
        byDuration: episodes.duration.finish()
      },
      repeat: repeatOf(starts.recent, {
        from,
        before,
        ...definedFields({ windowDays: scorecardRulesOf(policy).windowDays?.value })
      }),
      recurrence: episodes.recurrence.finish(),
      frequency: frequencyOf(starts.recent, startOfMonth(addMonths(month, -11)), before),
      concentration,
      notice: episodes.notice.finish(),
      trend: trendOf(starts, month),
      rhi: rhi.finish()
    }
  }
  return {
    policy,
    asOf,
    from,
    before,
    addEpisode: (episode) => {
      for (const { add } of ofEpisodes) add(episode)
    },
    addOwed: (owed) => {
      rhi.add(owed)
      times.add(owed)
    },
    finish,
    interviewTimes: () => times.finish()
  }
}

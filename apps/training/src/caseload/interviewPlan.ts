/** How a return home interview goes, from its assignment to its last log. */
import type { Instant } from "@safe-return/domain/calendar"
import type {
  CompletedInterview,
  ExploitationIndicator,
  FollowUp,
  HarmDisclosed,
  Venue
} from "@safe-return/domain/pathway"
import type { InterviewEnding, InterviewerNumber, InterviewLog, InterviewPlan } from "./episodePlan.ts"
import type { Randomness, WeightedChoices } from "./randomness.ts"
import { addMinutes, deskTime, interviewTimeOnDayOf, minutesBetween } from "./timesOfDay.ts"

const HOUR = 60
const DAY = 24 * HOUR

/** Minutes from the return to the day of the interview, far enough from 72 hours to stay in time or late. */
const reach = {
  "completed-in-time": [6 * HOUR, 48 * HOUR],
  declined: [6 * HOUR, 48 * HOUR],
  "completed-late": [90 * HOUR, 150 * HOUR]
} as const satisfies Record<InterviewEnding, readonly [number, number]>

/** Minutes from the return after which nothing more of the episode is recorded. */
export const longestClosing = (ending: InterviewEnding): number => reach[ending][1] + 18 * HOUR + 20 * HOUR

// Working choices, these and the next two: no published split of venues, harm or indicators was seen.
const venues: WeightedChoices<Venue> = [
  ["placement", 45],
  ["school", 20],
  ["neutral", 12],
  ["youth-centre", 10],
  ["phone", 8],
  ["video", 5]
]

const harm: WeightedChoices<HarmDisclosed> = [
  ["no", 78],
  ["not-disclosed", 16],
  ["yes", 6]
]

const exploitation: WeightedChoices<ReadonlyArray<ExploitationIndicator>> = [
  [[], 80],
  [["older-associates"], 8],
  [["unexplained-money-or-gifts"], 4],
  [["criminal-exploitation", "unexplained-money-or-gifts"], 4],
  [["sexual-exploitation", "older-associates"], 3],
  [["gang"], 1]
]

const followUpTo = (
  disclosed: HarmDisclosed,
  indicators: ReadonlyArray<ExploitationIndicator>,
  random: Randomness
): ReadonlyArray<FollowUp> => {
  if (disclosed === "yes") return ["safeguarding-referral", "strategy-discussion"]
  if (indicators.length > 0) return ["police-intelligence", "update-plans"]
  return [
    random.weighted<FollowUp>([
      ["none", 55],
      ["update-plans", 30],
      ["service-referral", 15]
    ])
  ]
}

const account = (completedAt: Instant, random: Randomness): Omit<CompletedInterview, "interviewer"> => {
  const harmDisclosed = random.weighted(harm)
  const indicators = random.weighted(exploitation)
  return {
    completedAt,
    venue: random.weighted(venues),
    harmDisclosed,
    exploitation: indicators,
    followUp: followUpTo(harmDisclosed, indicators, random)
  }
}

/** The first interview hour on or after the day this ending reaches that leaves time to arrange it. */
const endingTime = (returnedAt: Instant, knownAt: Instant, ending: InterviewEnding, random: Randomness): Instant => {
  const [least, most] = reach[ending]
  const arrangedBy = addMinutes(knownAt, HOUR)
  let at = interviewTimeOnDayOf(addMinutes(returnedAt, random.between(least, most)), random)
  while (at < arrangedBy) at = interviewTimeOnDayOf(addMinutes(at, DAY), random)
  return at
}

/** Log by log: an offer and its answer, then the interview; or, for one in three held in time, all in one. */
const logsOf = (
  offeredAt: Instant,
  endsAt: Instant,
  ending: InterviewEnding,
  random: Randomness
): ReadonlyArray<InterviewLog> => {
  if (ending === "declined") {
    return [{ recordedAt: addMinutes(endsAt, random.between(5, 60)), offeredAt, response: "declined" }]
  }
  const recordedAt = deskTime(addMinutes(endsAt, random.between(HOUR, 4 * HOUR)))
  const completed = account(endsAt, random)
  if (ending === "completed-in-time" && random.chance(1 / 3)) {
    return [{ recordedAt, offeredAt, response: "accepted", completed }]
  }
  const answeredAt = addMinutes(offeredAt, random.between(1, 20))
  const response = ending === "completed-late" ? "no-answer" : "accepted"
  return [
    { recordedAt: answeredAt, offeredAt, response },
    { recordedAt, response: "accepted", completed }
  ]
}

/** The interview of a finished episode. `knownAt` is when the return was recorded. */
export const finishedInterview = (
  returnedAt: Instant,
  knownAt: Instant,
  ending: InterviewEnding,
  random: Randomness
): InterviewPlan => {
  const endsAt = endingTime(returnedAt, knownAt, ending, random)
  const partOfTheWay = (percent: number) =>
    deskTime(addMinutes(knownAt, Math.floor((minutesBetween(knownAt, endsAt) * percent) / 100)))
  const assignedAt = partOfTheWay(random.between(5, 30))
  const offeredAt = partOfTheWay(random.between(40, 90))
  return {
    assignedAt,
    interviewer: random.between(0, 1) as InterviewerNumber,
    knownAdult: random.chance(1 / 25),
    logs: logsOf(offeredAt, endsAt, ending, random)
  }
}

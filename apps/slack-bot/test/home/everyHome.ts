/** Every tab, narrowing and page of App Home, for a council where many children have come to the same point. */
import { addDays, type Calendars, type CivilDay, calendars, Instant, londonDayOf } from "@safe-return/domain/calendar"
import { interviewQueue } from "@safe-return/domain/deadlines"
import {
  type CmeCase,
  CmeCaseId,
  PupilReference,
  pendingDutiesOf,
  SchoolReference,
  usualCmePolicy
} from "@safe-return/domain/education"
import { type WorkingPattern, weekdays } from "@safe-return/domain/escalation"
import { ChildReference, type ChildState, EpisodeId, PersonId } from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import { type OpenIncident, UnreachableReason } from "@safe-return/outreach"
import { patternInWords } from "@safe-return/wording"
import type { HomeView } from "@slack/types"
import { absencesFrom } from "../../src/home/awayBlocks.ts"
import type { HomeFacts } from "../../src/home/HomeFacts.ts"
import { HomeFilter, type HomePlace, HomeTab, onTab } from "../../src/home/HomePlace.ts"
import { homeView } from "../../src/home/homeView.ts"

const person = PersonId.make(`U${"0".repeat(20)}`)
const people = Array.from({ length: 90 }, (_, index) => PersonId.make(`U${String(index).padStart(20, "0")}`))
const holders = {
  mash: people,
  "missing-coordinator": people,
  "team-manager": people,
  interviewer: people,
  worker: people,
  "head-of-service": [],
  "out-of-hours-duty": [],
  administrator: [],
  "education-officer": [],
  attendance: [],
  admissions: [],
  "education-manager": [],
  "inclusion-panel": [],
  "inclusion-lead": []
}

/** Only the queue is narrowed. */
const places: ReadonlyArray<HomePlace> = [
  ...HomeTab.literals.map((tab) => onTab(tab)),
  ...HomeFilter.literals.map((filter) => onTab("queue", filter, 1)),
  onTab("team", "all", 1_000)
]

/** A little more than a page of children. */
const children = Array.from({ length: 17 }, (_, index) => ChildReference.make(`LCS-${String(index).padStart(36, "9")}`))

/** More than is shown, of every kind. */
const undelivered = ["card", "worker-alert", "ladder", "reminder", "digest", "made-up"].flatMap((kind) =>
  children.slice(0, 4).map((subject, index) => ({
    subject,
    delivery: {
      _tag: "Undelivered" as const,
      key: `${kind}:${"e".repeat(40)}:${index}`,
      reason: index === 3 ? "account_guest" : "channel_not_found",
      since: Instant(index),
      at: Instant(index)
    }
  }))
)

const notTold = UnreachableReason.literals.flatMap((why) =>
  people.slice(0, 9).map((person) => ({ person, why, since: Instant(0) }))
)

const hours = { opens: "09:00", closes: "17:00" }
const everyDay: WorkingPattern = Object.fromEntries(weekdays.map((day) => [day, hours]))

/** More than are shown. */
const incidents = Array.from(
  { length: 12 },
  (_, nth): OpenIncident => ({
    kind: "messages-waiting",
    place: String(nth),
    what: `${nth} messages wait <!channel>.`,
    remedy: "See why Slack does not take them.",
    id: nth,
    since: Instant(0),
    times: 1
  })
)

/** More than are shown. */
const duties = people
  .slice(0, 20)
  .map((one, nth) => ({ id: `duty-${nth}`, person: one, from: Instant(0), until: Instant(nth + 1) }))

/** Nothing but the referral is known of it. */
const openCaseOf = (nth: number, now: Instant): CmeCase => ({
  id: CmeCaseId.make(`case-${nth}`),
  policy: usualCmePolicy,
  referredOn: addDays(londonDayOf(now), -nth),
  whereabouts: [],
  enquiries: [],
  applications: [],
  orderSteps: []
})

/** What a manager's Home is made from, for these children. */
export const homeFactsOf = (
  states: ReadonlyMap<ChildReference, ChildState>,
  now: Instant,
  on: Calendars = calendars
): Omit<HomeFacts, "place"> => ({
  person,
  tabs: HomeTab.literals,
  states,
  lines: interviewQueue(states, now, on),
  coversFor: new Set(),
  theirChildren: new Set(children),
  unacknowledged: [],
  toAnswer: [],
  answersApart: new Set(),
  decisions: children.map((child, nth) => ({
    link: { child, episodeId: EpisodeId.make(`episode-${nth}`) },
    metAt: now,
    opens: nth % 2 === 0 ? "everything" : "posted"
  })),
  closing: children.map((child, nth) => ({
    link: { child, episodeId: EpisodeId.make(`episode-${nth}`) },
    tasks: nth % 2 === 0 ? ["interview-reference", "hand-over"] : ["close"]
  })),
  holders,
  absences: absencesFrom(
    0 as CivilDay,
    new Map(people.map((one, index) => [one, { away: [{ from: index as CivilDay, for: "leave", cover: person }] }]))
  ),
  whenThere: () => [patternInWords(everyDay), ":warning: away from Wed 30 Sep 2026 until Wed 30 Dec 2026"],
  authority: "Training council <!channel>",
  policy: rotherham,
  calendars: on,
  health: { keptIn: "in a folder <!here>", slackAwaySince: now, everybodyLookedAt: now, notTold, incidents },
  rota: {
    isKept: true,
    toCome: duties,
    gaps: duties,
    overlaps: duties.map((duty) => [duty, duty] as const),
    absent: duties
  },
  education: {
    openCases: children.map((child, nth) => ({ child: PupilReference.make(child), openCase: openCaseOf(nth, now) })),
    duties: children.flatMap((child, nth) =>
      pendingDutiesOf(openCaseOf(nth, now), londonDayOf(now)).map((duty) => ({
        ...duty,
        child: PupilReference.make(child),
        caseId: openCaseOf(nth, now).id
      }))
    ),
    unseenReturns: children.map((child) => ({
      child: PupilReference.make(child),
      received: {
        kind: "ten-day-absence",
        schoolReference: SchoolReference.make("SCH-4001-17"),
        sentAt: now,
        from: londonDayOf(now)
      }
    })),
    unreadable: children.map((child) => PupilReference.make(child)),
    now
  },
  undelivered,
  isTryingAgain: true,
  now
})

export const everyHome = (state: ChildState, now: Instant, on: Calendars = calendars): ReadonlyArray<HomeView> => {
  const facts = homeFactsOf(new Map(children.map((child) => [child, state])), now, on)
  return places.map((place) => homeView({ ...facts, place }))
}

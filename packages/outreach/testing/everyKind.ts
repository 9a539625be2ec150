/** Every kind of message about one made-up child, whatever has happened to them. */

import { type AwaitedReport, everyDecisionOwed, interviewsOfAbsent } from "@safe-return/casework"
import { type Case, child, episodeId, interviewer, manager, worker } from "@safe-return/casework/testing"
import { addDays, addHours, calendars, Instant, londonDayOf, startOfLondonDay } from "@safe-return/domain/calendar"
import { remindersOf } from "@safe-return/domain/deadlines"
import {
  CmeCaseId,
  censusGapKinds,
  DutyKind,
  emptyPupilState,
  evolveCase,
  PupilReference,
  usualCmePolicy
} from "@safe-return/domain/education"
import {
  AuthorityName,
  alertOf,
  ChildReference,
  type ChildState,
  type Episode,
  interviewerOf,
  interviewStatus,
  PoliceReference,
  reportsInQuestion,
  UnassignReason
} from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import { triggersFired } from "@safe-return/domain/risk"
import { Option } from "effect"
import type { Counts } from "../src/counts/Counts.ts"
import type { EndedIncident } from "../src/incidents/Incidents.ts"
import type { OverdueLine } from "../src/message/deadlineMessages.ts"
import type { AlertOutcome, Outcome } from "../src/message/endMessages.ts"
import type { Message } from "../src/message/Message.ts"
import type { ShadowCount } from "../src/message/teamMessages.ts"
import { reminderOf } from "../src/owed/remindersOwed.ts"
import { timelineEntryOf } from "../src/owed/timelineEntryOf.ts"
import { digestOf } from "../src/summary/digest.ts"
import { madeUpReport } from "./madeUpReport.ts"

const reports = new Map<number, ReturnType<typeof madeUpReport>>()

/** Counted once: it is the same for every child. */
const reportOf = (episodes: number) => {
  const report = reports.get(episodes) ?? madeUpReport(episodes)
  reports.set(episodes, report)
  return report
}

const ofEpisode = (state: ChildState, episode: Episode, now: Instant): ReadonlyArray<Message> => {
  const about = { child, episode }
  const card = { _tag: "EpisodeCard", child, state, episode, calendars, now } as const
  const before = [
    { who: "worker", people: [worker], at: now },
    { who: "team-manager", people: [], at: now, isUndelivered: true }
  ] as const
  const questioned = [
    [{ kind: "found", reason: "out-of-order", reportedTime: now }],
    [{ kind: "missing", reason: "clock-ahead" }]
  ] as const
  const undelivered = { child, key: `worker-alert:${episode.id}`, reason: "user_not_found" }
  const interview = state.interviews.find(({ episodeIds }) => episodeIds.includes(episode.id))
  return [
    card,
    { ...card, allocatedWorker: worker, togetherWith: new Map([[ChildReference.make("LCS-2"), "Missing"]]) },
    {
      ...card,
      alert: { told: before, acknowledgements: alertOf(episode).acknowledgements, hasStopped: false, next: now }
    },
    { _tag: "MissingAlert", ...about, reader: worker },
    { _tag: "CoordinatorAlert", ...about, reader: manager },
    { _tag: "DeathWithdrawal", child, state, now },
    { _tag: "DeathWithdrawal", ...about, state, now },
    { _tag: "EpisodeHandedOver", ...about, state, by: manager, at: now },
    { _tag: "RepeatAlert", ...about, otherReports: [{ _tag: "Open", lastSeen: now, foundAt: now }] },
    { _tag: "RepeatAlert", ...about, reader: worker },
    { _tag: "MissingAfterAllAlert", ...about },
    { _tag: "MovedAlert", ...about, reader: worker, actedBefore: [{ person: worker }] },
    { _tag: "RepeatAlert", ...about, reader: worker, actedBefore: [{ person: worker, at: now }] },
    { _tag: "EscalationAlert", ...about, before, reader: interviewer },
    { _tag: "EscalationAlert", ...about, before: [], reader: interviewer },
    { _tag: "UnreachedAlert", ...about },
    ...alertOutcomes(now).flatMap((outcome) =>
      [true, false].map(
        (isForWorker) =>
          ({ _tag: "AlertAllClear", ...about, state, outcome, isForWorker, isForCoordinator: true, now }) as const
      )
    ),
    { _tag: "ConsiderationsRequest", ...about, questions: ["significant-harm", "exploitation"] },
    { _tag: "InterviewAssignment", ...about, state, interviewer, calendars, plannedFor: now, assignedAt: now },
    ...UnassignReason.literals.map(
      (reason): Message => ({
        _tag: "InterviewGivenUp",
        ...about,
        state,
        interviewer,
        reason,
        calendars,
        givenUpAt: now
      })
    ),
    ...[undefined, interviewer].map(
      (holder): Message => ({
        _tag: "PlanDropped",
        ...about,
        interviewer,
        plannedFor: addHours(now, 1),
        droppedAt: now,
        outcome: { _tag: "InterviewWith", interviewer: holder }
      })
    ),
    { _tag: "DecisionWaiting", child, episodeId: episode.id, opens: "everything" },
    { _tag: "DecisionWaiting", child, episodeId: episode.id, opens: "posted", coversFor: worker },
    {
      _tag: "DecisionElsewhere",
      child,
      waiting: [{ since: now, whose: ["mash", "missing-coordinator"], reached: [] }]
    },
    { _tag: "DecisionUnreached", child, since: now },
    { _tag: "DecisionOver", child },
    { _tag: "DecisionOver", child, decided: [{ by: manager, at: now }] },
    { _tag: "DecisionOver", child, corrected: { by: manager, at: now } },
    { _tag: "CancellationQuestion", ...about, state, sentAt: now },
    { _tag: "CancellationSettled", ...about, settled: undefined },
    { _tag: "CancellationSettled", ...about, settled: { _tag: "EpisodeCancelled", by: manager, at: now } },
    { _tag: "CancellationSettled", ...about, settled: { _tag: "EpisodeReopened", by: manager, at: now } },
    ...questioned
      .map((questionedReports) => ({ ...episode, questionedReports }))
      .filter((one) => reportsInQuestion(one).length > 0)
      .map((one) => ({ _tag: "ReportQuestion", child, state, episode: one }) as const),
    { _tag: "ReportSettled", ...about, settled: { _tag: "AsRecorded", by: manager, at: now } },
    { _tag: "ReportSettled", ...about, settled: { _tag: "PutRight", by: manager, at: now } },
    { _tag: "ReportSettled", ...about, settled: { _tag: "ToldSince", at: now } },
    { _tag: "ReportSettled", ...about, settled: { _tag: "AskedLater" } },
    {
      _tag: "RecordsJoined",
      child,
      state,
      duplicate: episode,
      kept: episode,
      event: { _tag: "EpisodesMerged", episodeId: episode.id, duplicateId: episode.id, sentAt: now }
    },
    { _tag: "UndeliveredNotice", ...undelivered, person: worker },
    { _tag: "UndeliveredNotice", ...undelivered, outside: { role: "team-manager", way: "sms" } },
    { _tag: "UndeliveredAlert", ...undelivered, person: worker },
    { _tag: "UndeliveredFault", ...undelivered },
    ...(interview === undefined ? [] : [{ _tag: "InterviewQuestion", ...about, state, interview } as const])
  ]
}

const remindersIn = (state: ChildState, now: Instant): ReadonlyArray<Message> =>
  remindersOf(state, now, calendars).flatMap((reminder): ReadonlyArray<Message> => {
    const episode = state.episodes.find(({ id }) => id === reminder.episodeId)
    if (episode === undefined) return []
    const known = interviewerOf(interviewStatus(state, episode))
    const facts = { calendars, child, episode, reminder, now, managers: [manager] }
    const line = { child, due: reminder, state }
    return [
      reminderOf({ ...facts, ...(known === undefined ? {} : { interviewer: known }) }),
      { _tag: "DutyList", until: now, lines: [line] },
      { _tag: "OverdueList", at: now, managers: [manager], lines: [line], page: 1, pages: 1, total: 1, oldest: line },
      { _tag: "OverdueList", at: now, managers: [], lines: [line, line], page: 2, pages: 2, total: 27, oldest: line },
      ...mornings(line, now)
    ]
  })

const mornings = (line: OverdueLine, now: Instant): ReadonlyArray<Message> => {
  const { child, due, state } = line
  const episodeId = due.episodeId
  const states = new Map([[child, state]])
  const own = { _tag: "Morning", at: now, reader: interviewer, standsInFor: [worker], reach: "own" } as const
  const decision = { child, episodeId, opens: "everything" } as const
  const today = { ...line, isDue: true }
  const many = Array.from({ length: 70 }, () => line)
  const closing = { child, episodeId, tasks: ["interview-reference", "carer-offer"] } as const
  const morning = Instant(startOfLondonDay(londonDayOf(now)) + 9 * 3_600_000)
  const awaited: ReadonlyArray<AwaitedReport> = [
    {
      child,
      notification: {
        kind: "found",
        child: { reference: child },
        policeReference: PoliceReference.make("SYP-2026-0000009"),
        sentAt: now,
        foundAt: now
      }
    }
  ]
  const digest = digestOf({ states, policy: rotherham, calendars, announceFrom: Instant(0), now: morning })
  const all = {
    ...own,
    reader: manager,
    standsInFor: [],
    reach: "everybody",
    decisions: [],
    records: [],
    awaited: [],
    toClose: []
  } as const
  return [
    {
      ...own,
      overdue: [line],
      today: [today],
      unassigned: [],
      decisions: [decision],
      records: [],
      awaited,
      toClose: [closing]
    },
    {
      ...own,
      overdue: many,
      today: many.map(() => today),
      unassigned: many,
      decisions: many.map((_, index) => ({ ...decision, isTaken: index === 0 })),
      records: everyDecisionOwed(states),
      awaited,
      toClose: many.map(() => closing)
    },
    ...Option.toArray(digest).map(
      (one): Message => ({ ...all, digest: one, overdue: [], today: [today], unassigned: [line] })
    ),
    ...Option.toArray(digest).map(
      (one): Message => ({ ...all, digest: one, overdue: many, today: many.map(() => today), unassigned: many })
    )
  ]
}

/** Of a case that is open, and of one that is over. */
const educationCardsOf = (now: Instant): ReadonlyArray<Message> => {
  const today = londonDayOf(now)
  const id = CmeCaseId.make("case-1")
  const referred = {
    _tag: "CaseReferred",
    caseId: id,
    referredOn: addDays(today, -30),
    policy: usualCmePolicy
  } as const
  const closed = { _tag: "CaseClosed", caseId: id, outcome: "abroad", closedOn: today } as const
  const open = evolveCase(emptyPupilState, referred)
  return [open, evolveCase(open, closed)].flatMap(({ cases }) =>
    cases.map(
      (educationCase): Message => ({
        _tag: "EducationCard",
        pupil: PupilReference.make(child),
        educationCase,
        today
      })
    )
  )
}

const ofTeam = (state: ChildState, now: Instant): ReadonlyArray<Message> => {
  const interviews = interviewsOfAbsent(new Map([[child, state]]), interviewer, londonDayOf(now))
  const away = { from: londonDayOf(now), to: londonDayOf(now), for: "leave" } as const
  const theirs = { person: interviewer, since: londonDayOf(now), interviews } as const
  const list = { _tag: "HandoverList", ...theirs, today: londonDayOf(now) } as const
  const morning = addHours(startOfLondonDay(londonDayOf(now)), 9)
  const states = new Map([[child, state]])
  const digest = digestOf({ states, policy: rotherham, calendars, announceFrom: Instant(0), now: morning })
  return [
    { _tag: "CoverRequest", person: interviewer, days: [away], roles: ["team-manager"], children: [child], interviews },
    {
      _tag: "CoverRequest",
      person: interviewer,
      days: [{ from: away.from }],
      inPlaceOf: manager,
      roles: [],
      children: [],
      interviews: []
    },
    ...(["away", "unreachable"] as const).flatMap((why) =>
      [true, false].map(
        (isOwn): Message => ({ _tag: "CoverGone", person: interviewer, cover: worker, days: away, why, isOwn })
      )
    ),
    ...(["over", "said later", "covered"] as const).map(
      (because): Message => ({ _tag: "CoverGoneOver", person: interviewer, because, covers: [worker], isOwn: true })
    ),
    ...[true, false].map(
      (isOwn): Message => ({ _tag: "CoverHandedBack", person: interviewer, cover: worker, children: [child], isOwn })
    ),
    { _tag: "AwayRecorded", days: away, by: manager, cover: worker },
    { _tag: "AwayRecorded", days: { from: away.from }, by: manager },
    { _tag: "AwayRecordedOver" },
    { _tag: "DutyGiven", from: now, until: addHours(now, 12) },
    { _tag: "DutyOff", from: now, until: addHours(now, 12), because: "over" },
    { _tag: "DutyOff", from: now, until: addHours(now, 12), because: "taken off" },
    ...educationCardsOf(now),
    { _tag: "CoverOver", person: interviewer, because: "over" },
    { _tag: "CoverOver", person: interviewer, because: "withdrawn" },
    { _tag: "CoverOver", person: interviewer, because: "said later" },
    { _tag: "CoverOver", person: interviewer, because: "with others" },
    { _tag: "CoverOver", person: interviewer, because: "with others", covers: [worker] },
    { ...list, acting: { _tag: "Nobody", away }, isForCover: false },
    { ...list, acting: { _tag: "Cover", person: worker, away }, isForCover: true },
    { _tag: "HandoverOver", ...theirs },
    { _tag: "ReturnSummary", ...theirs },
    ...Option.toArray(digest).map((one) => ({ _tag: "MorningSummary", digest: one }) as const)
  ]
}

const alertOutcomes = (now: Instant): ReadonlyArray<AlertOutcome> => [
  { _tag: "Found", at: now },
  { _tag: "Back", at: now },
  { _tag: "Cancelled" },
  { _tag: "OfAnotherChild" },
  { _tag: "Transferred", to: AuthorityName.make("Sheffield City Council") },
  { _tag: "Closed" }
]

const outcomes = (now: Instant): ReadonlyArray<Outcome> => [
  ...alertOutcomes(now),
  { _tag: "InterviewWith", interviewer },
  { _tag: "InterviewWith", interviewer: undefined },
  { _tag: "WithOthers", people: [worker] },
  { _tag: "Delivered", hasArrived: true },
  { _tag: "Delivered", hasArrived: false },
  ...(
    [
      "Joined",
      "MissingAfterAll",
      "SaidLater",
      "NewsSince",
      "NoInterview",
      "InterviewSettled",
      "Offered",
      "Answered",
      "Arrived",
      "SaidSince",
      "Decided",
      "DeathTakenBack",
      "WithOthers",
      "Unsaid"
    ] as const
  ).map((_tag) => ({ _tag }))
]

const educationMornings = (now: Instant): ReadonlyArray<Message> => {
  const day = londonDayOf(now)
  const pupil = PupilReference.make("EDU-10432")
  const waiting = (kind: DutyKind, hasClimbed = false) => ({ kind, since: addDays(day, -7), hasClimbed })
  const line = {
    child: pupil,
    caseId: CmeCaseId.make("case-1"),
    duties: DutyKind.literals.map((kind) => waiting(kind, kind === "no-reason"))
  }
  const morning = { _tag: "EducationMorning", at: now, reader: manager, standsInFor: [] } as const
  const gaps = { ...waiting("census-gaps"), missing: censusGapKinds }
  return [
    { ...morning, lines: [line, { ...line, duties: [] }], standsInFor: [worker] },
    { ...morning, lines: [{ ...line, duties: [] }] },
    { ...morning, lines: [] },
    {
      ...morning,
      lines: Array.from({ length: 90 }, () => ({ ...line, duties: [gaps] })),
      censusDay: addDays(day, 7)
    }
  ]
}

/** What depends on nothing that has happened. */
const always = (now: Instant): ReadonlyArray<Message> => {
  const about = {
    sentAt: now,
    child: { reference: ChildReference.make("LCS-2") },
    policeReference: PoliceReference.make("SYP-2026-9")
  }
  const missing = {
    ...about,
    kind: "missing",
    absence: "missing",
    missingFrom: "care",
    risk: "high",
    missingAt: now,
    reportedAt: now
  } as const
  const report = { notification: missing, receivedAt: now, newEpisodeId: episodeId, policy: rotherham }
  const duty = { sentence: `Ring the police about ${child}.` }
  const incident: EndedIncident = {
    kind: "journal-unwritable",
    what: "Nothing can be recorded.",
    remedy: "Make room, and run `safe-return journal verify`.",
    duty,
    id: 1,
    since: now,
    times: 1,
    endedAt: now,
    outcome: "It can be recorded again."
  }
  const shadowCounts: ReadonlyArray<ShadowCount> = [
    { to: worker, kind: "worker-alert", count: 2, late: 1 },
    { to: "channel", kind: "card", count: 3, late: 0 },
    { to: "outside", kind: "ladder", count: 1, late: 0 }
  ]
  const counts: Counts = {
    alerts: { settled: 1, acknowledged: 2, climbing: 0, leftSlack: 0, unsent: 1 },
    deliveries: { sent: 3, superseded: 0, listed: 1, unsent: 0 },
    unsentAlerts: new Map(),
    unsentDeliveries: new Set()
  }
  return [
    { _tag: "OutsideAlert" },
    { _tag: "WithheldAlert" },
    { _tag: "OutsideAllClear" },
    { _tag: "OutsideAcknowledged" },
    ...outcomes(now).map((outcome) => ({ _tag: "RequestOver", child, outcome }) as const),
    { _tag: "RequestOver", child, outcome: { _tag: "Back", at: now }, leftToDo: "questions" },
    { _tag: "RequestOver", child, outcome: { _tag: "SaidLater" }, leftToDo: "another message" },
    {
      _tag: "InterviewLost",
      lostAt: now,
      child,
      interviewer,
      outcome: { _tag: "InterviewWith", interviewer: worker },
      plan: { at: now, isCarried: true }
    },
    {
      _tag: "InterviewLost",
      lostAt: now,
      child,
      interviewer,
      outcome: { _tag: "Cancelled" },
      plan: { at: now, isCarried: false }
    },
    { _tag: "InterviewSettled", child },
    { _tag: "InterviewOnHold", child, isHeld: false },
    { _tag: "InterviewOnHold", child, isHeld: true },
    { _tag: "InterviewOnHold", child, isHeld: false, again: { since: now, isOver: false } },
    { _tag: "InterviewOnHold", child, isHeld: false, again: { since: now, isOver: false, foundAt: now } },
    { _tag: "InterviewOnHold", child, isHeld: false, again: { since: now, isOver: true } },
    { _tag: "DeathNotice", child, death: { knownFrom: now, by: manager, laterNotifications: [] } },
    { _tag: "ReportAfterDeath", child, episodeId, report },
    { _tag: "ReportAfterDeath", child, episodeId, report: { ...report, lookedAt: now } },
    { _tag: "EarlyNews", child, notification: { ...about, kind: "found", foundAt: now } },
    { _tag: "EarlyNews", child, notification: { ...about, kind: "found", foundAt: now }, lastSeenHere: now },
    { _tag: "MisdirectedNews", child, notification: missing },
    { _tag: "UnreachablePerson", person: worker, why: "deactivated", roles: ["team-manager", "mash"] },
    { _tag: "UnreachablePerson", person: worker, why: "guest", roles: [] },
    { _tag: "ReachableAgain", person: worker },
    ...educationMornings(now),
    { _tag: "CountsReport", counts },
    ...[0, 3, 40, 900].map((episodes): Message => ({ _tag: "ScorecardPost", report: reportOf(episodes) })),
    { _tag: "ShadowComparison", since: now, shadowed: shadowCounts, standing: shadowCounts },
    { _tag: "WentLive", at: now, standing: shadowCounts },
    { _tag: "IncidentWarning", incident },
    { _tag: "IncidentOver", incident },
    { _tag: "DutyWarning", duty },
    { _tag: "DutyWarning", duty, toAnswer: { kind: "report-refused", place: "police" } },
    { _tag: "DutyOver", duty, incident },
    { _tag: "DutyAllClear", incident },
    { _tag: "OutsideNotice", sentence: "Open Slack." },
    { _tag: "EarlierIncidentOver", now },
    { _tag: "Heartbeat", beatAt: now, lateAfterMinutes: 15 }
  ]
}

export const everyKind = ({ state, recorded }: Case, now: Instant): ReadonlyArray<Message> => [
  ...state.episodes.flatMap((episode) => ofEpisode(state, episode, now)),
  ...recorded.flatMap((one): ReadonlyArray<Message> => {
    const entry = timelineEntryOf({ child, recorded: one, state, calendars })
    return entry === undefined ? [] : [entry, { _tag: "JoinedEntry", child, recorded: one, sentAt: now }]
  }),
  ...remindersIn(state, now),
  ...triggersFired(state, { now, calendars }).map(
    (firing) => ({ _tag: "TriggerAlert", child, firing, state }) as const
  ),
  ...ofTeam(state, now),
  ...always(now)
]

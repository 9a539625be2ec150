import type { Instant } from "../../calendar/instant.ts"
import type { PathwayEvent } from "../events.ts"
import type { Replacement } from "../replacement.ts"
import { type Draft, withItem } from "./draft.ts"

/** Whether an event puts right what was said before, or tells what happened next. Updated times are told apart by risk. */
const isCorrection: { readonly [Tag in PathwayEvent["_tag"]]: boolean } = {
  NotificationReceived: false,
  NotificationTurnedAway: false,
  MisdirectedNewsAnswered: false,
  NotificationRepeated: false,
  NotificationSetAside: false,
  EpisodeOpened: false,
  EpisodeUpdated: false,
  ChildFound: false,
  ChildReturned: false,
  EndRevised: true,
  MissingAfterAll: true,
  EpisodeCancelled: true,
  CancellationQuestioned: false,
  CancellationDeclined: false,
  ReportDeclined: false,
  PreventionInterviewRecorded: false,
  PartTwoRecorded: false,
  InterviewAssigned: false,
  InterviewExtended: false,
  InterviewOffered: false,
  InterviewAnswered: false,
  CarerOffered: false,
  InterviewAttempted: false,
  InterviewCompleted: false,
  InterviewNotDone: false,
  InterviewReferenceRecorded: false,
  InterviewRecorded: false,
  CaseReferenceRecorded: false,
  WorkerAllocated: false,
  NobodyAllocated: false,
  EpisodeScreened: false,
  HandedOver: false,
  AlertAcknowledged: false,
  ConsiderationAnswered: false,
  TriggerDecided: false,
  FindMePlanRecorded: false,
  EpisodeClosed: false,
  EpisodeReopened: false,
  EpisodeTransferred: false,
  EpisodesMerged: true,
  EpisodesSeparated: true,
  EpisodeCorrected: true,
  InterviewCorrected: true,
  FurtherSessionHeld: false,
  InterviewUnassigned: false,
  InterviewNarrowed: true,
  InterviewsJoined: false,
  InterviewFactWithdrawn: true,
  WhereaboutsRecorded: false,
  ReturnedToRecorded: false,
  AbsenceChanged: false,
  PlacementRecorded: false,
  EntryWithdrawn: true,
  ChildDied: false,
  DeathConfirmed: false,
  DeathTakenBack: true,
  NotificationAfterDeath: false,
  MissingTogether: false,
  NotMissingTogether: true,
  UnbornRecorded: true,
  UnbornEnded: true,
  HistoryImported: false
}

/** The times an event itself may tell, for one that is not recorded yet. */
const ownTimes = ["foundAt", "returnedAt", "closedAt", "transferredAt", "offeredAt", "completedAt", "notifiedAt"]

const timeOf = (event: PathwayEvent): Instant | undefined => {
  const told: Readonly<Record<string, unknown>> = event
  for (const name of ownTimes) {
    const time = told[name]
    if (typeof time === "number") return time as Instant
  }
  return undefined
}

/** Applies an event, and keeps what it replaced of what risk triggers rest on. */
export const keepReplacements = (draft: Draft, event: PathwayEvent, change: () => void): void => {
  const { findMePlan } = draft
  change()
  const replaced = draft.replacing.taken()
  const isPlan = draft.findMePlan !== findMePlan
  if (replaced === undefined && !isPlan) return
  const happenedAt = timeOf(event)
  const until = draft.at ?? happenedAt
  draft.replaced = withItem<Replacement>(draft, draft.replaced ?? [], {
    ...(until === undefined ? {} : { until }),
    ...(happenedAt === undefined || until === undefined || happenedAt >= until ? {} : { happenedAt }),
    ...(isCorrection[event._tag] ? { isCorrection: true } : {}),
    ...replaced,
    ...(isPlan ? { findMePlan: findMePlan === undefined ? {} : { was: findMePlan } } : {})
  })
}

import * as Option from "effect/Option"
import * as Result from "effect/Result"
import type { Instant } from "../../calendar/instant.ts"
import { type Check, firstRefusal, refuseIf } from "../check.ts"
import type { MergeDuplicate } from "../commands.ts"
import type { PathwayEvent } from "../events.ts"
import { evolveAt } from "../evolve.ts"
import { BothInterviewed, NotOverlapping, SameEpisode } from "../refusals.ts"
import { riskPlace } from "../reportReading.ts"
import { notificationsOf, repeatsOf } from "../reports.ts"
import { episodeById, interviewOf } from "../standing.ts"
import { type ChildState, type Episode, type ReportedFact, reportedFacts } from "../state.ts"
import { otherEpisode } from "./coverEpisodes.ts"
import { type Decision, type DecisionContext, decideAfter, refuse } from "./decision.ts"
import { childFound } from "./recordFound.ts"
import { childReturned } from "./recordReturned.ts"
import { reportedEnd } from "./reportedEnd.ts"
import { factsEvent, factsReported } from "./reportedFacts.ts"
import { countsAsSent } from "./sending.ts"
import { acceptInOrder } from "./timesInOrder.ts"

/** Where only the duplicate knows the child to have been since they were found, and where they came back to. */
const whereaboutsFilledIn = (
  { id: episodeId, ...kept }: Episode,
  { stays = [], returnedTo }: Episode
): ReadonlyArray<PathwayEvent> => [
  ...(kept.stays === undefined
    ? stays.map((stay) => ({ _tag: "WhereaboutsRecorded", episodeId, ...stay }) as const)
    : []),
  ...(kept.returnedTo === undefined && returnedTo !== undefined
    ? [{ _tag: "ReturnedToRecorded", episodeId, returnedTo } as const]
    : [])
]

/** What only the duplicate knows of the child's coming back, for the episode that is kept. */
export const filledIn = (kept: Episode, duplicate: Episode): ReadonlyArray<PathwayEvent> => {
  const { progress } = duplicate
  const foundAt = "foundAt" in progress ? progress.foundAt : undefined
  const knowsFound = "foundAt" in kept.progress && kept.progress.foundAt !== undefined
  const found = foundAt === undefined || knowsFound ? [] : [childFound(kept.id, foundAt)]
  const isBack = kept.progress._tag === "Returned" || progress._tag !== "Returned"
  const returned = isBack ? [] : [childReturned(kept.id, progress.returnedAt)]
  return [...found, ...returned, ...whereaboutsFilledIn(kept, duplicate)]
}

const STILL_GOING_ON = Number.POSITIVE_INFINITY as Instant
const NEVER = Number.NEGATIVE_INFINITY as Instant

/** When the child was last not where they belong, as far as it is known. */
const endOf = ({ progress }: Episode): Instant =>
  progress._tag === "Returned" ? progress.returnedAt : progress._tag === "Found" ? progress.foundAt : STILL_GOING_ON

/** Two disappearances are one only where they overlap: joined otherwise, a child who is missing now would be hidden. */
const overlaps = (one: Episode, other: Episode): boolean =>
  one.missingAt <= endOf(other) && other.missingAt <= endOf(one)

/** Where people alone graded the risk, of either, the higher stands. */
const graded = (kept: Episode, duplicate: Episode, told: ReadonlySet<ReportedFact>): Partial<Pick<Episode, "risk">> =>
  !told.has("risk") && riskPlace(duplicate.risk) > riskPlace(kept.risk) ? { risk: duplicate.risk } : {}

/** What the kept record lacks and the duplicate knows, and what was sent as an update of either. */
const factsOfBoth = (
  state: ChildState,
  kept: Episode,
  duplicate: Episode,
  { now }: DecisionContext
): ReadonlyArray<PathwayEvent> => {
  const merged = Option.getOrElse(episodeById(state, kept.id), () => kept)
  const ended = Math.min(endOf(kept), endOf(duplicate))
  const latest = latestCorrection(kept, duplicate)
  const { facts } = factsReported(
    { ...merged, ...latest },
    notificationsOf(state, kept.id),
    repeatsOf(state, kept.id),
    now,
    {
      isPossible: (missingAt) => missingAt <= ended,
      until: STILL_GOING_ON
    }
  )
  const told = new Set(Object.keys(facts) as ReadonlyArray<ReportedFact>)
  const lacking =
    kept.lastSeen === undefined && duplicate.lastSeen !== undefined ? { lastSeen: duplicate.lastSeen } : {}
  const event = factsEvent(merged, { ...graded(kept, duplicate, told), ...lacking, ...facts })
  return event === undefined ? [] : [event]
}

/** A correction on either record holds for both: the later, of each fact. */
const latestCorrection = (kept: Episode, duplicate: Episode): Partial<Pick<Episode, "correctedAt">> => {
  if (kept.correctedAt === undefined && duplicate.correctedAt === undefined) return {}
  const times: Partial<Record<ReportedFact, Instant>> = {}
  for (const fact of reportedFacts) {
    const [own, theirs] = [kept.correctedAt?.[fact], duplicate.correctedAt?.[fact]]
    const later = own === undefined || (theirs !== undefined && theirs > own) ? theirs : own
    if (later !== undefined) times[fact] = later
  }
  return { correctedAt: times }
}

/** When it was said that this episode is over. */
const endSaidAt = (state: ChildState, episode: Episode, now: Instant): Instant => {
  if (episode.progress._tag !== "Found" && episode.progress._tag !== "Returned") return NEVER
  if (episode.personsWord !== undefined) return episode.personsWord.at
  return reportedEnd(state, episode, notificationsOf(state, episode.id), new Map(), now).sentAt
}

/** A child who was reported missing after both ends is not back because two records were joined. */
const reportedSince = (
  state: ChildState,
  joined: ChildState,
  kept: Episode,
  duplicate: Episode,
  { now }: DecisionContext
): ReadonlyArray<PathwayEvent> => {
  const whole = Option.getOrElse(episodeById(joined, kept.id), () => kept)
  if (whole.progress._tag !== "Found" && whole.progress._tag !== "Returned") return []
  const saidAt = Math.max(endSaidAt(state, kept, now), endSaidAt(state, duplicate, now))
  const since = notificationsOf(joined, kept.id).flatMap((received) => {
    const { notification } = received
    const sentAt = countsAsSent(received, whole, now)
    // Made before the end and sent after it, a report is late paper, and the person who joins them says so.
    const isSince = notification.kind === "missing" && sentAt > saidAt && notification.reportedAt > saidAt
    return isSince ? [sentAt] : []
  })
  if (since.length === 0) return []
  return [{ _tag: "MissingAfterAll", episodeId: kept.id, sentAt: Math.max(...since) as Instant }]
}

/** Whether two episodes can be one. */
export const checkJoining = (state: ChildState, kept: Episode, duplicate: Episode): Check => {
  const [mine, theirs] = [interviewOf(state, kept.id), interviewOf(state, duplicate.id)]
  const isSame = mine?.id === theirs?.id
  const isBoth = mine !== undefined && theirs !== undefined && !isSame && theirs.notDone === undefined
  return firstRefusal(
    () => refuseIf(!overlaps(kept, duplicate), NotOverlapping),
    () => refuseIf(isBoth, BothInterviewed)
  )
}

/** Merges two records of one disappearance; the kept one takes over what only the duplicate knows. */
export const mergeDuplicate = (
  state: ChildState,
  duplicate: Episode,
  command: MergeDuplicate,
  context: DecisionContext
): Decision => {
  if (command.duplicateId === command.episodeId) return refuse(SameEpisode)
  return Result.flatMap(otherEpisode(state, command.episodeId, "KeepEpisode"), (kept) =>
    decideAfter(checkJoining(state, kept, duplicate), () => {
      const merged = { _tag: "EpisodesMerged", duplicateId: duplicate.id, episodeId: kept.id } as const
      const events = [merged, ...filledIn(kept, duplicate)]
      const facts = factsOfBoth(evolveAt(state, events, context.now), kept, duplicate, context)
      return Result.map(acceptInOrder(state, kept.id, ...events, ...facts), (joined) => [
        ...joined,
        ...reportedSince(state, evolveAt(state, joined, context.now), kept, duplicate, context)
      ])
    })
  )
}

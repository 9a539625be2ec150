import * as Equal from "effect/Equal"
import * as Result from "effect/Result"
import type { EpisodeId } from "../../vocabulary/identifiers.ts"
import { firstRefusal, newlyRefused } from "../check.ts"
import type { SeparateDuplicate } from "../commands.ts"
import { DuplicateFact } from "../events/correctionEvents.ts"
import type { PathwayEvent } from "../events.ts"
import { evolveAt, preview } from "../evolve.ts"
import type { EarlyNotification } from "../notification.ts"
import { InterviewInTheWay, NotMerged } from "../refusals.ts"
import { withItsDuplicates } from "../reports.ts"
import { foundOrReturnedAt, interviewOf } from "../standing.ts"
import type { BeforeMerging, ChildState, Episode } from "../state.ts"
import { heardElsewhereFrom } from "../stays.ts"
import { otherEpisode } from "./coverEpisodes.ts"
import { accept, type Decision, type DecisionContext, decideAfter, refuse } from "./decision.ts"
import { setAside, settleEpisode } from "./settleEpisode.ts"
import { checkOrder } from "./timesInOrder.ts"

/** What was told of the duplicate since it was merged, and went to the episode that is kept. */
const newsSince = (state: ChildState, duplicate: Episode): ReadonlyArray<EarlyNotification> => {
  const ours: ReadonlySet<EpisodeId | undefined> = withItsDuplicates(state, duplicate.id)
  // Those under which it was reported: it may have had news of others, merged into it for a while.
  const references = new Set(
    state.notifications.flatMap(({ notification: { kind, policeReference }, episodeId }) =>
      kind === "missing" && ours.has(episodeId) ? [policeReference] : []
    )
  )
  return state.notifications.flatMap(({ notification, episodeId }) =>
    notification.kind !== "missing" && references.has(notification.policeReference) && !ours.has(episodeId)
      ? [notification]
      : []
  )
}

/** The facts of an episode by the names a separation takes them back under. */
const factsOf = (episode: Episode): { readonly [Fact in DuplicateFact]?: unknown } => ({
  ...episode,
  found: "foundAt" in episode.progress ? episode.progress.foundAt : undefined,
  returned: "returnedAt" in episode.progress ? episode.progress.returnedAt : undefined
})

/** How the reports of the duplicate called its absence: on the record that is kept it may be read otherwise than there. */
const absencesTold = (state: ChildState, duplicate: Episode): ReadonlyArray<Pick<Episode, "absence">> => {
  const ours: ReadonlySet<EpisodeId | undefined> = withItsDuplicates(state, duplicate.id)
  return state.notifications.flatMap(({ notification, episodeId }) =>
    ours.has(episodeId) && "absence" in notification && notification.absence !== undefined
      ? [{ absence: notification.absence }]
      : []
  )
}

/** What the episode that is kept did not know before, and has just as the duplicate or its news tell it. */
const takenFrom = (
  kept: Episode,
  before: BeforeMerging,
  duplicate: Episode,
  news: ReadonlyArray<EarlyNotification>,
  absences: ReadonlyArray<Pick<Episode, "absence">>
): ReadonlyArray<DuplicateFact> => {
  const [now, own] = [factsOf(kept), factsOf(before.kept)]
  const told: ReadonlyArray<ReturnType<typeof factsOf>> = [
    factsOf({ ...duplicate, progress: before.progress }),
    ...absences,
    ...news.map((notification): ReturnType<typeof factsOf> => {
      if (notification.kind === "found") return { found: notification.foundAt }
      if (notification.kind === "returned") return { returned: notification.returnedAt }
      return notification.kind === "updated" ? { ...notification } : {}
    })
  ]
  const isTime = (fact: DuplicateFact) => fact === "found" || fact === "returned"
  return DuplicateFact.literals.filter(
    (fact) =>
      now[fact] !== undefined &&
      (isTime(fact) ? own[fact] === undefined : !Equal.equals(now[fact], own[fact])) &&
      told.some((their) => Equal.equals(now[fact], their[fact]))
  )
}

const NOTHING_SETTLED: ReturnType<typeof settleEpisode> = { events: [], ignored: new Map() }

type MergedEpisode = Episode & { readonly progress: { readonly before: BeforeMerging } }

const separateFrom = (
  state: ChildState,
  duplicate: MergedEpisode,
  kept: Episode,
  { reason }: SeparateDuplicate,
  context: DecisionContext
): Decision => {
  const { id: duplicateId, progress } = duplicate
  const { before } = progress
  const { duplicate: theirs, kept: own } = before.interviews
  const news = newsSince(state, duplicate)
  const takenBack = takenFrom(kept, before, duplicate, news, absencesTold(state, duplicate))
  const isStillBack = kept.progress._tag === "Returned" && !takenBack.includes("returned")
  const isTakenBack = !isStillBack && (takenBack.includes("returned") || takenBack.includes("found"))
  const current = interviewOf(state, kept.id)
  // An interview held before the child was found by this record rests on none of it.
  const isHeldSince = (current?.completed?.completedAt ?? 0) >= (foundOrReturnedAt(kept) ?? 0)
  const restsOnIt = current?.completed !== undefined && isHeldSince && heardElsewhereFrom(before.kept) === undefined
  if (isTakenBack && own !== undefined && restsOnIt) return refuse(InterviewInTheWay)
  const follows = own === undefined && current !== undefined && (current.id === theirs || isTakenBack)

  const events: Array<PathwayEvent> = [
    {
      _tag: "EpisodesSeparated",
      duplicateId,
      episodeId: kept.id,
      reason,
      takenBack,
      ...(follows ? { interviewId: current.id } : {})
    }
  ]
  // The duplicate was taken out of an interview that covers others too.
  if (theirs !== undefined && !follows && interviewOf(state, duplicateId) === undefined) {
    events.push({ _tag: "InterviewExtended", interviewId: theirs, episodeIds: [duplicateId] })
  }
  // Without news since the merge there is nothing to settle: it stands as it stood.
  const settled =
    news.length === 0 ? NOTHING_SETTLED : settleEpisode(evolveAt(state, events, context.now), duplicateId, context)
  const apart = { ...duplicate, progress: before.progress }
  const aside = news.flatMap((notification) => setAside(apart, notification, settled.ignored.get(notification)))
  events.push(...settled.events, ...aside)
  const after = preview(state, events)
  const checks = [duplicateId, kept.id].map(
    (id) => () => newlyRefused(() => checkOrder(state, kept.id), checkOrder(after, id))
  )
  return decideAfter(firstRefusal(...checks), () => accept(...events))
}

/** A merged duplicate counts again, and the kept episode loses what it had from the duplicate alone. */
export const separateDuplicate = (
  state: ChildState,
  duplicate: Episode,
  command: SeparateDuplicate,
  context: DecisionContext
): Decision => {
  const { progress } = duplicate
  if (!("before" in progress)) return refuse(NotMerged)
  return Result.flatMap(otherEpisode(state, progress.duplicateOf, "SeparateFrom"), (kept) =>
    separateFrom(state, { ...duplicate, progress }, kept, command, context)
  )
}

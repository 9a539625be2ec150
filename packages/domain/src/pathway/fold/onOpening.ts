import type { Instant } from "../../calendar/instant.ts"
import type { openingEvents } from "../events/openingEvents.ts"
import type { EventOf } from "../events.ts"
import { isOpen } from "../standing.ts"
import type { Episode, Progress } from "../state.ts"
import type { ChangesOf } from "./change.ts"
import { changeEpisode, type Draft, withItem } from "./draft.ts"
import { withPersonsWord } from "./personsWord.ts"
import { withoutApplied, withoutQuestions, withQuestionsOf } from "./questionedReports.ts"

/** Found is known for a child who is back already: the return stands. */
const found = (progress: Progress, foundAt: Instant): Progress =>
  progress._tag === "Returned" ? { ...progress, foundAt } : { _tag: "Found", foundAt }

const returned = (progress: Progress, returnedAt: Instant): Progress =>
  progress._tag === "Found"
    ? { _tag: "Returned", returnedAt, foundAt: progress.foundAt }
    : { _tag: "Returned", returnedAt }

const revised = ({ foundAt, returnedAt }: EventOf<"EndRevised">): Progress => {
  if (returnedAt === undefined) return foundAt === undefined ? { _tag: "Missing" } : { _tag: "Found", foundAt }
  return foundAt === undefined ? { _tag: "Returned", returnedAt } : { _tag: "Returned", returnedAt, foundAt }
}

const cancelled = (
  { progress }: Episode,
  { reason, cancelledAt, sentAt }: EventOf<"EpisodeCancelled">,
  at: Instant | undefined
): Progress => {
  const time = at ?? cancelledAt ?? sentAt
  const previous = progress._tag === "Cancelled" ? {} : { previous: progress }
  return { _tag: "Cancelled", reason, ...previous, ...(time === undefined ? {} : { cancelledAt: time }) }
}

/** What rested on an end that did not happen: above all, an episode that is over cannot hide a missing child. */
const missingAfterAll = (
  {
    closure: _closure,
    interviewNotDone: _notDone,
    preventionInterviewAt: _talk,
    questionedCancellation: _questioned,
    questionedReports: _reports,
    personsWord: _word,
    ...episode
  }: Episode,
  sentAt: Instant
): Episode => ({ ...episode, progress: { _tag: "Missing" }, missingAfterAllAt: sentAt })

/** What a notification tells can be outweighed by another sent later; a person's word by what is sent after it alone. */
const progressed = (
  draft: Draft,
  episode: Episode,
  progress: Progress,
  { sentAt }: { readonly sentAt?: Instant }
): Episode =>
  sentAt === undefined
    ? withoutQuestions(withPersonsWord(draft, episode, progress))
    : withoutApplied({ ...episode, progress })

export const onOpening: ChangesOf<typeof openingEvents> = {
  NotificationReceived: ({ notifications, at }, { notification, episodeId }) => {
    notifications.add({
      notification,
      ...(episodeId === undefined ? {} : { episodeId }),
      ...(at === undefined ? {} : { receivedAt: at })
    })
    if (episodeId === undefined || notification.kind !== "missing") return
    // What waited for this `missing` notification belongs to the episode it opens.
    notifications.change(notification.policeReference, (received) => ({ ...received, episodeId }))
  },
  NotificationTurnedAway: (draft, { notification }) => {
    draft.turnedAway = withItem(draft, draft.turnedAway ?? [], notification)
  },
  MisdirectedNewsAnswered: (draft, { policeReference }) => {
    const { turnedAway = [], turnedAwayAnswered = [] } = draft
    const answered = turnedAway.filter(
      (news) => news.policeReference === policeReference && !turnedAwayAnswered.includes(news)
    )
    if (answered.length > 0) draft.turnedAwayAnswered = [...turnedAwayAnswered, ...answered]
  },
  NotificationRepeated: (draft, { _tag, ...repeat }) => {
    draft.repeats = withItem(draft, draft.repeats ?? [], repeat)
  },
  NotificationSetAside: (draft, { episodeId, toDecide, kind, reason, reportedTime }) => {
    if (toDecide === undefined) return
    const report = { kind, reason, ...(reportedTime === undefined ? {} : { reportedTime }) }
    changeEpisode(draft, episodeId, (episode) => withQuestionsOf(episode, { questionedReports: [report] }))
  },
  EpisodeOpened: ({ episodes }, { _tag, episodeId: id, ...facts }) => {
    if (!episodes.has(id)) episodes.add({ id, ...facts, progress: { _tag: "Missing" } })
  },
  EpisodeUpdated: (draft, { _tag, episodeId, ...changes }) =>
    changeEpisode(draft, episodeId, (episode) => withoutApplied({ ...episode, ...changes })),
  ChildFound: (draft, event) =>
    changeEpisode(draft, event.episodeId, (episode) =>
      progressed(draft, episode, found(episode.progress, event.foundAt), event)
    ),
  ChildReturned: (draft, event) =>
    changeEpisode(draft, event.episodeId, (episode) =>
      progressed(draft, episode, returned(episode.progress, event.returnedAt), event)
    ),
  EndRevised: (draft, event) =>
    changeEpisode(draft, event.episodeId, (episode) => withoutApplied({ ...episode, progress: revised(event) })),
  MissingAfterAll: (draft, { episodeId, sentAt }) =>
    changeEpisode(draft, episodeId, (episode) => missingAfterAll(episode, sentAt)),
  EpisodeCancelled: (draft, event) =>
    changeEpisode(draft, event.episodeId, ({ questionedCancellation: _, ...episode }) =>
      progressed(draft, episode, cancelled(episode, event, draft.at), event)
    ),
  CancellationQuestioned: (draft, { episodeId, reason, sentAt }) =>
    changeEpisode(draft, episodeId, (episode) => ({ ...episode, questionedCancellation: { reason, sentAt } })),
  CancellationDeclined: (draft, event) =>
    changeEpisode(draft, event.episodeId, ({ questionedCancellation: _, ...episode }) =>
      progressed(draft, episode, episode.progress, event)
    ),
  ReportDeclined: (draft, { episodeId }) =>
    changeEpisode(draft, episodeId, (episode) =>
      withoutQuestions(isOpen(episode) ? withPersonsWord(draft, episode, episode.progress) : episode)
    ),
  PreventionInterviewRecorded: (draft, { episodeId, heldAt }) =>
    changeEpisode(draft, episodeId, (episode) => ({ ...episode, preventionInterviewAt: heldAt })),
  PartTwoRecorded: (draft, { episodeId, partTwo }) =>
    changeEpisode(draft, episodeId, (episode) =>
      episode.progress._tag === "Missing" ? { ...episode, progress: { _tag: "Missing", partTwo } } : episode
    )
}

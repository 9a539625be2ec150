import type { CancelEpisode } from "../commands.ts"
import type { Episode } from "../state.ts"
import { acceptUnless, type Decision, type DecisionContext } from "./decision.ts"

/** A person says that there was no such episode. It can be reopened, and a report sent later still alerts. */
export const cancelEpisode = (
  { id: episodeId, progress }: Episode,
  { reason }: CancelEpisode,
  { now }: DecisionContext
): Decision =>
  acceptUnless(progress._tag === "Cancelled", { _tag: "EpisodeCancelled", episodeId, reason, cancelledAt: now })

/** The episode and its interview stand, whatever the cancellation said. */
export const declineCancellation = ({ id: episodeId, questionedCancellation }: Episode): Decision =>
  acceptUnless(questionedCancellation === undefined, { _tag: "CancellationDeclined", episodeId })

/** What was recorded stands, whatever was told since. */
export const declineReport = ({ id: episodeId, questionedReports }: Episode): Decision =>
  acceptUnless(questionedReports === undefined, { _tag: "ReportDeclined", episodeId })

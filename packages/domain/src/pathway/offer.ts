import type { Instant } from "../calendar/instant.ts"
import type { Episode, Interview } from "./state.ts"

/** What the offer of an interview is to one of the episodes it covers. */
export type Offer =
  | { readonly _tag: "NotOffered" }
  /** It counts for this episode, from that moment. */
  | { readonly _tag: "Offered"; readonly offeredAt: Instant }
  /**
   * Made before the child was found this time: after an earlier return that the interview covers too. The child knows
   * of the interview, but nobody can say when it was offered after this return.
   */
  | { readonly _tag: "OfferedBefore"; readonly offeredAt: Instant }

/** Since when the interview could be offered for this episode. Where the finding is not known, it was before the return. */
const offerableSince = ({ progress, missingAt }: Episode): Instant =>
  "foundAt" in progress && progress.foundAt !== undefined ? progress.foundAt : missingAt

/**
 * The offer as it counts for this episode. An interview is offered every time a child is found, so an offer from before
 * that cannot be in time for it: measured from this return, its time would come out negative.
 *
 * Source: tri.x, independent return interview: offered every time a child is found.
 */
export const offerOf = (interview: Interview | undefined, episode: Episode): Offer => {
  const offeredAt = interview?.offeredAt
  if (offeredAt === undefined) return { _tag: "NotOffered" }
  return { _tag: offeredAt < offerableSince(episode) ? "OfferedBefore" : "Offered", offeredAt }
}

import { alertOf, type ChildState, type Episode, isOpen, type PersonId } from "@safe-return/domain/pathway"

/** People are asked to acknowledge only where there is a ladder to climb. */
export const asksToAcknowledge = (episode: Episode): boolean =>
  episode.policy.ladder !== undefined && episode.progress._tag === "Missing" && isOpen(episode)

/** An alert of the child stands, whatever has become of an interview. */
export const isLookedFor = ({ death }: Pick<ChildState, "death">, episode: Episode): boolean =>
  death === undefined && episode.progress._tag === "Missing" && isOpen(episode)

/** Whether this person has answered the newest alert. */
export const hasAnswered = (episode: Episode, person: PersonId): boolean =>
  alertOf(episode).acknowledgements.some(({ by }) => by === person)

/** A child who is looked for, and whose newest alert nobody has answered. */
export const isUnacknowledged = (episode: Episode): boolean =>
  episode.policy.ladder !== undefined &&
  episode.progress._tag === "Missing" &&
  isOpen(episode) &&
  alertOf(episode).acknowledgements.length === 0

/** One disappearance may be reported by the police of two places and by a person: the reports of an episode. */
import { type EpisodeId, PoliceReference } from "./identifiers.ts"
import type { MissingNotification } from "./notification.ts"
import type { ChildState } from "./state.ts"

const NOT_YET_GIVEN = "NOT-YET-GIVEN-"

/** Stands in for the police reference in a person's own report while the police have given none; `id` must be unique. */
export const referenceNotYetGiven = (id: string): PoliceReference => PoliceReference.make(`${NOT_YET_GIVEN}${id}`)

/** Whether the police gave this reference, or it only stands in for theirs. */
export const isGivenByPolice = (reference: PoliceReference): boolean => !reference.startsWith(NOT_YET_GIVEN)

/** The reports of an episode that nobody has cancelled, in the order they came. */
export const reportsOf = ({ notifications }: ChildState, id: EpisodeId): ReadonlyArray<MissingNotification> => {
  const isCancelled = ({ policeReference }: MissingNotification) =>
    notifications.some(
      ({ notification: other }) => other.kind === "cancelled" && other.policeReference === policeReference
    )
  return notifications.flatMap(({ episodeId, notification }) =>
    episodeId === id && notification.kind === "missing" && !isCancelled(notification) ? [notification] : []
  )
}

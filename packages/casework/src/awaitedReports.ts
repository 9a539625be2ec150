import type { ChildReference, ChildState, EarlyNotification } from "@safe-return/domain/pathway"

/** What the police told of a child under a reference whose `missing` notification has not come. */
export interface AwaitedReport {
  readonly child: ChildReference
  /** The first that waits under the reference. */
  readonly notification: EarlyNotification
}

/** Every report that is waited for, once a police reference, the longest waited for first. */
export const awaitedReports = (states: ReadonlyMap<ChildReference, ChildState>): ReadonlyArray<AwaitedReport> =>
  [...states]
    .flatMap(([child, { death, early }]) => {
      // Nobody is asked to chase the report of a child who died.
      if (death !== undefined) return []
      const byReference = Map.groupBy(early, ({ policeReference }) => policeReference)
      return [...byReference.values()].flatMap(([notification]) =>
        notification === undefined ? [] : [{ child, notification }]
      )
    })
    .toSorted((one, other) => one.notification.sentAt - other.notification.sentAt)

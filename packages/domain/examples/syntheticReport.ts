/** Police reports of a child who does not exist, for the examples beside it. */
import {
  addHours,
  ChildReference,
  type ChildState,
  decide,
  EpisodeId,
  emptyChildState,
  type Instant,
  PersonId,
  PoliceReference,
  type Policy,
  record
} from "@safe-return/domain"
import { Result } from "effect"

export const episodeId = EpisodeId.make("episode-1")

const child = { reference: ChildReference.make("SYNTHETIC-1") }

export const reportOf = (missingAt: Instant, policy: Policy, newEpisodeId = episodeId) =>
  ({
    _tag: "ReceiveNotification",
    newEpisodeId,
    policy,
    notification: {
      kind: "missing",
      policeReference: PoliceReference.make(`SYNTHETIC-${newEpisodeId}`),
      sentAt: addHours(missingAt, 1),
      child,
      absence: "missing",
      missingFrom: "home",
      risk: "low",
      missingAt,
      reportedAt: addHours(missingAt, 1)
    }
  }) as const

/** What is on record of a child who was missing from each of these times, and back five hours later. */
export const historyOf = (
  times: ReadonlyArray<readonly [id: string, missingAt: Instant]>,
  policy: Policy
): ChildState =>
  times.reduce((before, [id, missingAt]) => {
    const report = reportOf(missingAt, policy, EpisodeId.make(id))
    const { policeReference, sentAt } = report.notification
    const returnedAt = addHours(missingAt, 5)
    const back = { ...report, notification: { kind: "returned", policeReference, sentAt, child, returnedAt } } as const
    const at = addHours(missingAt, 6)
    return [report, back].reduce(
      (state, command) =>
        record(state, Result.getOrThrow(decide(state, command, { now: at })), {
          at,
          by: PersonId.make("police-intake")
        }).state,
      before
    )
  }, emptyChildState)

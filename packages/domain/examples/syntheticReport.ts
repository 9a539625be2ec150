/** A police report of a child who does not exist, for the examples beside it. */
import { addHours, ChildReference, EpisodeId, type Instant, PoliceReference, type Policy } from "@safe-return/domain"

export const episodeId = EpisodeId.make("episode-1")

export const reportOf = (missingAt: Instant, policy: Policy) =>
  ({
    _tag: "ReceiveNotification",
    newEpisodeId: episodeId,
    policy,
    notification: {
      kind: "missing",
      policeReference: PoliceReference.make("SYNTHETIC-POLICE-1"),
      sentAt: addHours(missingAt, 1),
      child: { reference: ChildReference.make("SYNTHETIC-1") },
      absence: "missing",
      missingFrom: "home",
      risk: "low",
      missingAt,
      reportedAt: addHours(missingAt, 1)
    }
  }) as const

import type { Instant } from "../calendar/instant.ts"
import type { OnRung } from "../policy/ladder.ts"
import type { EpisodeId, PersonId } from "../vocabulary/identifiers.ts"
import type { ReachedBy } from "./pathwayWords.ts"

/** Why people are alerted to a missing child once more. */
export type AlertedBecause = "missing-after-all" | "reported-again" | "risk-raised"

export interface AlertedAgain {
  /** 2 for the second alert of the episode. */
  readonly number: number
  readonly because: AlertedBecause
  /** When what it follows from was recorded. */
  readonly at: Instant
  /** The alerts before, where this one is news of the same disappearance: their climb may not have ended. */
  readonly earlier?: ReadonlyArray<AnsweredAlert>
}

/** The alert of an episode climbs from when that of a joined record began, where nobody had answered either. */
export interface JoinedClimb {
  /** The number of the alert that climbs so. */
  readonly alert: number
  readonly from: Instant
}

/** One person's answer to one alert. */
export interface Acknowledgement {
  /** The number of the alert that was acknowledged. */
  readonly alert: number
  /** The person who has seen the alert, whether or not they recorded it themselves. */
  readonly by: PersonId
  readonly at: Instant
  /** The roles in which they answered; absent in what was written before roles were, which ended the climb. */
  readonly as?: ReadonlyArray<OnRung>
  /** How they were reached, and by which person, where another recorded it for them. */
  readonly reached?: OtherContact
  /** The record whose alert they answered, where it was joined to this one since. */
  readonly from?: EpisodeId
}

/** A person was reached outside the alert, by another who recorded that they know. */
export interface OtherContact {
  readonly how: ReachedBy
  readonly recordedBy: PersonId
}

/** One alert with the answers it has. */
export interface AnsweredAlert {
  readonly number: number
  readonly because: "reported" | AlertedBecause
  readonly at: Instant
  /** When its climb began, where that is before it: with the alert of a record that was joined since. */
  readonly climbsFrom?: Instant
  /** In the order in which they came; a person who comes to hold a further role answers once more. */
  readonly acknowledgements: ReadonlyArray<Acknowledgement>
}

/** When the climb of an alert began: with itself, or with the earlier alert of a record that was joined. */
export const climbStartOf = ({ at, climbsFrom = at }: AnsweredAlert): Instant => climbsFrom

/** The alert that stands for an episode: the newest. */
export interface Alert extends AnsweredAlert {
  readonly earlier?: ReadonlyArray<AnsweredAlert>
}

/** What an episode knows of its alerts. */
interface AlertFacts {
  readonly notifiedAt: Instant
  readonly alertedAgain?: AlertedAgain
  readonly joinedClimb?: JoinedClimb
  readonly acknowledgements?: ReadonlyArray<Acknowledgement>
}

/**
 * The alert that stands for an episode, with its answers: the newest. The first is the report itself, as of when the
 * council was told; `at` is epoch milliseconds.
 *
 * @example
 * ```ts
 * import { EpisodeId, PersonId, alertOf } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const episodeId = EpisodeId.make("episode-1")
 * const { episode } = syntheticCase("missing", [
 *   { _tag: "AcknowledgeAlert", episodeId, by: PersonId.make("co-ordinator-1"), as: ["missing-coordinator"] }
 * ])
 * const { number, because, acknowledgements } = alertOf(episode)
 * number // 1
 * because // "reported"
 * acknowledgements.map(({ by, as }) => [by, as]) // [["co-ordinator-1",["missing-coordinator"]]]
 * ```
 */
export const alertOf = ({ notifiedAt, alertedAgain, joinedClimb, acknowledgements = [] }: AlertFacts): Alert => {
  const alert = alertedAgain ?? ({ number: 1, because: "reported", at: notifiedAt } as const)
  const climb = joinedClimb?.alert === alert.number ? { climbsFrom: joinedClimb.from } : {}
  return { ...alert, ...climb, acknowledgements: acknowledgements.filter((one) => one.alert === alert.number) }
}

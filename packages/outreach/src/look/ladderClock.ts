/** Holds each alert's ladder by time that passes: the wall clock on record may have jumped since. */
import { Instant } from "@safe-return/domain/calendar"
import { alertOf, type ChildReference, type ChildState, type Episode, isOpen } from "@safe-return/domain/pathway"

/** Less than this is a clock that is put right little by little, in milliseconds: what is on record stands. */
const JUMP = 60_000

interface Learnt {
  /** When this process learnt of it, by the clock that only goes forward. */
  readonly forward: number
  /** How old it was then by the wall clock; nothing is younger than new. */
  readonly age: number
}

export interface LadderTime {
  readonly now: Instant
  /** Milliseconds of the clock that only goes forward. */
  readonly forward: number
}

const hasLadder = ({ policy, progress }: Episode): boolean => policy.ladder !== undefined && progress._tag === "Missing"

/** Every moment a climb is reckoned from. */
const momentsOf = (episode: Episode): ReadonlyArray<Instant> => {
  const alert = alertOf(episode)
  const alerts = [...(alert.earlier ?? []), alert]
  return [
    episode.notifiedAt,
    ...alerts.flatMap(({ at, climbsFrom = at }) => [at, climbsFrom]),
    ...[...alerts, { acknowledgements: episode.acknowledgements ?? [] }].flatMap(({ acknowledgements }) =>
      acknowledgements.map(({ at }) => at)
    )
  ]
}

export class LadderClock {
  readonly #learnt = new Map<ChildReference, ReadonlyMap<Instant, Learnt>>()

  /** What the wall clock would show now of a recorded moment, had it gone evenly since this process learnt of it. */
  steady(child: ChildReference, { episodes }: ChildState, { now, forward }: LadderTime): (at: Instant) => Instant {
    const before = this.#learnt.get(child)
    const moments = episodes.filter((episode) => hasLadder(episode) && isOpen(episode)).flatMap(momentsOf)
    const learnt = new Map(
      moments.map((at) => [at, before?.get(at) ?? { forward, age: Math.max(0, now - at) }] as const)
    )
    if (learnt.size === 0) this.#learnt.delete(child)
    else this.#learnt.set(child, learnt)
    return (at) => {
      const known = learnt.get(at)
      if (known === undefined) return at
      const held = now - (known.age + forward - known.forward)
      return Math.abs(held - at) < JUMP ? at : Instant(held)
    }
  }

  forget(child: ChildReference): void {
    this.#learnt.delete(child)
  }
}

/** The episode with the moments of its alerts and their answers read so. */
export const withMomentsOfAlerts = (episode: Episode, read: (at: Instant) => Instant): Episode => {
  const { notifiedAt, alertedAgain, joinedClimb, acknowledgements } = episode
  const answered = <A extends { readonly at: Instant }>(all: ReadonlyArray<A>) =>
    all.map((one) => ({ ...one, at: read(one.at) }))
  return {
    ...episode,
    notifiedAt: read(notifiedAt),
    ...(joinedClimb === undefined ? {} : { joinedClimb: { ...joinedClimb, from: read(joinedClimb.from) } }),
    ...(acknowledgements === undefined ? {} : { acknowledgements: answered(acknowledgements) }),
    ...(alertedAgain === undefined
      ? {}
      : {
          alertedAgain: {
            ...alertedAgain,
            at: read(alertedAgain.at),
            ...(alertedAgain.earlier === undefined
              ? {}
              : {
                  earlier: alertedAgain.earlier.map((one) => ({
                    ...one,
                    at: read(one.at),
                    ...(one.climbsFrom === undefined ? {} : { climbsFrom: read(one.climbsFrom) }),
                    acknowledgements: answered(one.acknowledgements)
                  }))
                })
          }
        })
  }
}

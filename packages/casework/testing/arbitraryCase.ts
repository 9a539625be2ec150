/** Random histories of the made-up child: whatever the domain accepts, in any order and at any time. */
import { EpisodeId } from "@safe-return/domain/pathway"
import fc from "fast-check"
import { anyLaterStep } from "./laterSteps.ts"
import {
  assigned,
  at,
  type Case,
  completed,
  found,
  missing,
  notified,
  offered,
  returned,
  type Told,
  tell
} from "./madeUpCase.ts"

const hours = fc.integer({ min: 0, max: 400 })

const episodes = fc.integer({ min: 1, max: 4 }).map((number) => ({
  id: number === 1 ? EpisodeId.make("episode-1") : EpisodeId.make(`episode-${number}`),
  reference: `SYP-2026-000000${number}`
}))

const step: fc.Arbitrary<Told> = fc.oneof(
  fc.tuple(hours, episodes).map(([when, episode]) => missing(when, episode)),
  hours.map(found),
  fc.tuple(hours, episodes).map(([when, { id }]) => returned(when, id)),
  fc.tuple(hours, fc.boolean()).map(([when, knownAdult]) => assigned(when, knownAdult)),
  fc
    .tuple(hours, fc.constantFrom("accepted", "declined", "no-answer", undefined))
    .map(([when, response]) => offered(when, response)),
  hours.map(completed),
  fc.tuple(hours, episodes).map(([when, episode]) => notified(at(when), { kind: "found", foundAt: at(when) }, episode)),
  fc
    .tuple(hours, episodes)
    .map(([when, episode]) => notified(at(when), { kind: "updated", risk: "low", missingAt: at(when - 2) }, episode)),
  fc
    .tuple(hours, episodes)
    .map(([when, episode]) => notified(at(when), { kind: "cancelled", reason: "SECRET-REASON <!channel>" }, episode)),
  { weight: 6, arbitrary: anyLaterStep(hours) }
)

export const cases: fc.Arbitrary<Case> = fc
  .tuple(episodes, fc.array(step, { maxLength: 14 }), fc.boolean())
  .map(([first, steps, isInOrder]) =>
    tell([missing(0, first), ...(isInOrder ? [...steps].sort((a, b) => a.now - b.now) : steps)])
  )

/** The guided tour of one workspace: begun with a child of its own, checked on request, left at will. */

import { join } from "node:path"
import type { Instant } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import { ChildReference, fold } from "@safe-return/domain/pathway"
import type { Deliveries, Journal } from "@safe-return/journal"
import { type Context, Effect } from "effect"
import type { Tour, TourStepShown } from "../api.ts"
import { Reads } from "./Reads.ts"
import type { TourFacts } from "./TourFacts.ts"
import { forgetTour, readTour, saveTour, type TourRecord } from "./TourRecord.ts"
import { type TourStep, tourSteps } from "./tourSteps.ts"

interface TourParts {
  readonly folder: string
  readonly journal: Context.Service.Shape<typeof Journal>
  readonly deliveries: Context.Service.Shape<typeof Deliveries>
  readonly now: () => Instant
}

const FIRST_CHILD = 80_001

/** From 80001 up, a range for the tour alone: a child without records yet. */
const freshChild = (taken: ReadonlySet<string>): ChildReference => {
  let number = FIRST_CHILD
  while (taken.has(`LCS-${number}`)) number += 1
  return ChildReference.make(`LCS-${number}`)
}

const shown = (step: TourStep, facts: TourFacts, seen: ReadonlyArray<string>): TourStepShown => {
  const outcome = step.check(facts) ?? (seen.includes(step.id) ? "Seen." : undefined)
  return {
    id: step.id,
    title: step.title,
    as: step.as.id,
    todo: step.todo(facts),
    place: step.place(facts),
    ...definedFields({ outcome })
  }
}

export const makeTour = ({ folder, journal, deliveries, now }: TourParts) => {
  const path = join(folder, "tour.json")
  const reads = new Reads()

  const factsOf = Effect.fnUntraced(function* ({ child, startedAt }: TourRecord) {
    const { entries } = yield* journal.read(child)
    const facts: TourFacts = {
      child,
      state: fold(entries.map(({ recorded }) => recorded)),
      entries: entries.filter(({ recorded }) => recorded.recordedAt >= startedAt),
      delivered: yield* deliveries.of(child),
      lastLook: (person, place, thread) => reads.lastLook(person, place, thread)
    }
    return facts
  })

  const read = Effect.gen(function* () {
    const kept = yield* readTour(path)
    if (kept === undefined) return { titles: tourSteps.map(({ title }) => title) } satisfies Tour
    const facts = yield* factsOf(kept)
    const steps = tourSteps.map((step) => shown(step, facts, kept.seen))
    const seen = tourSteps.flatMap(({ id, isLooking }, index) =>
      isLooking === true && steps[index]?.outcome !== undefined ? [id] : []
    )
    if (seen.some((id) => !kept.seen.includes(id))) yield* saveTour(path, { ...kept, seen })
    return { titles: tourSteps.map(({ title }) => title), child: kept.child, steps } satisfies Tour
  })

  return {
    reads,
    read,
    start: Effect.gen(function* () {
      const taken = new Set((yield* journal.readAll).map(({ child }): string => child))
      yield* saveTour(path, { child: freshChild(taken), startedAt: now(), seen: [] })
    }),
    leave: forgetTour(path)
  }
}

export type TrainingTour = ReturnType<typeof makeTour>

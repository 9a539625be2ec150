/** The guided tour of one workspace: begun with a child of its own, checked on request, left at will. */
import { readFile, rm } from "node:fs/promises"
import { join } from "node:path"
import { formatInstant, type Instant, InstantFromIso } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import { ChildReference, fold } from "@safe-return/domain/pathway"
import type { Deliveries, Journal } from "@safe-return/journal"
import { type Context, Effect, Option, Schema } from "effect"
import type { Tour, TourStepShown } from "../api.ts"
import { replaceFile } from "../workspace/replaceFile.ts"
import { Reads } from "./Reads.ts"
import type { TourFacts } from "./TourFacts.ts"
import { type TourStep, tourSteps } from "./tourSteps.ts"

/** Where the tour is kept: in the workspace's folder, so that it survives a restart and a reset ends it. */
const TourSchema = Schema.Struct({
  child: ChildReference,
  startedAt: InstantFromIso,
  /** Steps that consist in looking: once seen, seen. */
  seen: Schema.Array(Schema.String)
})
type TourRecord = typeof TourSchema.Type

const TourJson = Schema.fromJsonString(TourSchema)

/** A file that does not decode is a tour nobody can go on with: it counts as none. */
const readTour = (path: string): Effect.Effect<TourRecord | undefined> =>
  Effect.promise(() => readFile(path, "utf8").catch(() => "")).pipe(
    Effect.flatMap((text) => Effect.option(Schema.decodeEffect(TourJson)(text))),
    Effect.map(Option.getOrUndefined)
  )

const saveTour = (path: string, { child, startedAt, seen }: TourRecord): Effect.Effect<void> =>
  Effect.promise(() => replaceFile(path, `${JSON.stringify({ child, startedAt: formatInstant(startedAt), seen })}\n`))

const forgetTour = (path: string): Effect.Effect<void> => Effect.promise(() => rm(path, { force: true }))

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

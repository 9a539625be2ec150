/** Where the tour is kept: in the workspace's folder, so that it survives a restart and a reset ends it. */
import { readFile, rm } from "node:fs/promises"
import { formatInstant, InstantFromIso } from "@safe-return/domain/calendar"
import { ChildReference } from "@safe-return/domain/pathway"
import { Effect, Option, Schema } from "effect"
import { replaceFile } from "../workspace/replaceFile.ts"

const TourSchema = Schema.Struct({
  child: ChildReference,
  startedAt: InstantFromIso,
  /** Steps that consist in looking: once seen, seen. */
  seen: Schema.Array(Schema.String)
})
export type TourRecord = typeof TourSchema.Type

const TourJson = Schema.fromJsonString(TourSchema)

/** A file that does not decode is a tour nobody can go on with: it counts as none. */
export const readTour = (path: string): Effect.Effect<TourRecord | undefined> =>
  Effect.promise(() => readFile(path, "utf8").catch(() => "")).pipe(
    Effect.flatMap((text) => Effect.option(Schema.decodeEffect(TourJson)(text))),
    Effect.map(Option.getOrUndefined)
  )

export const saveTour = (path: string, { child, startedAt, seen }: TourRecord): Effect.Effect<void> =>
  Effect.promise(() => replaceFile(path, `${JSON.stringify({ child, startedAt: formatInstant(startedAt), seen })}\n`))

export const forgetTour = (path: string): Effect.Effect<void> => Effect.promise(() => rm(path, { force: true }))

/** Where the tour is kept: in the workspace's folder, so that it survives a restart and a reset ends it. */
import { mkdir, open, readFile, rename, rm } from "node:fs/promises"
import { dirname } from "node:path"
import { formatInstant, InstantFromIso } from "@safe-return/domain/calendar"
import { ChildReference } from "@safe-return/domain/pathway"
import { Effect, Option, Schema } from "effect"

const Kept = Schema.Struct({
  child: ChildReference,
  startedAt: InstantFromIso,
  /** Steps that consist in looking: once seen, seen. */
  seen: Schema.Array(Schema.String)
})
export type KeptTour = typeof Kept.Type

const KeptJson = Schema.fromJsonString(Kept)

/** A file that does not decode is a tour nobody can go on with: it counts as none. */
export const readTour = (path: string): Effect.Effect<KeptTour | undefined> =>
  Effect.promise(() => readFile(path, "utf8").catch(() => "")).pipe(
    Effect.flatMap((text) => Effect.option(Schema.decodeEffect(KeptJson)(text))),
    Effect.map(Option.getOrUndefined)
  )

/** Unique temporary file, then rename: a killed process leaves the old tour or the new one, never half of it. */
export const keepTour = (path: string, { child, startedAt, seen }: KeptTour): Effect.Effect<void> =>
  Effect.promise(async () => {
    await mkdir(dirname(path), { recursive: true })
    const temporary = `${path}.${process.pid}.tmp`
    const file = await open(temporary, "w", 0o600)
    await file
      .writeFile(`${JSON.stringify({ child, startedAt: formatInstant(startedAt), seen })}\n`)
      .finally(() => file.close())
    await rename(temporary, path)
  })

export const forgetTour = (path: string): Effect.Effect<void> => Effect.promise(() => rm(path, { force: true }))

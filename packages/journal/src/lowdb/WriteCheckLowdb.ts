import { Effect, Layer } from "effect"
import { tryToWrite } from "../documents/durableFile.ts"
import { LockedDirectory } from "../documents/LockedDirectory.ts"
import { WriteCheck } from "../WriteCheck.ts"

/** As much as a child's document of some years holds: a disk with less room left refuses the next report. */
const BYTES = 64 * 1024

export const writeCheckInLockedDirectory = Layer.effect(
  WriteCheck,
  Effect.map(LockedDirectory, ({ path, write }) => WriteCheck.of({ run: write(path, () => tryToWrite(path, BYTES)) }))
)

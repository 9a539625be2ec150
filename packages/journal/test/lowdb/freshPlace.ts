import { Effect } from "effect"
import { lowdbLayer } from "../../src/files.ts"
import { freshDirectory } from "../freshDirectory.ts"
import type { FreshPlace } from "../restart.ts"

/** One process holds the directory, so a claim of another instance is always of one that has ended. */
export const lowdbPlace: FreshPlace = Effect.map(freshDirectory, (directory) => ({
  layer: lowdbLayer({ directory }),
  leasesRunOut: Effect.void
}))

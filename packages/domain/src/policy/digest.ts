import { Schema } from "effect"
import { TimeOfDay } from "./workingHours.ts"

/**
 * When the morning summary goes out, by a London clock: from `at`, and until `until` where it could not be sent in time.
 * A summary of the morning that arrives in the afternoon says what is no longer so.
 */
export const Digest = Schema.Struct({ at: TimeOfDay, until: TimeOfDay })
export type Digest = typeof Digest.Type

import { Schema } from "effect"
import { TimeOfDay } from "./workingHours.ts"

/** When the morning summary goes out by a London clock, and until when it may still go out late. */
export const Digest = Schema.Struct({ at: TimeOfDay, until: TimeOfDay })
export type Digest = typeof Digest.Type

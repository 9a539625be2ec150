/** An erasure that is asked for, of a child with two events. */
import { utc } from "@safe-return/domain/calendar"
import { PersonId } from "@safe-return/domain/pathway"
import type { ErasureRequest } from "../src/index.ts"
import { child } from "./syntheticEvents.ts"

export const asked: ErasureRequest = {
  child: child("LCS-1"),
  at: utc(2026, 11, 26, 12),
  by: PersonId.make("command-line:made-up"),
  reason: "right-to-erasure"
}

/** Made-up audit entries: nobody asked for any of this. */
import { Instant, utc } from "@safe-return/domain/calendar"
import { PersonId } from "@safe-return/domain/pathway"
import type { AuditEntry } from "../src/index.ts"
import { child } from "./syntheticEvents.ts"

/** A made-up entry; the same number gives the same one. */
export const madeUpEntry = (number: number): AuditEntry => ({
  at: Instant(utc(2026, 11, 26, 9) + number),
  by: PersonId.make(`UMADEUP${number % 7}`),
  act: number % 2 === 0 ? "see-cases" : "reveal-profile",
  ...(number % 3 === 0 ? {} : { child: child(`LCS-${number}`) }),
  outcome: number % 5 === 0 ? "refused" : "allowed"
})

export const entriesFrom = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => madeUpEntry(from + index))

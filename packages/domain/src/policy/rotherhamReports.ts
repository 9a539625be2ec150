import type { ReportsUsed } from "./senderWords.ts"
import { BARNSLEY_SCRUTINY } from "./sources.ts"

/** Missing and away from placement alone: the police here have no "absent", so that a child called so is missing. */
export const rotherhamReports: ReportsUsed = {
  absences: {
    value: ["missing", "away"],
    source: `Our reading: ${BARNSLEY_SCRUTINY} says of the same police that they have no "absent"`,
    verified: false
  },
  risks: {
    value: ["no-apparent", "low", "medium", "high"],
    source: "Our reading: the four grades of the police; no text seen leaves one of them out here",
    verified: false
  },
  words: {
    value: [{ field: "absence", word: "absent", readAs: "missing" }],
    source:
      "Our reading: what was once called absent is the lowest grade of missing, so that no missing child is left out",
    verified: false
  }
}

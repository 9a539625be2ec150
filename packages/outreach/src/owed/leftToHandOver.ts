import type { InterviewOfAbsent } from "@safe-return/casework"

/** How many of these interviews are still theirs. */
export const leftToHandOver = (interviews: ReadonlyArray<InterviewOfAbsent>): number =>
  interviews.filter(({ became }) => became._tag === "StillTheirs").length

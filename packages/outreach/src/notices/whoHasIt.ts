import type { InterviewStatus } from "@safe-return/domain/pathway"
import type { Style } from "./Notice.ts"

/** Who has an interview that is owed, and whether it was offered. */
export const whoHasIt = (
  { standing }: { readonly standing: InterviewStatus },
  { strong, person }: Pick<Style, "strong" | "person">
): string => {
  if (standing._tag !== "Assigned") return strong("not assigned")
  const { interviewer, offeredAt } = standing.interview
  return `${person(interviewer)}${offeredAt === undefined ? ", not offered yet" : ", offered"}`
}

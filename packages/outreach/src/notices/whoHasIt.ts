import type { InterviewStatus } from "@safe-return/domain/pathway"
import { type DateWords, datesInFull } from "@safe-return/wording"
import type { InterviewerAbsence } from "../recipients/InterviewerAbsence.ts"
import { absenceBriefly } from "./absenceWords.ts"
import type { Style } from "./Notice.ts"

interface Away {
  /** The interviewers who are away. */
  readonly absences?: ReadonlyArray<InterviewerAbsence>
  readonly dates?: DateWords
}

/** Who has an interview that is owed, whether it was offered, and whether they are there. */
export const whoHasIt = (
  { standing }: { readonly standing: InterviewStatus },
  { strong, person }: Pick<Style, "strong" | "person">,
  { absences = [], dates = datesInFull }: Away = {}
): string => {
  if (standing._tag !== "Assigned") return strong("not assigned")
  const { interviewer, offeredAt } = standing.interview
  const absence = absences.find((one) => one.person === interviewer)
  const away = absence === undefined ? "" : `, ${absenceBriefly(absence, { person }, dates)}`
  return `${person(interviewer)}${offeredAt === undefined ? ", not offered yet" : ", offered"}${away}`
}

import { type ChildState, type Episode, type InterviewStatus, isInterviewOwed } from "@safe-return/domain/pathway"
import { type DateWords, datesInFull, missingAgainInWords } from "@safe-return/wording"
import type { InterviewerAbsence } from "../recipients/InterviewerAbsence.ts"
import { absenceBriefly } from "./absenceWords.ts"
import type { Style } from "./Notice.ts"

interface Away {
  /** The interviewers who are away. */
  readonly absences?: ReadonlyArray<InterviewerAbsence>
  readonly dates?: DateWords
}

interface Line {
  readonly standing: InterviewStatus
  readonly state: ChildState
  readonly episode: Episode
}

/** Who has an interview that is owed, whether it was offered, whether they are there, and whether it can be held. */
export const whoHasIt = (
  { standing, state, episode }: Line,
  { strong, person }: Pick<Style, "strong" | "person">,
  { absences = [], dates = datesInFull }: Away = {}
): string => {
  const again = missingAgainInWords(state, episode, dates)
  const waits = again === undefined || !isInterviewOwed(standing) ? "" : `, ${again}: it waits until they are back`
  if (standing._tag !== "Assigned") return `${strong("not assigned")}${waits}`
  const { interviewer, offeredAt } = standing.interview
  const absence = absences.find((one) => one.person === interviewer)
  const away = absence === undefined ? "" : `, ${absenceBriefly(absence, { person }, dates)}`
  return `${person(interviewer)}${offeredAt === undefined ? ", not offered yet" : ", offered"}${away}${waits}`
}

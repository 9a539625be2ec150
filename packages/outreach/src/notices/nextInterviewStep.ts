import { type Episode, type Interview, offeredAtOf } from "@safe-return/domain/pathway"

/** What comes next of an interview that is owed, overdue or not: it is given, then offered, then logged. */
export const nextInterviewStep = (interview: Interview | undefined, episode: Episode): "assign" | "offer" | "log" => {
  if (interview?.interviewer === undefined) return "assign"
  return offeredAtOf(interview, episode) === undefined ? "offer" : "log"
}

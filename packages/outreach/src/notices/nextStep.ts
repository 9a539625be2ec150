import { whoMay } from "@safe-return/casework"
import {
  type ChildReference,
  type Episode,
  type InterviewStatus,
  interviewerOf,
  isOpen,
  offerOf
} from "@safe-return/domain/pathway"
import type { Style } from "./Notice.ts"

/** Why nothing is left to do. */
const ending = ({ progress, closure }: Episode, style: Style): string => {
  if (closure?._tag === "Transferred") return `This episode was transferred to ${style.text(closure.to)}.`
  if (closure?._tag === "ClosedAtEighteen") return "This episode was closed on the child's 18th birthday."
  if (progress._tag !== "Cancelled") return "This episode was cancelled."
  if (progress.duplicateOf !== undefined) return "This episode is a duplicate of another, which is kept."
  return progress.reason === "wrong-child"
    ? "This report was not of this child: it was recorded on the wrong child."
    : "This episode was cancelled."
}

const isCancelled = ({ progress }: Episode): boolean =>
  progress._tag === "Cancelled" && progress.duplicateOf === undefined

const whileMissing = (style: Style): string =>
  `${style.strong("Next:")} the first of you to hear of it records Found as soon as the child is found, or Returned once they are back. No deadline runs yet: the interview's clock starts at the return.`

/** What there is to do about a mother who is missing, or was. */
const unbornStep = ({ progress }: Episode, style: Style): string => {
  const none = "No return home interview is owed."
  if (progress._tag === "Missing")
    return `The child is unborn: their mother is missing. ${style.strong("Next:")} the first of you to hear of it records Found as soon as she is found, or Returned once she is back. ${none}`
  return progress._tag === "Found"
    ? `The child is unborn. ${style.strong("Next:")} record when their mother returned. ${none}`
    : `The child was unborn. ${none}`
}

/** What a person has to do now, in a sentence or two; the deadlines stand beside it. */
export const nextStep = (
  child: ChildReference,
  episode: Episode,
  standing: InterviewStatus,
  style: Style,
  {
    stay,
    again,
    isBackSince = false,
    due,
    movedTo
  }: {
    /** Where a found child is who is not back, in words. */
    readonly stay?: string | undefined
    /** That they are looked for under a later report, in words. */
    readonly again?: string | undefined
    /** A later disappearance is on record: the interview can be held with that one's. */
    readonly isBackSince?: boolean
    /** By when the interview is due, while its clock runs. */
    readonly due?: string | undefined
    /** The child that the report was moved to, for readers who may see every child. */
    readonly movedTo?: ChildReference | undefined
  } = {}
): string => {
  if (episode.closure?._tag === "Closed")
    return "This episode is closed: nothing is left to do. If something new comes to light, a Missing Co-ordinator or team manager reopens it."
  if (episode.progress._tag === "Missing" && standing._tag !== "NotOwed") return whileMissing(style)
  switch (standing._tag) {
    case "NotYetDue":
      return whileMissing(style)
    case "NotOwed":
      if (movedTo !== undefined)
        return `${ending(episode, style)} It is kept with ${style.text(movedTo)} now. Nothing more to do here.`
      if (episode.unborn !== undefined && isOpen(episode)) return unbornStep(episode, style)
      return isCancelled(episode)
        ? `${ending(episode, style)} Nothing more to do here. If that is wrong, reopen it with a reason.`
        : `${ending(episode, style)} Nothing more to do here.`
    case "Completed":
      return "The return home interview is done. Its content belongs in the case system."
    case "Declined":
      return standing.interview.carerOffer === undefined
        ? `The child declined the return home interview. ${style.strong("Next:")} offer the parent or carer to tell what they know, and consider what else would help the child to be heard.`
        : "The child declined the return home interview. Consider what else would help them to be heard."
    case "NotDone":
      return "There was no return home interview; the reason is kept with the case. Assign it to take it up again."
    case "Unassigned":
    case "Assigned":
      break
  }
  const interviewer = interviewerOf(standing)
  if (again !== undefined) {
    const waits =
      interviewer === undefined
        ? "The return home interview waits"
        : `${style.person(interviewer)} has the return home interview, which waits`
    return `The child is ${again}, and that comes first. ${waits} until they are back.`
  }
  const isOffered = standing._tag === "Assigned" && offerOf(standing.interview, episode)._tag === "Offered"
  const dueBy = (before: string): string => (due === undefined ? "" : `${before}${style.strong(due)}`)
  const interview =
    interviewer === undefined
      ? `${whoMay("assign-interview")} assigns the return home interview${dueBy(", due ")}: ${style.code(`/rhi assign ${style.text(child)} @person`)}.`
      : `${style.person(interviewer)} ${isOffered ? "carries out" : "offers and carries out"} the return home interview${dueBy(" ")}, then logs it.`
  if (stay !== undefined) {
    const where = isBackSince
      ? "The interview can be held with that of the later disappearance."
      : "The interview can be held there, and no clock runs until they are back."
    return `The child is ${stay}. ${where} ${style.strong("Next:")} ${interview}`
  }
  return episode.progress._tag === "Found"
    ? `${style.strong("Next:")} record when the child returned to home or placement: the clock starts then. Meanwhile ${interview}`
    : `${style.strong("Next:")} ${interview}`
}

import { completeness } from "@safe-return/domain/interview"
import type { Episode, InterviewStanding } from "@safe-return/domain/pathway"
import type { Button } from "@slack/types"
import {
  assignButton,
  attemptButton,
  changeInterviewerButton,
  logButton,
  noInterviewButton,
  offerButton,
  offerToCarerButton,
  recordButton
} from "./caseButtons.ts"
import type { CaseLink } from "./caseLink.ts"

/** What can be done about the interview now; the next step stands out once the child is back. */
export const interviewButtons = (
  { progress }: Episode,
  standing: InterviewStanding,
  link: CaseLink
): ReadonlyArray<Button> => {
  const style = progress._tag === "Returned" ? "primary" : undefined
  switch (standing._tag) {
    case "Unassigned":
      return [assignButton(link, style), logButton(link), noInterviewButton(link)]
    case "Assigned": {
      const isOffered = standing.interview.offeredAt !== undefined
      return [
        ...(isOffered ? [logButton(link, style), offerButton(link)] : [offerButton(link, style), logButton(link)]),
        attemptButton(link),
        changeInterviewerButton(link),
        noInterviewButton(link)
      ]
    }
    // A child may change their mind.
    case "Declined":
      return [
        ...(standing.interview.carerOffer === undefined ? [offerToCarerButton(link, style)] : []),
        logButton(link)
      ]
    case "NotDone":
      return [assignButton(link)]
    case "Completed":
      return completeness(standing.interview).missing.length === 0 ? [] : [recordButton(link)]
    case "NotYetDue":
    case "NotOwed":
      return []
  }
}

import { completeness } from "@safe-return/domain/interview"
import { type Episode, type InterviewStatus, offeredAtOf } from "@safe-return/domain/pathway"
import type { Button } from "@slack/types"
import {
  assignButton,
  attemptButton,
  carerOfferButton,
  changeInterviewerButton,
  hearAnotherWayButton,
  logButton,
  noInterviewButton,
  offerButton,
  offerToCarerButton,
  recordButton,
  unassignButton
} from "./caseButtons.ts"
import type { CaseLink } from "./caseLink.ts"

/** What can be done about the interview now; the next step stands out once the child is back. */
export const interviewButtons = (
  episode: Episode,
  standing: InterviewStatus,
  link: CaseLink
): ReadonlyArray<Button> => {
  const style = episode.progress._tag === "Returned" ? "primary" : undefined
  switch (standing._tag) {
    case "Unassigned":
      return [
        assignButton(link, style),
        logButton(link),
        noInterviewButton(link),
        offerButton(link),
        attemptButton(link)
      ]
    case "Assigned": {
      const isOffered = offeredAtOf(standing.interview, episode) !== undefined
      return [
        ...(isOffered ? [logButton(link, style), offerButton(link)] : [offerButton(link, style), logButton(link)]),
        attemptButton(link),
        changeInterviewerButton(link),
        noInterviewButton(link),
        unassignButton(link)
      ]
    }
    // A child may change their mind.
    case "Declined":
      return [
        ...(standing.interview.carerOffer === undefined ? [offerToCarerButton(link, style)] : []),
        logButton(link),
        hearAnotherWayButton(link)
      ]
    case "NotDone":
      return [
        assignButton(link),
        ...(standing.interview?.carerOffer === undefined ? [carerOfferButton(link)] : []),
        attemptButton(link)
      ]
    case "Completed":
      return completeness(standing.interview).missing.length === 0 ? [] : [recordButton(link)]
    case "NotYetDue":
    case "NotOwed":
      return []
  }
}

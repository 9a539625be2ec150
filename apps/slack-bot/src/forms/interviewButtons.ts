import { completeness } from "@safe-return/domain/interview"
import { type Episode, type InterviewStatus, offeredAtOf } from "@safe-return/domain/pathway"
import { type CaseButton, primary } from "../blocks/caseLink.ts"
import { assignButton, changeInterviewerButton, hearAnotherWayButton } from "./assign/assignView.ts"
import { attemptButton } from "./attempt/attemptView.ts"
import { carerOfferButton } from "./carerOffer/carerOfferView.ts"
import { logButton } from "./logInterview/logInterviewView.ts"
import { noInterviewButton } from "./noInterview/noInterviewView.ts"
import { answerButton, offerButton, offerToCarerButton } from "./offer/offerView.ts"
import { recordButton } from "./record/recordView.ts"
import { unassignButton } from "./unassign/unassignView.ts"

/** What can be done about the interview now; the next step stands out once the child is back. */
export const interviewButtons = (episode: Episode, standing: InterviewStatus): ReadonlyArray<CaseButton> => {
  const isBack = episode.progress._tag === "Returned"
  const next = (button: CaseButton) => (isBack ? primary(button) : button)
  switch (standing._tag) {
    case "Unassigned":
      return [next(assignButton), logButton, noInterviewButton, offerButton, attemptButton]
    case "Assigned": {
      const isOffered = offeredAtOf(standing.interview, episode) !== undefined
      return [
        ...(isOffered ? [next(logButton), answerButton] : [next(offerButton), logButton]),
        attemptButton,
        changeInterviewerButton,
        noInterviewButton,
        unassignButton
      ]
    }
    // A child may change their mind.
    case "Declined":
      return [
        ...(standing.interview.carerOffer === undefined ? [next(offerToCarerButton)] : []),
        logButton,
        hearAnotherWayButton
      ]
    case "NotDone":
      return [assignButton, ...(standing.interview?.carerOffer === undefined ? [carerOfferButton] : []), attemptButton]
    case "Completed":
      return completeness(standing.interview).missing.length === 0 ? [] : [recordButton]
    case "NotYetDue":
    case "NotOwed":
      return []
  }
}

import type { ToDo } from "@safe-return/outreach"
import type { Button } from "@slack/types"
import type { CaseLink } from "../blocks/caseLink.ts"
import { assignButton, changeInterviewerButton } from "../forms/assign/assignView.ts"
import { carerOfferButton } from "../forms/carerOffer/carerOfferView.ts"
import { closeButton } from "../forms/close/closeView.ts"
import { logButton } from "../forms/logInterview/logInterviewView.ts"
import { offerButton } from "../forms/offer/offerView.ts"
import { recordButton } from "../forms/record/recordView.ts"
import { finishButton } from "../forms/screen/screenView.ts"
import { decideHereButton, decidePostedButton } from "../forms/triggerDecisions/triggerDecisionsView.ts"

const buttons: { readonly [What in ToDo["what"]]: (link: CaseLink, style?: "primary") => Button } = {
  assign: assignButton,
  "change-interviewer": changeInterviewerButton,
  offer: offerButton,
  log: logButton,
  decide: decideHereButton,
  "decide-posted": decidePostedButton,
  screen: finishButton,
  "carer-offer": carerOfferButton,
  record: recordButton,
  close: closeButton
}

/** Beside a line, what its reader does next. */
export const todoButton = ({ what, child, episodeId }: ToDo, style?: "primary"): Button =>
  buttons[what]({ child, episodeId }, style)

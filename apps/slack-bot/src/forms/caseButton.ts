import { definedFields } from "@safe-return/domain/definedFields"
import type { Button } from "@slack/types"
import { type CaseLink, encodeCaseLink } from "../blocks/caseLink.ts"

/** A button about one episode. */
export interface CaseButton {
  (link: CaseLink, style?: "primary"): Button
  readonly actionId: string
  /** What it is for, in a sentence, for people who do not know its name. */
  readonly purpose: string
}

export const caseButton = (actionId: string, text: string, purpose: string): CaseButton =>
  Object.assign(
    (link: CaseLink, style?: "primary"): Button => ({
      type: "button",
      action_id: actionId,
      text: { type: "plain_text", text },
      value: encodeCaseLink(link),
      ...definedFields({ style })
    }),
    { actionId, purpose }
  )

/** The same button where it is the next step, which stands out. */
export const primary = (button: CaseButton): CaseButton =>
  Object.assign((link: CaseLink) => button(link, "primary"), { actionId: button.actionId, purpose: button.purpose })

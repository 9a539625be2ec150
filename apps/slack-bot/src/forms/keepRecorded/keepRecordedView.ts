import { type Episode, reportsInQuestion } from "@safe-return/domain/pathway"
import { setAsideInWords } from "@safe-return/outreach"
import { datesInFull, londonDateTime } from "@safe-return/wording"
import type { ModalView } from "@slack/types"
import { escapeSlack, section } from "../../blocks/blocks.ts"
import type { CaseLink } from "../../blocks/caseLink.ts"
import { caseButton } from "../../blocks/caseLink.ts"
import { form } from "../form.ts"

export const keepRecordedButton = caseButton(
  "keep-recorded",
  "Recorded is right",
  "What was told contradicts what is recorded, and what is recorded stands."
)

export const KEEP_RECORDED_FORM = "keep-recorded"

/** What is recorded stands, whatever was told against it. */
export const keepRecordedView = (link: CaseLink, episode: Episode): ModalView => {
  const told = reportsInQuestion(episode).map((report) => `• ${setAsideInWords(report, datesInFull, episode)}`)
  return form({
    callbackId: KEEP_RECORDED_FORM,
    title: "Recorded is right",
    submit: "It stands",
    close: "Leave it as it is",
    link,
    blocks: [
      section(`*${escapeSlack(link.child)}* · last seen ${londonDateTime(episode.missingAt)}`),
      section(told.join("\n")),
      section("What is recorded stands, and nobody is asked about these any more. They stay on the record.")
    ]
  })
}

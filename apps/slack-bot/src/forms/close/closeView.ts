import type { ModalView } from "@slack/types"
import { escapeSlack, section } from "../../blocks/blocks.ts"
import type { CaseLink } from "../../blocks/caseLink.ts"
import { caseButton } from "../../blocks/caseLink.ts"
import { form } from "../form.ts"

export const closeButton = caseButton("close", "Close", "Nothing is left to do.")

export const CLOSE_FORM = "close"

/** Nothing is left to do: is the episode to be closed? */
export const closeView = (link: CaseLink): ModalView =>
  form({
    callbackId: CLOSE_FORM,
    title: "Close episode",
    submit: "Close episode",
    link,
    blocks: [
      section(
        `*${escapeSlack(link.child)}* · Nothing is left to do on this episode. Once it is closed, nothing more can be recorded on it until it is reopened with a reason.`
      )
    ]
  })

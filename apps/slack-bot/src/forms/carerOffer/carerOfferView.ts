import type { Instant } from "@safe-return/domain/calendar"
import { type CarerOffer, type OfferToCarer, Response, responseWords } from "@safe-return/domain/pathway"
import { londonDateTime } from "@safe-return/wording"
import type { ModalView } from "@slack/types"
import { Result } from "effect"
import { context, escapeSlack, section } from "../../blocks/blocks.ts"
import type { CaseLink } from "../../blocks/caseLink.ts"
import { caseButton } from "../../blocks/caseLink.ts"
import { dateTimeField, radioField } from "../fields.ts"
import { choiceIn, type FormValues, form, InvalidSubmission, instantIn } from "../form.ts"

export const carerOfferButton = caseButton(
  "carer-offer",
  "Offer to parent or carer",
  "The child cannot be heard: what the parent or carer can tell."
)

export const CARER_OFFER_FORM = "carer-offer"

/** For a child who cannot be heard; its inputs have their own ids, because Slack keeps what an earlier form held. */
export const carerOfferView = (link: CaseLink, now: Instant, isDeclined = true, recorded?: CarerOffer): ModalView =>
  form({
    callbackId: CARER_OFFER_FORM,
    title: "Offer to the carer",
    submit: "Record",
    close: "Later",
    link,
    blocks: [
      section(
        `*${escapeSlack(link.child)}* · ${isDeclined ? "The child declined, and that is recorded" : "The child has not been heard"}. The parent or carer is offered to tell what they know.`
      ),
      ...(recorded === undefined
        ? []
        : [
            context(
              `Recorded: offered ${londonDateTime(recorded.offeredAt)}, ${responseWords.words[recorded.response].toLowerCase()}. What you record now takes its place.`
            )
          ]),
      dateTimeField({ id: "carerOfferedAt", label: "Offered to the parent or carer at" }, now),
      radioField({ id: "carerResponse", label: "The parent's or carer's answer" }, responseWords.words)
    ]
  })

export const readCarerOffer = (link: CaseLink, values: FormValues): Result.Result<OfferToCarer, InvalidSubmission> => {
  const offeredAt = instantIn(values, "carerOfferedAt")
  const response = choiceIn(values, "carerResponse", Response)
  if (offeredAt === undefined || response === undefined) {
    const fields = {
      ...(offeredAt === undefined ? { carerOfferedAt: "Give when it was offered to the parent or carer." } : {}),
      ...(response === undefined ? { carerResponse: "Give their answer, or that there is none yet." } : {})
    }
    return Result.fail(new InvalidSubmission({ fields }))
  }
  return Result.succeed({ _tag: "OfferToCarer", episodeId: link.episodeId, offeredAt, response })
}

import type { Instant } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import {
  answerOf,
  type Episode,
  type Interview,
  isDeclined,
  type LogInterview,
  offeredAtOf,
  Response,
  responseWords
} from "@safe-return/domain/pathway"
import { londonDateTime } from "@safe-return/wording"
import type { ModalView } from "@slack/types"
import { Result } from "effect"
import { context, escapeSlack, section } from "../../blocks/blocks.ts"
import type { CaseLink } from "../../blocks/caseLink.ts"
import { caseButton } from "../../blocks/caseLink.ts"
import { dateTimeField, radioField } from "../fields.ts"
import { choiceIn, type FormValues, form, InvalidSubmission, instantIn } from "../form.ts"

export const offerButton = caseButton("offer", "Record offer", "The interview was offered, and what was answered.")
/** Once it is offered, only the answer is asked. */
export const answerButton = caseButton("offer", "Record answer", "What the child answered to the offer.")
/** After a decline the offer is the parent's or carer's: cards sent before carry it under this id. */
export const offerToCarerButton = caseButton(
  "offer",
  "Offer to parent or carer",
  "The interview was offered, and what was answered."
)

export const OFFER_FORM = "offer"

/** The last answer, but for a decline after which the child is heard in another way. */
export const answerShown = (interview: Interview | undefined, episode: Episode): Response | undefined => {
  const answer = answerOf(interview, episode)
  return answer === "declined" && !isDeclined(interview, episode) ? undefined : answer
}

/** The offer to the child and their answer. An offer's time stands once recorded, so then only the answer is asked. */
export const offerView = (
  link: CaseLink,
  episode: Episode,
  interview: Interview | undefined,
  now: Instant
): ModalView => {
  const offeredAt = offeredAtOf(interview, episode)
  return form({
    callbackId: OFFER_FORM,
    title: "Offer to the child",
    submit: "Record",
    link,
    blocks: [
      section(`*${escapeSlack(link.child)}* · return home interview`),
      offeredAt === undefined
        ? dateTimeField(
            { id: "offeredAt", label: "Offered at", hint: "When the child was told of the interview and asked." },
            now
          )
        : context(`Offered ${londonDateTime(offeredAt)}.`),
      radioField({ id: "response", label: "The child's answer" }, responseWords.words, answerShown(interview, episode))
    ]
  })
}

type Offer = Pick<LogInterview, "offeredAt" | "response"> & { readonly response: Response }

export const readOffer = (values: FormValues): Result.Result<Offer, InvalidSubmission> => {
  const offeredAt = instantIn(values, "offeredAt")
  const response = choiceIn(values, "response", Response)
  if (response === undefined) {
    return Result.fail(new InvalidSubmission({ fields: { response: "Give the answer, or that there is none yet." } }))
  }
  return Result.succeed({ ...definedFields({ offeredAt }), response })
}

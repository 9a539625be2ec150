import type { Instant } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import { type Episode, type RecordReturned, ReturnedTo } from "@safe-return/domain/pathway"
import { londonDateTime } from "@safe-return/wording"
import type { ModalView } from "@slack/types"
import { Result } from "effect"
import { escapeSlack, section } from "../../blocks/blocks.ts"
import type { CaseLink } from "../../blocks/caseLink.ts"
import { caseButton } from "../../blocks/caseLink.ts"
import { dateTimeField } from "../fields.ts"
import { choiceIn, type FormValues, form, InvalidSubmission, instantIn } from "../form.ts"
import { returnedToField } from "../whereabouts/whereaboutsView.ts"

export const returnedButton = caseButton("returned", "Returned", "The child is back: the interview's clock starts.")

export const RETURNED_FORM = "returned"

/** When was the child back? This starts the clocks of the interview. */
export const returnedView = (link: CaseLink, episode: Episode, now: Instant): ModalView => {
  const { progress, missingAt, policy } = episode
  const found = progress._tag === "Found" ? `, found ${londonDateTime(progress.foundAt)}` : ""
  return form({
    callbackId: RETURNED_FORM,
    title: "Returned",
    submit: "Record return",
    link,
    blocks: [
      section(`*${escapeSlack(link.child)}* · last seen ${londonDateTime(missingAt)}${found}`),
      dateTimeField(
        {
          id: "returnedAt",
          label: "Returned at",
          hint: `When the child was back at home or in their placement. The ${policy.interview.hours.value} hours of the return home interview run from this time.`
        },
        now
      ),
      returnedToField
    ]
  })
}

export const readReturned = (link: CaseLink, values: FormValues): Result.Result<RecordReturned, InvalidSubmission> => {
  const returnedAt = instantIn(values, "returnedAt")
  const returnedTo = choiceIn(values, "returnedTo", ReturnedTo)
  return returnedAt === undefined
    ? Result.fail(new InvalidSubmission({ fields: { returnedAt: "Give the date and time the child returned." } }))
    : Result.succeed({
        _tag: "RecordReturned",
        episodeId: link.episodeId,
        returnedAt,
        ...definedFields({ returnedTo })
      })
}

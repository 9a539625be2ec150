import type { Instant } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import { type ChildState, type Episode, type RecordFound, Whereabouts } from "@safe-return/domain/pathway"
import { londonDateTime } from "@safe-return/wording"
import type { ModalView } from "@slack/types"
import { Result } from "effect"
import { escapeSlack, section } from "../../blocks/blocks.ts"
import type { CaseLink } from "../../blocks/caseLink.ts"
import { caseButton } from "../../blocks/caseLink.ts"
import { dateTimeField } from "../fields.ts"
import { choiceIn, type FormValues, form, InvalidSubmission, instantIn } from "../form.ts"
import { whereaboutsField } from "../whereabouts/whereaboutsView.ts"

export const foundButton = caseButton("found", "Found", "The child is found.")

export const FOUND_FORM = "found"

/** When was the child found? */
export const foundView = (link: CaseLink, state: ChildState, episode: Episode, now: Instant): ModalView =>
  form({
    callbackId: FOUND_FORM,
    title: "Found",
    submit: "Record found",
    link,
    blocks: [
      section(`*${escapeSlack(link.child)}* · last seen ${londonDateTime(episode.missingAt)}`),
      dateTimeField(
        {
          id: "foundAt",
          label: "Found at",
          hint: "When it was known where the child is, even if they are not back yet. Record the return separately."
        },
        now
      ),
      whereaboutsField(state, episode)
    ]
  })

export const readFound = (link: CaseLink, values: FormValues): Result.Result<RecordFound, InvalidSubmission> => {
  const foundAt = instantIn(values, "foundAt")
  const whereabouts = choiceIn(values, "whereabouts", Whereabouts)
  return foundAt === undefined
    ? Result.fail(new InvalidSubmission({ fields: { foundAt: "Give the date and time the child was found." } }))
    : Result.succeed({
        _tag: "RecordFound",
        episodeId: link.episodeId,
        foundAt,
        ...definedFields({ whereabouts })
      })
}

import type { Instant } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import type { Arrangement, EpisodeId, Interview, PersonId } from "@safe-return/domain/pathway"
import type { KnownBlock, ModalView } from "@slack/types"
import { Result } from "effect"
import { escapeSlack, section } from "../../blocks/blocks.ts"
import type { CaseLink } from "../../blocks/caseLink.ts"
import { caseButton } from "../../blocks/caseLink.ts"
import { readAlsoCovers } from "../alsoCoversField.ts"
import { type ArrangementAnswers, arrangedFields, readArranged } from "../arrangedFields.ts"
import { dateTimeField, personField } from "../fields.ts"
import { type FormValues, form, InvalidSubmission, instantIn, personIn } from "../form.ts"

export const assignButton = caseButton(
  "assign-interview",
  "Assign interview",
  "Who carries out the return home interview."
)
export const changeInterviewerButton = caseButton(
  "assign-interview",
  "Change interviewer",
  "Who carries out the return home interview."
)
export const hearAnotherWayButton = caseButton(
  "assign-interview",
  "Hear in another way",
  "Who carries out the return home interview."
)

export const ASSIGN_FORM = "assign-interview"

/** What the form shows besides its fields. */
export interface BesideAssignment {
  /** By when the interview is due, a line a clock; none while no clock runs. */
  readonly due?: ReadonlyArray<string>
  /** What stands below: who has how much to do, further episodes. */
  readonly more?: ReadonlyArray<KnownBlock>
  /** Who is to carry it out, where nobody has said yet. */
  readonly suggested?: Arrangement
}

/**
 * Who carries out the return home interview?
 */
export const assignView = (
  link: CaseLink,
  interview?: Interview,
  { due = [], more = [], suggested }: BesideAssignment = {}
): ModalView =>
  form({
    callbackId: ASSIGN_FORM,
    title: "Assign interview",
    submit: "Assign",
    link,
    blocks: [
      section([`*${escapeSlack(link.child)}* · return home interview`, ...due].join("\n")),
      personField(
        {
          id: "interviewer",
          label: "Interviewer",
          hint: "A person who is independent: not the child's allocated worker, unless the child asks for them. For a host authority or a provider: the one of us who arranges it with them."
        },
        interview?.interviewer
      ),
      ...arrangedFields(interview, suggested),
      dateTimeField(
        {
          id: "plannedFor",
          label: "Planned for",
          hint: "When the interview is to take place, if that is known.",
          optional: true
        },
        interview?.plannedFor
      ),
      ...more
    ]
  })

export interface Assignment extends ArrangementAnswers {
  readonly interviewer: PersonId
  readonly alsoCovers?: ReadonlyArray<EpisodeId>
  readonly plannedFor?: Instant
}

export const readAssignment = (values: FormValues): Result.Result<Assignment, InvalidSubmission> => {
  const interviewer = personIn(values, "interviewer")
  const plannedFor = instantIn(values, "plannedFor")
  const planned = definedFields({ plannedFor })
  return interviewer === undefined
    ? Result.fail(new InvalidSubmission({ fields: { interviewer: "Choose who carries out the interview." } }))
    : Result.succeed({ interviewer, ...readArranged(values), ...readAlsoCovers(values), ...planned })
}

import { definedFields } from "@safe-return/domain/definedFields"
import type { CompletedInterview, Interview, PersonId } from "@safe-return/domain/pathway"
import { londonDateTime } from "@safe-return/wording"
import type { ModalView } from "@slack/types"
import { Result } from "effect"
import { escapeSlack, section } from "../../blocks/blocks.ts"
import type { CaseLink } from "../../blocks/caseLink.ts"
import { caseButton } from "../../blocks/caseLink.ts"
import { knownAdultField, readKnownAdult } from "../arrangedFields.ts"
import { dateTimeField, personField } from "../fields.ts"
import type { FormValues } from "../form.ts"
import { form, InvalidSubmission } from "../form.ts"
import { missingFromHeld, readHeld, toldFields } from "../profile/heldFields.ts"

export const furtherSessionButton = caseButton(
  "further-session",
  "Log further session",
  "The child was talked to again. The interview that is logged stands."
)

export const FURTHER_SESSION_FORM = "further-session"

const sessionsBefore = ({ completed, furtherSessions = [] }: Interview): string =>
  [completed, ...furtherSessions]
    .flatMap((session) => (session === undefined ? [] : [londonDateTime(session.completedAt)]))
    .join("; ")

/** The child was talked to again: the interview that is logged stands, with its times. */
export const furtherSessionView = (link: CaseLink, interview: Interview, suggested: PersonId | undefined): ModalView =>
  form({
    callbackId: FURTHER_SESSION_FORM,
    title: "Further session",
    submit: "Log",
    link,
    blocks: [
      section(
        `*${escapeSlack(link.child)}* · Recorded so far: ${sessionsBefore(interview)}. The first stands, and the deadlines are measured by it. What the child said belongs in the case system.`
      ),
      dateTimeField({ id: "completedAt", label: "Further session held at" }),
      personField({ id: "interviewer", label: "Held by" }, suggested),
      knownAdultField,
      ...toldFields(false)
    ]
  })

interface FurtherSession {
  readonly session: CompletedInterview
  readonly knownAdult: boolean
}

export const readFurtherSession = (values: FormValues): Result.Result<FurtherSession, InvalidSubmission> => {
  const { completedAt, interviewer, venue, harmDisclosed, exploitation = [], followUp = [] } = readHeld(values)
  const problems = {
    ...(completedAt === undefined ? { completedAt: "Give when the child was talked to again." } : {}),
    ...missingFromHeld({
      ...definedFields({ interviewer, venue, harmDisclosed }),
      followUp
    })
  }
  return completedAt === undefined ||
    interviewer === undefined ||
    venue === undefined ||
    harmDisclosed === undefined ||
    Object.keys(problems).length > 0
    ? Result.fail(new InvalidSubmission({ fields: problems }))
    : Result.succeed({
        session: { completedAt, interviewer, venue, harmDisclosed, exploitation, followUp },
        knownAdult: readKnownAdult(values)
      })
}

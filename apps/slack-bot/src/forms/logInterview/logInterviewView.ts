import type { Instant } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import {
  type Episode,
  type Interview,
  type LogInterview,
  offeredAtOf,
  type PersonId,
  Response,
  responseWords
} from "@safe-return/domain/pathway"
import { londonDateTime } from "@safe-return/wording"
import type { KnownBlock, ModalView } from "@slack/types"
import { Result } from "effect"
import { context, divider, escapeSlack, section } from "../../blocks/blocks.ts"
import type { CaseLink } from "../../blocks/caseLink.ts"
import { caseButton } from "../../blocks/caseLink.ts"
import { readAlsoCovers } from "../alsoCoversField.ts"
import { arrangedFields, knownAdultField } from "../arrangedFields.ts"
import { dateTimeField, personField, radioField } from "../fields.ts"
import { choiceIn, type FormValues, form, InvalidSubmission, instantIn } from "../form.ts"
import { answerShown } from "../offer/offerView.ts"
import { missingFromHeld, readHeld, toldFields } from "../profile/heldFields.ts"

export const logButton = caseButton("log-interview", "Log interview", "The offer, the answer or the interview.")

export const LOG_FORM = "log-interview"

const alreadyRecorded = (offeredAt: Instant | undefined): ReadonlyArray<KnownBlock> =>
  offeredAt === undefined
    ? []
    : [context(`Already recorded: offered ${londonDateTime(offeredAt)}. Leave the offer empty.`)]

/**
 * What became of the interview. Codes only: there is no box for a narrative, because the child's own account
 * belongs in the case system.
 *
 * @param alsoCovers the input for further episodes, where there are any
 * @param suggested who is shown as the interviewer until another person is chosen
 */
export const logInterviewView = (
  link: CaseLink,
  episode: Episode,
  interview: Interview | undefined,
  suggested: PersonId | undefined,
  alsoCovers: ReadonlyArray<KnownBlock> = []
): ModalView =>
  form({
    callbackId: LOG_FORM,
    title: "Log interview",
    submit: "Log",
    link,
    blocks: [
      section(
        `*${escapeSlack(link.child)}* · return home interview. What the child said belongs in the case system, not here.`
      ),
      ...alreadyRecorded(offeredAtOf(interview, episode)),
      dateTimeField({ id: "offeredAt", label: "Offered at", optional: true }),
      radioField(
        { id: "response", label: "The child's answer", optional: true },
        responseWords.words,
        answerShown(interview, episode)
      ),
      ...alsoCovers,
      divider,
      dateTimeField({
        id: "completedAt",
        label: "Interview completed at",
        hint: "Leave empty while it has not taken place; then nothing below is needed.",
        optional: true
      }),
      personField({ id: "interviewer", label: "Interviewer", optional: true }, suggested),
      ...(interview?.interviewer === undefined ? arrangedFields(interview) : [knownAdultField]),
      ...toldFields(true)
    ]
  })

export type InterviewLog = Pick<LogInterview, "offeredAt" | "response" | "completed" | "alsoCovers">

const invalid = (fields: Record<string, string>) => Result.fail(new InvalidSubmission({ fields }))

export const readLog = (values: FormValues): Result.Result<InterviewLog, InvalidSubmission> => {
  const offeredAt = instantIn(values, "offeredAt")
  const response = choiceIn(values, "response", Response)
  const held = readHeld(values)
  const { completedAt, interviewer, venue, harmDisclosed, exploitation = [], followUp = [] } = held
  const offer = {
    ...readAlsoCovers(values),
    ...definedFields({ offeredAt, response })
  }

  if (completedAt === undefined) {
    // The interviewer is filled in beforehand, so it alone does not say that the interview took place.
    const hasDetails =
      venue !== undefined || harmDisclosed !== undefined || exploitation.length > 0 || followUp.length > 0
    return hasDetails
      ? invalid({
          completedAt:
            "Give when the interview took place. To log only the offer, close this form and leave everything below the line empty."
        })
      : Result.succeed(offer)
  }
  const problems = {
    ...(response === undefined
      ? { response: "Give the child's answer: an interview that took place was accepted." }
      : {}),
    ...missingFromHeld(held)
  }
  if (
    interviewer === undefined ||
    venue === undefined ||
    harmDisclosed === undefined ||
    Object.keys(problems).length > 0
  ) {
    return invalid(problems)
  }
  return Result.succeed({
    ...offer,
    completed: { completedAt, interviewer, venue, harmDisclosed, exploitation, followUp }
  })
}

/** What can be judged of it already, whatever else is still to be put right. */
export const logToJudge = (values: FormValues, by: PersonId): InterviewLog => {
  const offeredAt = instantIn(values, "offeredAt")
  const response = choiceIn(values, "response", Response)
  const { completedAt, interviewer = by } = readHeld(values)
  const codes = { venue: "home", harmDisclosed: "not-disclosed", exploitation: [], followUp: [] } as const
  const completed = completedAt === undefined ? undefined : { completedAt, interviewer, ...codes }
  return { ...readAlsoCovers(values), ...definedFields({ offeredAt, response, completed }) }
}

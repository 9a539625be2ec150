import {
  ExploitationIndicator,
  exploitationWords,
  FollowUp,
  followUpWords,
  HarmDisclosed,
  harmWords,
  type Interview,
  type LogInterview,
  type PersonId,
  Response,
  responseWords,
  Venue,
  venueWords
} from "@safe-return/domain/pathway"
import type { KnownBlock, ModalView } from "@slack/types"
import { Result } from "effect"
import { context, divider, section } from "../messages/blocks.ts"
import type { CaseLink } from "../messages/caseLink.ts"
import { escapeSlack } from "../words/escapeSlack.ts"
import { londonDateTime } from "../words/londonTime.ts"
import { readAlsoCovers } from "./alsoCoversField.ts"
import { arrangedFields } from "./arrangedFields.ts"
import { checkboxField, dateTimeField, personField, radioField, selectField } from "./fields.ts"
import { form, forms } from "./form.ts"
import { choiceIn, choicesIn, type FormValues, instantIn, personIn } from "./formValues.ts"
import { InvalidSubmission } from "./InvalidSubmission.ts"

const alreadyRecorded = (interview: Interview | undefined): ReadonlyArray<KnownBlock> =>
  interview?.offeredAt === undefined
    ? []
    : [context(`Already recorded: offered ${londonDateTime(interview.offeredAt)}. Leave the offer empty.`)]

/**
 * What became of the interview. Codes only: there is no box for a narrative, because the child's own account
 * belongs in the case system.
 *
 * @param alsoCovers the input for further episodes, where there are any
 * @param suggested who is shown as the interviewer until somebody else is chosen
 */
export const logInterviewView = (
  link: CaseLink,
  interview: Interview | undefined,
  suggested: PersonId | undefined,
  alsoCovers: ReadonlyArray<KnownBlock> = []
): ModalView =>
  form({
    callbackId: forms.log,
    title: "Log interview",
    submit: "Log",
    link,
    blocks: [
      section(
        `*${escapeSlack(link.child)}* · return home interview. What the child said belongs in the case system, not here.`
      ),
      ...alreadyRecorded(interview),
      dateTimeField({ id: "offeredAt", label: "Offered at", optional: true }),
      radioField(
        { id: "response", label: "The child's answer", optional: true },
        responseWords.words,
        interview?.response
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
      ...(interview === undefined ? arrangedFields() : []),
      selectField({ id: "venue", label: "Venue", optional: true }, venueWords.words),
      radioField({ id: "harmDisclosed", label: "Harm disclosed", optional: true }, harmWords.words),
      checkboxField({ id: "exploitation", label: "Exploitation indicators", optional: true }, exploitationWords.words),
      checkboxField({ id: "followUp", label: "Follow-up", optional: true }, followUpWords.words)
    ]
  })

type Logged = Pick<LogInterview, "offeredAt" | "response" | "completed" | "alsoCovers">

/** The sentences for what is missing from an interview that took place. */
const missingFrom = (
  parts: Readonly<Record<"response" | "interviewer" | "venue" | "harmDisclosed", unknown>>
): Record<string, string> => ({
  ...(parts.response === undefined
    ? { response: "Give the child's answer: an interview that took place was accepted." }
    : {}),
  ...(parts.interviewer === undefined ? { interviewer: "Choose who carried out the interview." } : {}),
  ...(parts.venue === undefined ? { venue: "Choose where the interview took place." } : {}),
  ...(parts.harmDisclosed === undefined ? { harmDisclosed: "Say whether the child disclosed harm." } : {})
})

const invalid = (fields: Record<string, string>) => Result.fail(new InvalidSubmission({ fields }))

export const readLog = (values: FormValues): Result.Result<Logged, InvalidSubmission> => {
  const offeredAt = instantIn(values, "offeredAt")
  const response = choiceIn(values, "response", Response)
  const completedAt = instantIn(values, "completedAt")
  const interviewer = personIn(values, "interviewer")
  const venue = choiceIn(values, "venue", Venue)
  const harmDisclosed = choiceIn(values, "harmDisclosed", HarmDisclosed)
  const exploitation = choicesIn(values, "exploitation", ExploitationIndicator)
  const followUp = choicesIn(values, "followUp", FollowUp)
  const offer = {
    ...readAlsoCovers(values),
    ...(offeredAt === undefined ? {} : { offeredAt }),
    ...(response === undefined ? {} : { response })
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
  const contradiction: Record<string, string> =
    followUp.includes("none") && followUp.length > 1
      ? { followUp: "Choose either no further action or what follows, not both." }
      : {}
  const problems = { ...missingFrom({ response, interviewer, venue, harmDisclosed }), ...contradiction }
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

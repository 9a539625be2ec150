import type { Instant } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import {
  answerOf,
  type CorrectInterview,
  CorrectionReason,
  correctionReasonWords,
  type Episode,
  type EpisodeId,
  ExploitationIndicator,
  exploitationWords,
  FollowUp,
  followUpWords,
  HarmDisclosed,
  harmWords,
  type Interview,
  offeredAtOf,
  Response,
  responseWords,
  Venue,
  venueWords
} from "@safe-return/domain/pathway"
import { londonDateTime } from "@safe-return/wording"
import type { KnownBlock, ModalView } from "@slack/types"
import { Result } from "effect"
import { context, divider, escapeSlack, section } from "../../blocks/blocks.ts"
import type { CaseLink } from "../../blocks/caseLink.ts"
import { personInWords } from "../../words/person.ts"
import { dateTimeField, personField, radioField, selectField, severalField } from "../fields.ts"
import { choiceIn, choicesIn, type FormValues, form, InvalidSubmission, instantIn, personIn } from "../form.ts"

export const CORRECT_INTERVIEW_FORM = "correct-interview"

/** Whether anything of an interview was recorded that could be wrong. */
export const isCorrectable = (interview: Interview | undefined, episode: Episode): interview is Interview =>
  interview !== undefined && (offeredAtOf(interview, episode) !== undefined || interview.completed !== undefined)

const offerFields = (offeredAt: Instant | undefined, response: Response | undefined): ReadonlyArray<KnownBlock> => [
  ...(offeredAt === undefined
    ? []
    : [
        dateTimeField({
          id: "offeredAt",
          label: "Offered at",
          hint: `Recorded: ${londonDateTime(offeredAt)}`,
          optional: true
        })
      ]),
  ...(response === undefined
    ? []
    : [
        radioField(
          {
            id: "response",
            label: "The child's answer",
            hint: `Recorded: ${responseWords.words[response]}`,
            optional: true
          },
          responseWords.words
        )
      ])
]

const NOT_SHOWN = "What the interview brought out is not shown here: the person who heard the child knows it."

const completedFields = ({ completed }: Interview): ReadonlyArray<KnownBlock> =>
  completed === undefined
    ? []
    : [
        divider,
        dateTimeField({
          id: "completedAt",
          label: "Interview completed at",
          hint: `Recorded: ${londonDateTime(completed.completedAt)}`,
          optional: true
        }),
        context(`Recorded: carried out by ${personInWords(completed.interviewer)}. ${NOT_SHOWN}`),
        personField({ id: "interviewer", label: "Interviewer", optional: true }),
        selectField({ id: "venue", label: "Venue", optional: true }, venueWords.words),
        selectField({ id: "harmDisclosed", label: "Harm disclosed", optional: true }, harmWords.words),
        severalField({ id: "exploitation", label: "Exploitation indicators", optional: true }, exploitationWords.words),
        severalField({ id: "followUp", label: "Follow-up", optional: true }, followUpWords.words)
      ]

/** What is right instead; what the interview brought out is not shown to a person who corrects a time. */
export const correctInterviewView = (link: CaseLink, episode: Episode, interview: Interview): ModalView =>
  form({
    callbackId: CORRECT_INTERVIEW_FORM,
    title: "Correct the interview",
    submit: "Correct",
    link,
    blocks: [
      section(
        `*${escapeSlack(link.child)}* · Fill in what is wrong and leave the rest empty. What stood before is kept. A list that is filled in takes the place of the whole list.`
      ),
      radioField({ id: "reason", label: "Why" }, correctionReasonWords.words),
      divider,
      ...offerFields(offeredAtOf(interview, episode), answerOf(interview, episode)),
      ...completedFields(interview)
    ]
  })

/** What was entered; whether the interviewer holds the role is for the caller to add. */
type InterviewCorrection = Omit<CorrectInterview, "isInterviewer" | "allocatedWorker">

const some = <A>(list: ReadonlyArray<A>): ReadonlyArray<A> | undefined => (list.length === 0 ? undefined : list)

/** What can be judged of it already, without its reason too. */
export const interviewCorrectionToJudge = (episodeId: EpisodeId, values: FormValues): InterviewCorrection => {
  const changes = definedFields({
    offeredAt: instantIn(values, "offeredAt"),
    response: choiceIn(values, "response", Response),
    completedAt: instantIn(values, "completedAt"),
    interviewer: personIn(values, "interviewer"),
    venue: choiceIn(values, "venue", Venue),
    harmDisclosed: choiceIn(values, "harmDisclosed", HarmDisclosed),
    exploitation: some(choicesIn(values, "exploitation", ExploitationIndicator)),
    followUp: some(choicesIn(values, "followUp", FollowUp))
  })
  const reason = choiceIn(values, "reason", CorrectionReason) ?? "mistyped"
  return { _tag: "CorrectInterview", episodeId, reason, ...changes }
}

/** The correction, or every field that is missing or contradicts itself. */
export const readInterviewCorrection = (
  episodeId: EpisodeId,
  values: FormValues
): Result.Result<InterviewCorrection, InvalidSubmission> => {
  const correction = interviewCorrectionToJudge(episodeId, values)
  const { _tag, episodeId: _, reason: __, ...changes } = correction
  const { followUp = [] } = correction
  const isBoth = followUp.includes("none") && followUp.length > 1
  const fields = {
    ...(choiceIn(values, "reason", CorrectionReason) === undefined ? { reason: "Choose why it is corrected." } : {}),
    ...(isBoth ? { followUp: "Choose either no further action or what follows, not both." } : {}),
    ...(Object.keys(changes).length === 0 ? { offeredAt: "Nothing is filled in yet. Give what is right." } : {})
  }
  return Object.keys(fields).length === 0 ? Result.succeed(correction) : Result.fail(new InvalidSubmission({ fields }))
}

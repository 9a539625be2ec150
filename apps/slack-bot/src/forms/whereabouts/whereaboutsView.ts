import type { Instant } from "@safe-return/domain/calendar"
import {
  type ChildState,
  type Episode,
  type RecordReturnedTo,
  type RecordWhereabouts,
  ReturnedTo,
  returnedToWords,
  stayOf,
  Whereabouts,
  whereaboutsWords
} from "@safe-return/domain/pathway"
import { londonDateTime } from "@safe-return/wording"
import type { InputBlock, ModalView } from "@slack/types"
import { Result } from "effect"
import { escapeSlack, section } from "../../blocks/blocks.ts"
import type { CaseLink } from "../../blocks/caseLink.ts"
import { caseButton } from "../../blocks/caseLink.ts"
import { type Choices, dateTimeField, selectField } from "../fields.ts"
import { choiceIn, type FormValues, form, InvalidSubmission, instantIn } from "../form.ts"

export const whereaboutsButton = caseButton(
  "whereabouts",
  "Where the child is",
  "Where a found child is who is not back, or where they came back to."
)
export const returnedToButton = caseButton(
  "whereabouts",
  "Where they came back to",
  "Where a found child is who is not back, or where they came back to."
)

export const WHEREABOUTS_FORM = "whereabouts"
export const RETURNED_TO_FORM = "returned-to"

/** Missing again is offered once a later report is on record: before that it could only be refused. */
const placesOf = ({ episodes }: ChildState, { id, missingAt, progress }: Episode): Choices => {
  const since = "foundAt" in progress ? (progress.foundAt ?? missingAt) : missingAt
  const isReported = episodes.some(
    (other) => other.id !== id && other.progress._tag !== "Cancelled" && other.missingAt >= since
  )
  const { "missing-again": _, ...others } = whereaboutsWords.words
  return isReported ? whereaboutsWords.words : others
}

export const whereaboutsField = (state: ChildState, episode: Episode): InputBlock =>
  selectField(
    {
      id: "whereabouts",
      label: "Where are they now?",
      hint: "If they are not on their way back. The interview can be held there.",
      optional: true
    },
    placesOf(state, episode)
  )

export const returnedToField = selectField(
  { id: "returnedTo", label: "Where did they come back to?", optional: true },
  returnedToWords.words
)

/** Where is the child, who is found and not back? */
export const whereaboutsView = (link: CaseLink, state: ChildState, episode: Episode, now: Instant): ModalView => {
  const stay = stayOf(state, episode)
  const recorded =
    stay === undefined
      ? ""
      : `Recorded: ${whereaboutsWords.words[stay.whereabouts]}, since ${londonDateTime(stay.since)}. `
  return form({
    callbackId: WHEREABOUTS_FORM,
    title: "Where the child is",
    submit: "Record",
    link,
    blocks: [
      section(`*${escapeSlack(link.child)}* · Found and not back. The clock of the interview waits for the return.`),
      selectField(
        {
          id: "whereabouts",
          label: "Where are they?",
          hint: `${recorded}If they are missing again, report them missing first.`
        },
        placesOf(state, episode)
      ),
      dateTimeField({ id: "since", label: "Since", hint: "From when they have been there." }, now)
    ]
  })
}

/** Where did the child come back to? */
export const returnedToView = (link: CaseLink, recorded?: ReturnedTo): ModalView =>
  form({
    callbackId: RETURNED_TO_FORM,
    title: "Where they came back to",
    submit: "Record",
    link,
    blocks: [
      section(`*${escapeSlack(link.child)}* · Back. It need not be where they left from.`),
      selectField(
        {
          id: "returnedTo",
          label: "Where did they come back to?",
          ...(recorded === undefined ? {} : { hint: `Recorded: ${returnedToWords.words[recorded]}` })
        },
        returnedToWords.words
      )
    ]
  })

export const readWhereabouts = (
  { episodeId }: CaseLink,
  values: FormValues
): Result.Result<RecordWhereabouts, InvalidSubmission> => {
  const whereabouts = choiceIn(values, "whereabouts", Whereabouts)
  const since = instantIn(values, "since")
  if (whereabouts === undefined || since === undefined) {
    return Result.fail(
      new InvalidSubmission({
        fields: {
          ...(whereabouts === undefined ? { whereabouts: "Choose where the child is." } : {}),
          ...(since === undefined ? { since: "Give since when." } : {})
        }
      })
    )
  }
  return Result.succeed({ _tag: "RecordWhereabouts", episodeId, whereabouts, since })
}

export const readReturnedTo = (
  { episodeId }: CaseLink,
  values: FormValues
): Result.Result<RecordReturnedTo, InvalidSubmission> => {
  const returnedTo = choiceIn(values, "returnedTo", ReturnedTo)
  return returnedTo === undefined
    ? Result.fail(new InvalidSubmission({ fields: { returnedTo: "Choose where they came back to." } }))
    : Result.succeed({ _tag: "RecordReturnedTo", episodeId, returnedTo })
}

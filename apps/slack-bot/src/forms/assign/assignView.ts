import type { Instant } from "@safe-return/domain/calendar"
import { type Arrangement, type EpisodeId, type Interview, PersonId } from "@safe-return/domain/pathway"
import type { InputBlock, KnownBlock, ModalView } from "@slack/types"
import { Result, Schema } from "effect"
import { escapeSlack, section } from "../../blocks/blocks.ts"
import type { CaseLink } from "../../blocks/caseLink.ts"
import { caseButton } from "../../blocks/caseLink.ts"
import { readAlsoCovers } from "../alsoCoversField.ts"
import { type ArrangementAnswers, arrangedFields, readArranged } from "../arrangedFields.ts"
import { type Choices, dateTimeField, personField, selectField } from "../fields.ts"
import { choiceIn, type FormValues, form, InvalidSubmission, personIn } from "../form.ts"
import { type PlanBefore, planField, readPlan } from "./plannedSoFar.ts"

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

/** Of a person who is not set up as an interviewer. */
export const ANOTHER_PERSON = "anotherPerson"

/** What the form shows besides its fields. */
interface BesideAssignment {
  /** By when the interview is due, a line a clock; none while no clock runs. */
  readonly due?: ReadonlyArray<string>
  /** The interviewers there are, those with least to do first, with their workload. */
  readonly interviewers?: Choices
  /** Why nobody of them can take it now, where that is so. */
  readonly nobodyThere?: string
  /** What stands below: who has how much to do, further episodes. */
  readonly more?: ReadonlyArray<KnownBlock>
  /** Who is to carry it out, where nobody has said yet. */
  readonly suggested?: Arrangement
  /** What is planned with the person who has it, and still to come. */
  readonly plan?: Instant
}

/** The choice that a person is named below. */
const NAMED_BELOW = "named-below"

/** As many choices as Slack takes in one list, with that one. */
const MOST_INTERVIEWERS = 99

const withAnotherPerson = (choices: Choices): Choices => ({
  ...Object.fromEntries(Object.entries(choices).slice(0, MOST_INTERVIEWERS)),
  [NAMED_BELOW]: "Another person, named below"
})

/** Where nobody is set up, a list of nobody is no choice. */
const interviewerField = (choices: Choices, interview?: Interview): ReadonlyArray<InputBlock> =>
  Object.keys(choices).length === 0
    ? []
    : [
        selectField(
          {
            id: "interviewer",
            label: "Interviewer",
            hint: "The child's allocated worker is not in the list: they are not independent."
          },
          withAnotherPerson(choices),
          interview?.interviewer
        )
      ]

/** Where there is no list to choose from, this is the one way to say who. */
const anotherPersonField = (choices: Choices): InputBlock => {
  const isOnlyChoice = Object.keys(choices).length === 0
  return personField({
    id: ANOTHER_PERSON,
    label: isOnlyChoice ? "Interviewer" : "Another person",
    hint: "Only for a person the child asked for, or, where a host authority or a provider carries it out, the one of us who arranges it.",
    optional: !isOnlyChoice
  })
}

/** Who carries out the return home interview? */
export const assignView = (
  link: CaseLink,
  interview?: Interview,
  { due = [], interviewers = {}, nobodyThere, more = [], suggested, plan }: BesideAssignment = {}
): ModalView =>
  form({
    callbackId: ASSIGN_FORM,
    title: "Assign interview",
    submit: "Assign",
    link,
    blocks: [
      section([`*${escapeSlack(link.child)}* · return home interview`, ...due].join("\n")),
      ...(nobodyThere === undefined ? [] : [section(`:warning: ${nobodyThere}`)]),
      ...interviewerField(interviewers, interview),
      anotherPersonField(interviewers),
      ...arrangedFields(interview, suggested),
      ...(plan === undefined ? [] : [planField(plan)]),
      dateTimeField({
        id: "plannedFor",
        label: plan === undefined ? "Planned for" : "Planned for another time",
        hint: "When the interview is to take place, if that is known.",
        optional: true
      }),
      ...more
    ]
  })

export interface Assignment extends ArrangementAnswers {
  readonly interviewer: PersonId
  readonly alsoCovers?: ReadonlyArray<EpisodeId>
  readonly plannedFor?: Instant
}

export const readAssignment = (
  values: FormValues,
  before: PlanBefore = {}
): Result.Result<Assignment, InvalidSubmission> => {
  const isNamedBelow = choiceIn(values, "interviewer", Schema.Literal(NAMED_BELOW)) !== undefined
  const chosen = isNamedBelow ? undefined : choiceIn(values, "interviewer", PersonId)
  const interviewer = personIn(values, ANOTHER_PERSON) ?? chosen
  const { fault = {}, ...planned } = readPlan(values, interviewer, before)
  // Without a list to choose from, this input is the only one.
  const isBelow = isNamedBelow || !("interviewer" in values)
  const sentence = "Choose who carries out the interview."
  const nobody = interviewer === undefined ? { [isBelow ? ANOTHER_PERSON : "interviewer"]: sentence } : {}
  return interviewer === undefined || Object.keys(fault).length > 0
    ? Result.fail(new InvalidSubmission({ fields: { ...nobody, ...fault } }))
    : Result.succeed({ interviewer, ...readArranged(values), ...readAlsoCovers(values), ...planned })
}

/** The handover of a person's interviews: first the two people, then the interviews. */
import type { Instant } from "@safe-return/domain/calendar"
import type { QueueLine } from "@safe-return/domain/deadlines"
import { InterviewId, PersonId } from "@safe-return/domain/pathway"
import { londonDateTime } from "@safe-return/wording"
import type { Button, ModalView } from "@slack/types"
import { type Option, Result, Schema } from "effect"
import { section } from "../../blocks/blocks.ts"
import { personInWords } from "../../words/person.ts"
import { personField, radioField, severalField } from "../fields.ts"
import { choiceIn, choicesIn, type FormValues, form, InvalidSubmission, personIn } from "../form.ts"

export const HANDOVER_FORM = "handover"
export const HANDOVER_LIST_FORM = "handover-list"

export const OPEN_HANDOVER = "open-handover"

/** Opens the handover of one person's interviews, all at once or those that are ticked. */
export const handoverButton = (from: PersonId): Button => ({
  type: "button",
  action_id: OPEN_HANDOVER,
  text: { type: "plain_text", text: "Hand over several" },
  value: from,
  style: "primary"
})

export const Handover = Schema.Struct({ from: PersonId, to: PersonId })
export type Handover = typeof Handover.Type

const HandoverJson = Schema.fromJsonString(Handover)

export const handoverView = (people: Partial<Handover>): ModalView =>
  form({
    callbackId: HANDOVER_FORM,
    title: "Hand over interviews",
    submit: "Next",
    blocks: [
      section("For sickness, leave or a change of team: the reminders go with the interviews."),
      personField({ id: "from", label: "From" }, people.from),
      personField({ id: "to", label: "To", hint: "A return home interviewer." }, people.to)
    ]
  })

export const readHandover = (values: FormValues): Result.Result<Handover, InvalidSubmission> => {
  const from = personIn(values, "from")
  const to = personIn(values, "to")
  if (from === undefined || to === undefined) {
    const fields = {
      ...(from === undefined ? { from: "Choose whose interviews are handed over." } : {}),
      ...(to === undefined ? { to: "Choose who takes them." } : {})
    }
    return Result.fail(new InvalidSubmission({ fields }))
  }
  return from === to
    ? Result.fail(new InvalidSubmission({ fields: { to: "Choose someone other than the person who hands over." } }))
    : Result.succeed({ from, to })
}

/** An assigned interview, with the line of the queue that says how urgent it is. */
export interface HandedOver {
  readonly id: InterviewId
  readonly line: QueueLine
  /** The child asked for this person: handed over only if it is ticked. */
  readonly knownAdult: boolean
  /** Still to come: it can go with the interview. */
  readonly plannedFor?: Instant
}

/** Slack takes at most this many choices in a list; the rest are handed over in a second go. */
const OFFERED = 100

/** Left open on purpose: only they know whether the new interviewer can keep the time. */
const planWords = {
  carried: "They go with the interviews",
  dropped: "They are dropped: the new interviewer plans again"
} as const
export const Plans = Schema.Literals(["carried", "dropped"])
export type Plans = typeof Plans.Type

const plansField = radioField(
  { id: "plans", label: "Planned times", hint: "Both interviewers read what becomes of them." },
  planWords
)

export const handoverListView = (handover: Handover, interviews: ReadonlyArray<HandedOver>): ModalView => {
  const shown = interviews.slice(0, OFFERED)
  const choices = Object.fromEntries(
    shown.map(({ id, line, knownAdult, plannedFor }) => [
      id,
      `${line.child} · ${londonDateTime(line.clocks.elapsedClock.dueAt)}${plannedFor === undefined ? "" : ` · planned ${londonDateTime(plannedFor)}`}${knownAdult ? " *" : ""}`
    ])
  )
  return {
    ...form({
      callbackId: HANDOVER_LIST_FORM,
      title: "Hand over interviews",
      submit: "Hand over",
      blocks: [
        section(
          `From ${personInWords(handover.from)} to ${personInWords(handover.to)}. Untick what stays. Marked *: the child asked for this person, so hand it over only if the child agrees.`
        ),
        severalField(
          { id: "interviews", label: "Interviews, by when they are due" },
          choices,
          shown.flatMap(({ id, knownAdult }) => (knownAdult ? [] : [id]))
        ),
        ...(shown.some(({ plannedFor }) => plannedFor !== undefined) ? [plansField] : [])
      ]
    }),
    private_metadata: Schema.encodeSync(HandoverJson)(handover)
  }
}

export const decodeHandover: (text: string) => Option.Option<Handover> = Schema.decodeUnknownOption(HandoverJson)

export interface ChosenInterviews {
  readonly chosen: ReadonlyArray<InterviewId>
  /** Undefined where it was not asked. */
  readonly plans: Plans | undefined
}

export const readHandoverList = (values: FormValues): Result.Result<ChosenInterviews, InvalidSubmission> => {
  const chosen = choicesIn(values, "interviews", InterviewId)
  return chosen.length === 0
    ? Result.fail(new InvalidSubmission({ fields: { interviews: "Choose at least one interview, or cancel." } }))
    : Result.succeed({ chosen, plans: choiceIn(values, "plans", Plans) })
}

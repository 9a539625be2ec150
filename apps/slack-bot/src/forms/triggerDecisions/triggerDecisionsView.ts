import { createHash } from "node:crypto"
import type { UndecidedTrigger } from "@safe-return/casework"
import { type ChildState, isShortReason, type TriggerKey } from "@safe-return/domain/pathway"
import type { Firing } from "@safe-return/domain/risk"
import { actionInWords } from "@safe-return/outreach"
import { evidenceInWords } from "@safe-return/wording"
import type { KnownBlock, ModalView } from "@slack/types"
import { Result, Schema } from "effect"
import { context, divider, escapeSlack, linesInSections, section } from "../../blocks/blocks.ts"
import type { CaseLink } from "../../blocks/caseLink.ts"
import { caseButton } from "../../blocks/caseLink.ts"
import { type LeftOutOf, leftOutInWords, ownerInWords } from "../../words/leftOut.ts"
import { radioField, textField } from "../fields.ts"
import { choiceIn, type FormValues, form, InvalidSubmission, textIn } from "../form.ts"

export const decideButton = caseButton("decide-on-trigger", "Decide", "What is decided on the triggers that were met.")
/** The two that a message about a waiting decision carries read alike, so that neither says what it is about. */
export const decideHereButton = caseButton("decide-here", "Open", "Every decision on triggers that waits for you.")
export const decidePostedButton = caseButton("decide-posted", "Open", "The decisions on triggers that wait for you.")
export const decideInQuietButton = caseButton(
  "decide-on-quiet-trigger",
  "Decide on these",
  "What is decided on the triggers that are never posted."
)

export const TRIGGER_DECISIONS_FORM = "trigger-decisions"
export const QUIET_DECISIONS_FORM = "quiet-decisions"
export const EVERY_DECISION_FORM = "every-decision"

const Answer = Schema.Literals(["yes", "no"])

/** Triggers on one form at most, the latest: after those, the form opens on the next. */
const TRIGGERS_ON_FORM = 8

/** A key lists its evidence and can be longer than Slack lets an id be. */
export const slotOf = (trigger: TriggerKey): string => createHash("sha256").update(trigger).digest("hex").slice(0, 16)

const ANSWER = "answer-"

/** The ids of a trigger's two inputs. */
export const inputOf = (part: "answer" | "reason", trigger: TriggerKey): string => `${part}-${slotOf(trigger)}`

const DONE = "It is done or arranged"

/** What must be done only a team manager who has not the case decides against. */
export const answersTo = ({ level }: Firing, isManagerApart: boolean): Readonly<Record<string, string>> => {
  if (level === "consider") return { yes: `Considered: ${DONE.toLowerCase()}`, no: "Considered, and not needed" }
  return isManagerApart ? { yes: DONE, no: "Decided against" } : { yes: DONE }
}

const whoDecidesAgainst = ({ level }: Firing, isManagerApart: boolean): ReadonlyArray<KnownBlock> =>
  level === "must" && !isManagerApart
    ? [context("If it is not to be done, a team manager who is not the allocated worker decides that.")]
    : []

const inputsFor = (
  { firing }: UndecidedTrigger,
  state: ChildState,
  isManagerApart: boolean,
  leftOutOf: LeftOutOf
): ReadonlyArray<KnownBlock> => [
  divider,
  section(
    `*${escapeSlack(firing.title)}*\n${escapeSlack(firing.because)} ${evidenceInWords(firing)}\n*${firing.level === "must" ? "Must be done" : "To be considered"}:* ${escapeSlack(actionInWords(firing, state))} ${ownerInWords(firing, leftOutOf)}`
  ),
  radioField(
    { id: inputOf("answer", firing.key), label: "What is decided?", optional: true },
    answersTo(firing, isManagerApart)
  ),
  ...whoDecidesAgainst(firing, isManagerApart),
  textField({
    id: inputOf("reason", firing.key),
    label: "Reason",
    placeholder: "In a few words",
    hint: "No name and no account of what happened: those belong in the case system.",
    maxLength: 200,
    optional: true
  })
]

/** Which form it is, and what stands on top of it. */
export interface DecisionWords {
  readonly callbackId: string
  readonly title: string
  readonly said: string
}

export const openDecisionWords: DecisionWords = {
  callbackId: TRIGGER_DECISIONS_FORM,
  title: "Decide on triggers",
  said: "Answer those you can now, each with a reason. Neither the decision nor the reason is posted."
}

export const quietDecisionWords: DecisionWords = {
  callbackId: QUIET_DECISIONS_FORM,
  title: "Decide, never posted",
  said: "These are never posted, not even that there is one. Answer those you can now, each with a reason. That you looked is journaled, and what you decide is kept with the case."
}

export const everyDecisionWords: DecisionWords = {
  callbackId: EVERY_DECISION_FORM,
  title: "Decide",
  said: "Answer those you can now, each with a reason. Neither is posted; that you looked is journaled."
}

/** Decisions that were taken, shown at most. */
const TAKEN_SHOWN = 8

export const takenBlocks = (taken: ReadonlyArray<string>): ReadonlyArray<KnownBlock> =>
  taken.length === 0 ? [] : [divider, ...linesInSections(["*Decided already*", ...taken.slice(0, TAKEN_SHOWN)])]

/** What is decided on the triggers a child's history has met: any number of them at a time, each with a reason. */
export const triggerDecisionsView = (
  link: CaseLink,
  undecided: ReadonlyArray<UndecidedTrigger>,
  state: ChildState,
  isManagerApart: boolean,
  { callbackId, title, said }: DecisionWords = openDecisionWords,
  leftOutOf: LeftOutOf = () => [],
  taken: ReadonlyArray<string> = []
): ModalView => {
  const shown = undecided.slice(0, TRIGGERS_ON_FORM)
  const later = undecided.length - TRIGGERS_ON_FORM
  return form({
    callbackId,
    title,
    submit: "Record",
    link,
    blocks: [
      section(`*${escapeSlack(link.child)}* · ${said}`),
      ...leftOutInWords(
        shown.map(({ firing }) => firing),
        leftOutOf
      ).map(section),
      ...shown.flatMap((one) => inputsFor(one, state, isManagerApart, leftOutOf)),
      ...(later > 0 ? [context(`And ${later} met earlier: open this again for them.`)] : []),
      ...takenBlocks(taken)
    ]
  })
}

interface GivenDecision extends UndecidedTrigger {
  readonly answer: "yes" | "no"
  readonly reason: string
}

/** The slots of what was answered and waits for no decision now. */
export const overtakenSlots = (
  values: FormValues,
  undecided: ReadonlyArray<UndecidedTrigger>
): ReadonlyArray<string> => {
  const waiting = new Set(undecided.map(({ firing }) => slotOf(firing.key)))
  return Object.keys(values)
    .filter((id) => id.startsWith(ANSWER) && choiceIn(values, id, Answer) !== undefined)
    .map((id) => id.slice(ANSWER.length))
    .filter((slot) => !waiting.has(slot))
}

/** What was answered of the triggers that stand now; one whose evidence grew meanwhile is another, and not on the form. */
export const readTriggerDecisions = (
  undecided: ReadonlyArray<UndecidedTrigger>,
  values: FormValues
): Result.Result<ReadonlyArray<GivenDecision>, InvalidSubmission> => {
  const problems: Record<string, string> = {}
  const given = undecided.flatMap((one): ReadonlyArray<GivenDecision> => {
    const [answerId, reasonId] = [inputOf("answer", one.firing.key), inputOf("reason", one.firing.key)]
    const answer = choiceIn(values, answerId, Answer)
    const reason = textIn(values, reasonId)
    if (answer === undefined) {
      if (reason !== "") problems[answerId] = "You gave a reason. Say what is decided as well."
      return []
    }
    if (!isShortReason(reason)) problems[reasonId] = "Give the reason in a few words, up to 200 characters."
    return [{ ...one, answer, reason }]
  })
  if (Object.keys(problems).length > 0) return Result.fail(new InvalidSubmission({ fields: problems }))
  return given.length === 0
    ? Result.fail(
        new InvalidSubmission({
          fields: {
            trigger: "Answer at least one. If the evidence has grown since you opened this, close it and open it again."
          }
        })
      )
    : Result.succeed(given)
}

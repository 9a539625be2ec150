/** What becomes of a planned time where an interview is given to another person. */
import type { Instant } from "@safe-return/domain/calendar"
import type { Interview, PersonId } from "@safe-return/domain/pathway"
import { londonDateTime } from "@safe-return/wording"
import type { InputBlock } from "@slack/types"
import { radioField } from "../fields.ts"
import { choiceIn, type FormValues, instantIn } from "../form.ts"
import { Plans } from "../handover/handoverView.ts"

const words: Readonly<Record<Plans, string>> = {
  carried: "It goes with the interview: the person chosen above has agreed to it",
  dropped: "It is dropped: the person chosen above plans again"
}

/** Left open on purpose: only they know whether the new interviewer can keep the time. */
export const planField = (plan: Instant): InputBlock =>
  radioField(
    {
      id: "plans",
      label: `Planned so far: ${londonDateTime(plan)}`,
      hint: "Both interviewers read what becomes of it.",
      optional: true
    },
    words
  )

/** What is planned with the person who has it, and still to come. */
export const planAhead = (interview: Interview | undefined, now: Instant): Instant | undefined =>
  interview?.interviewer !== undefined && interview.plannedFor !== undefined && interview.plannedFor > now
    ? interview.plannedFor
    : undefined

export interface PlanBefore {
  readonly interview?: Interview | undefined
  readonly plan?: Instant | undefined
}

interface PlanRead {
  readonly plannedFor?: Instant
  readonly fault?: Readonly<Record<string, string>>
}

/** No time goes to another person with the interview unless it is said that they agreed to it. */
export const readPlan = (
  values: FormValues,
  interviewer: PersonId | undefined,
  { interview, plan }: PlanBefore
): PlanRead => {
  const plans = choiceIn(values, "plans", Plans)
  const entered = instantIn(values, "plannedFor")
  const isTheirs = interviewer !== undefined && interviewer === interview?.interviewer
  if (entered !== undefined)
    return plans === "carried" && entered !== plan
      ? { fault: { plannedFor: "Leave this empty where the time planned so far is kept." } }
      : { plannedFor: entered }
  if (plan !== undefined && plans === undefined && interviewer !== undefined && !isTheirs)
    return { fault: { plans: "Say what becomes of the time planned so far, or give another." } }
  if (plans === "dropped" && isTheirs)
    return { fault: { plans: "They keep the interview: give another time, or leave the plan as it is." } }
  const isKept = plans === "carried" || (plans === undefined && isTheirs)
  return isKept && interview?.plannedFor !== undefined ? { plannedFor: interview.plannedFor } : {}
}

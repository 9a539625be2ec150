/** When and where the child was heard, who heard them, and what came of it in codes. */
import {
  type CompletedInterview,
  ExploitationIndicator,
  exploitationWords,
  FollowUp,
  followUpWords,
  HarmDisclosed,
  harmWords,
  type PersonId,
  Venue,
  venueWords
} from "@safe-return/domain/pathway"
import type { InputBlock } from "@slack/types"
import { checkboxField, radioField, selectField } from "../fields.ts"
import { choiceIn, choicesIn, type FormValues, instantIn, personIn } from "../form.ts"
import { keptFromField } from "./keptFromField.ts"

/** What of it may be told in codes. */
export const toldFields = (optional: boolean): ReadonlyArray<InputBlock> => [
  selectField({ id: "venue", label: "Venue", optional }, venueWords.words),
  radioField({ id: "harmDisclosed", label: "Harm disclosed", optional }, harmWords.words),
  checkboxField({ id: "exploitation", label: "Exploitation indicators", optional: true }, exploitationWords.words),
  keptFromField(),
  checkboxField({ id: "followUp", label: "Follow-up", optional: true }, followUpWords.words)
]

/** Only what was filled in. */
export const readHeld = (values: FormValues): Partial<CompletedInterview> => {
  const entered: Readonly<Record<keyof Omit<CompletedInterview, "knownAdult">, unknown>> = {
    completedAt: instantIn(values, "completedAt"),
    interviewer: personIn(values, "interviewer"),
    venue: choiceIn(values, "venue", Venue),
    harmDisclosed: choiceIn(values, "harmDisclosed", HarmDisclosed),
    exploitation: choicesIn(values, "exploitation", ExploitationIndicator),
    followUp: choicesIn(values, "followUp", FollowUp)
  }
  return Object.fromEntries(Object.entries(entered).filter(([, value]) => value !== undefined))
}

/** What is missing from a conversation that took place, each beside its field. */
export const missingFromHeld = ({
  interviewer,
  venue,
  harmDisclosed,
  followUp = []
}: {
  readonly interviewer?: PersonId
  readonly venue?: Venue
  readonly harmDisclosed?: HarmDisclosed
  readonly followUp?: ReadonlyArray<FollowUp>
}): Record<string, string> => ({
  ...(interviewer === undefined ? { interviewer: "Choose who carried out the interview." } : {}),
  ...(venue === undefined ? { venue: "Choose where the interview took place." } : {}),
  ...(harmDisclosed === undefined ? { harmDisclosed: "Say whether the child disclosed harm." } : {}),
  ...(followUp.includes("none") && followUp.length > 1
    ? { followUp: "Choose either no further action or what follows, not both." }
    : {})
})

/** The steps in which an interview's record is coded, and the inputs of each: the domain's coded fields, by its words. */
import {
  cameBackWords,
  communicationNeedWords,
  type gradeWords,
  harmKindWords,
  interviewerTypeWords,
  interviewFields,
  lawfulReasonWords,
  placeWords,
  presentWords,
  pullWords,
  pushWords,
  recipientWords,
  riskKindWords,
  thinksMissingWords
} from "@safe-return/domain/interview"
import type { HarmDisclosed } from "@safe-return/domain/pathway"

type Words = Readonly<Record<string, string>>

/** The fields with an answer for each kind. */
export type KindsField = "harm" | "risks"

/** One input: its id and label, and what can be given. */
export type RecordInput = { readonly id: string; readonly label: string } & (
  | { readonly kind: "one" | "several"; readonly words: Words }
  | { readonly kind: "yes-no" | "name" | "reference" | "time" | "person" }
  /** The kinds of harm or risk that have one answer. */
  | { readonly kind: "kinds"; readonly of: KindsField; readonly answer: string; readonly words: Words }
)

export interface RecordStep {
  readonly callbackId: string
  readonly title: string
  readonly explanation: string
  readonly inputs: ReadonlyArray<RecordInput>
  /** It asks whether a person is left out of what it records. */
  readonly asksWhoIsLeftOut?: true
}

type FieldName = keyof typeof interviewFields

const one = (id: FieldName, { words }: { readonly words: Words }): RecordInput => ({
  id,
  label: interviewFields[id].label,
  kind: "one",
  words
})
const several = (id: FieldName, { words }: { readonly words: Words }): RecordInput => ({
  id,
  label: interviewFields[id].label,
  kind: "several",
  words
})
const plain = (id: FieldName, kind: "yes-no" | "name" | "reference" | "time" | "person"): RecordInput => ({
  id,
  label: interviewFields[id].label,
  kind
})

/** An input for each answer, to choose the kinds that have it: what was explored is asked, and not every kind by itself. */
const byAnswer = (of: KindsField, kinds: Words, labels: Words): ReadonlyArray<RecordInput> =>
  Object.entries(labels).map(([answer, label]) => ({
    id: `${of}.${answer}`,
    label,
    kind: "kinds",
    of,
    answer,
    words: kinds
  }))

const harmLabels = {
  yes: "Harm the child told of",
  no: "Asked about, and the child said there was none",
  "not-disclosed": "The child did not say, or was not asked"
} satisfies Readonly<Record<HarmDisclosed, string>>

const riskLabels = {
  confirmed: "Risks that are confirmed",
  suspected: "Risks that are suspected",
  none: "Risks that were explored, and are none",
  "not-explored": "Risks that nobody explored"
} satisfies Readonly<Record<keyof typeof gradeWords.words, string>>

/** Whether this input asks for an item that a full record holds, such as `risks.gang`. */
export const asksFor = (input: RecordInput, item: string): boolean =>
  input.kind === "kinds" ? item.startsWith(`${input.of}.`) : input.id === item

/** What is shared is recorded one act at a time: the recipient, the time, the lawful reason and whether the child knows. */
export const sharingInputs = {
  with: { id: "sharedWith", label: "Shared with", kind: "several", words: recipientWords.words },
  at: { id: "sharedAt", label: "Shared at", kind: "time" },
  lawfulReason: { id: "lawfulReason", label: "Why sharing is lawful", kind: "one", words: lawfulReasonWords.words },
  childInformed: { id: "childInformed", label: "The child was told that it is shared", kind: "yes-no" }
} as const satisfies Readonly<Record<string, RecordInput>>

export const recordSteps: ReadonlyArray<RecordStep> = [
  {
    callbackId: "record-interview",
    title: "Record 1: interview",
    explanation: "Who was there, and who carried it out.",
    inputs: [
      several("present", presentWords),
      one("communicationNeed", communicationNeedWords),
      one("interviewerType", interviewerTypeWords),
      plain("independent", "yes-no"),
      plain("responsibleAuthority", "name"),
      plain("hostAuthority", "name"),
      plain("placedByOtherAuthority", "yes-no")
    ]
  },
  {
    callbackId: "record-reasons",
    title: "Record 2: why and where",
    explanation: "Codes only: what the child said belongs in the case system.",
    inputs: [
      several("push", pushWords),
      several("pull", pullWords),
      several("stayed", placeWords),
      one("cameBack", cameBackWords),
      one("thinksMissing", thinksMissingWords),
      plain("safetyAdviceGiven", "yes-no"),
      plain("helplineGiven", "yes-no"),
      plain("carerToldUs", "yes-no")
    ]
  },
  {
    callbackId: "record-harm",
    asksWhoIsLeftOut: true,
    title: "Record 3: harm and risks",
    explanation: "Say what was explored; what nobody asked about is not none. None of this is ever shown in a message.",
    inputs: [
      ...byAnswer("harm", harmKindWords.words, harmLabels),
      ...byAnswer("risks", riskKindWords.words, riskLabels)
    ]
  },
  {
    callbackId: "record-quality",
    title: "Record 4: sharing",
    explanation:
      "Where it is written, who signed it off there, other than the person who heard the child, and who it was shared with. Nobody who is named is asked or told.",
    inputs: [
      plain("caseReference", "reference"),
      plain("writtenAt", "time"),
      plain("signedOffBy", "person"),
      ...Object.values(sharingInputs)
    ]
  }
]

import { withheldPoliceReference } from "@safe-return/casework"
import type { Instant } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import {
  Absence,
  absenceWords,
  ChildReference,
  LastSeen,
  lastSeenWords,
  MissingFrom,
  missingFromWords,
  type Notification,
  type PoliceReference,
  parsePoliceReference,
  Risk,
  referenceNotYetGiven,
  riskWords
} from "@safe-return/domain/pathway"
import type { ModalView } from "@slack/types"
import { Option, Result } from "effect"
import { section } from "../../blocks/blocks.ts"
import { dateTimeField, radioField, selectField, textField } from "../fields.ts"
import { choiceIn, type FormValues, form, InvalidSubmission, instantIn, textIn } from "../form.ts"
import { readReference, referenceField } from "../logInterview/referenceView.ts"
import type { ReferenceExamples } from "../referenceExamples.ts"

export const REPORT_FORM = "report"

/** A child is missing: the same facts as the police send. */
export const reportView = (
  now: Instant,
  examples: ReferenceExamples,
  {
    reference,
    missingAt
  }: { readonly reference?: ChildReference | undefined; readonly missingAt?: Instant | undefined } = {}
): ModalView =>
  form({
    callbackId: REPORT_FORM,
    title: "Report missing child",
    submit: "Report",
    blocks: [
      section("*Has the police been told? This form does not tell them.* It tells the council."),
      referenceField(
        {
          id: "reference",
          label: "Case reference",
          ...definedFields({ initial: reference })
        },
        examples
      ),
      dateTimeField({ id: "missingAt", label: "Last seen at" }, missingAt),
      dateTimeField({ id: "reportedAt", label: "Reported to the police at" }, now),
      radioField({ id: "absence", label: "Absence" }, absenceWords.words, "missing"),
      radioField({ id: "missingFrom", label: "Missing from" }, missingFromWords.words),
      selectField({ id: "lastSeen", label: "Where last seen", optional: true }, lastSeenWords.words),
      selectField({ id: "risk", label: "Risk grade given by the police" }, riskWords.words),
      textField({
        id: "policeReference",
        label: "Police reference",
        placeholder: examples.police,
        hint: "Leave empty if the police have not given one yet. What does not look like the one shown is taken, but shown to nobody. Their own notification is joined by itself if it gives the same last seen time; if not, the MASH or a Missing Co-ordinator joins the two.",
        maxLength: 64,
        optional: true
      })
    ]
  })

export type Report = Omit<
  Extract<Notification, { kind: "missing" }>,
  "kind" | "sentAt" | "child" | "policeReference"
> & {
  readonly reference: ChildReference
  readonly policeReference?: PoliceReference
}

/** No report is held up by its police reference: of what is none, a digest is kept, and it is never shown. */
const policeReferenceIn = (text: string): PoliceReference | undefined =>
  text === "" ? undefined : Option.getOrElse(parsePoliceReference(text), () => withheldPoliceReference(text))

/** Every field that is wrong at once. */
export const readReport = (values: FormValues): Result.Result<Report, InvalidSubmission> => {
  const reference = readReference(values)
  const policeReference = policeReferenceIn(textIn(values, "policeReference"))
  const [missingAt, reportedAt] = [instantIn(values, "missingAt"), instantIn(values, "reportedAt")]
  const absence = choiceIn(values, "absence", Absence)
  const missingFrom = choiceIn(values, "missingFrom", MissingFrom)
  const lastSeen = choiceIn(values, "lastSeen", LastSeen)
  const risk = choiceIn(values, "risk", Risk)
  const isAwayFromHome = absence === "away" && missingFrom === "home"
  if (
    Result.isFailure(reference) ||
    isAwayFromHome ||
    missingAt === undefined ||
    reportedAt === undefined ||
    absence === undefined ||
    missingFrom === undefined ||
    risk === undefined
  ) {
    const asked: Readonly<Record<string, readonly [isWrong: boolean, sentence: string]>> = {
      missingAt: [missingAt === undefined, "Give the date and time the child was last seen."],
      reportedAt: [reportedAt === undefined, "Give the date and time the police were told."],
      absence: [
        absence === undefined || isAwayFromHome,
        isAwayFromHome
          ? "Only a child in care can be away from a placement. Choose missing, or care."
          : "Choose missing or away."
      ],
      missingFrom: [missingFrom === undefined, "Choose home or care."],
      risk: [risk === undefined, "Choose the grade the police gave, or not graded yet."]
    }
    const wrong = Object.entries(asked).flatMap(([field, [isWrong, sentence]]) => (isWrong ? [[field, sentence]] : []))
    return Result.fail(
      new InvalidSubmission({
        fields: {
          ...(Result.isFailure(reference) ? reference.failure.fields : {}),
          ...Object.fromEntries(wrong)
        }
      })
    )
  }
  return Result.succeed({
    reference: reference.success,
    missingAt,
    reportedAt,
    absence,
    missingFrom,
    risk,
    ...definedFields({ lastSeen, policeReference })
  })
}

/** What can be judged of the times already, whatever else is still to be put right. */
export const reportToJudge = (values: FormValues, now: Instant): Extract<Notification, { kind: "missing" }> => {
  const reportedAt = instantIn(values, "reportedAt") ?? now
  const missingAt = instantIn(values, "missingAt") ?? reportedAt
  const policeReference = referenceNotYetGiven("1")
  const child = { reference: ChildReference.make("TO-JUDGE-1") }
  const others = { absence: "missing", missingFrom: "care", risk: "not-graded" } as const
  return { kind: "missing", sentAt: now, policeReference, child, missingAt, reportedAt, ...others }
}

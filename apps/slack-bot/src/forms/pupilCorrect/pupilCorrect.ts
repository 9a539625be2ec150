/** Puts right what is recorded of a case: an event of its own, beside what was recorded before. */
import { definedFields } from "@safe-return/domain/definedFields"
import {
  type ClearedFact,
  type CmeCase,
  CmeCorrectionReason,
  cmeCorrectionWords,
  Ethnicity,
  GroundLetter,
  grounds,
  homeEducationWords,
  orderStepWords,
  pupilWhereaboutsWords,
  type WithdrawnEntry
} from "@safe-return/domain/education"
import { londonDay } from "@safe-return/wording"
import { Result, Schema } from "effect"
import { dateField, radioField, selectField, severalField, textField } from "../fields.ts"
import { choiceIn, choicesIn, dayIn, type FormValues, form, InvalidSubmission, textIn } from "../form.ts"
import { type PupilForm, pupilHeading, pupilSlice } from "../PupilForm.ts"
import { enquiryInWords } from "../pupilEnquiry/pupilEnquiry.ts"
import { readReturnFields, returnFields } from "../pupilFields.ts"
import { sources } from "../pupilReferral/pupilReferralView.ts"

export const PUPIL_CORRECT_FORM = "pupil-correct"

/** The facts that are emptied to take them off the record. */
const facts = ["since", "reason", "sex", "yearGroup", "area", "source", "ethnicity", "ground"] as const

type Entry = WithdrawnEntry | { readonly _tag: "Fact"; readonly fact: ClearedFact }

/** What was recorded and may have been a mistake, each with the words people know it by. */
const entriesOf = (one: CmeCase): ReadonlyArray<readonly [Entry, string]> => {
  const { trace, offer, admission, homeEducation, returnedFromAbroadOn } = one
  const fact = (name: ClearedFact, words: string) => [{ _tag: "Fact", fact: name } as const, words] as const
  return [
    ...(trace === undefined ? [] : [fact("trace", `Traced to ${trace.authority}, ${londonDay(trace.tracedOn)}`)]),
    ...(offer === undefined ? [] : [fact("offer", `Offer, ${londonDay(offer.offeredOn)}: ${offer.school}`)]),
    ...(admission === undefined
      ? []
      : [fact("admission", `Admitted, ${londonDay(admission.admittedOn)}: ${admission.school}`)]),
    ...(homeEducation === undefined
      ? []
      : [
          fact(
            "homeEducation",
            `Home education ${homeEducationWords.words[homeEducation.judgement].toLowerCase()}, ${londonDay(homeEducation.judgedOn)}`
          )
        ]),
    ...(returnedFromAbroadOn === undefined
      ? []
      : [fact("returnedFromAbroadOn", `Back from abroad, ${londonDay(returnedFromAbroadOn)}`)]),
    ...one.orderSteps.map(
      ({ step, on }) =>
        [{ _tag: "OrderStep", step, on } as const, `${londonDay(on)}: ${orderStepWords.words[step]}`] as const
    ),
    ...one.applications.map(
      ({ school, appliedOn }) =>
        [{ _tag: "Application", school, appliedOn } as const, `Applied, ${londonDay(appliedOn)}: ${school}`] as const
    ),
    ...one.whereabouts.map(
      ({ whereabouts, asOf }) =>
        [
          { _tag: "Whereabouts", whereabouts, asOf } as const,
          `Where the child is, ${londonDay(asOf)}: ${pupilWhereaboutsWords.words[whereabouts].toLowerCase()}`
        ] as const
    ),
    ...one.enquiries.map(
      ({ id, kind, madeOn }) =>
        [
          { _tag: "Enquiry", enquiryId: id } as const,
          `Enquiry, ${londonDay(madeOn)}: ${enquiryInWords(one, kind)}`
        ] as const
    )
  ]
}

/** As many choices as Slack takes in one list, the latest. */
const MOST_CHOICES = 100

/** By number, because a school's name may be longer than Slack takes of a value. */
const numbered = (one: CmeCase) =>
  new Map(entriesOf(one).map(([entry, words], nth) => [String(nth), { entry, words }] as const))

const mistakenIn = (one: CmeCase, values: FormValues): ReadonlyArray<Entry> => {
  const entries = numbered(one)
  return choicesIn(values, "mistaken", Schema.String).flatMap((nth) => entries.get(nth)?.entry ?? [])
}

export const correctForm: PupilForm = {
  buttonText: "Correct",
  permission: "decide-on-education-case",
  isOf: "latest",
  isOnWhatWasSeen: true,
  inputOf: { cleared: "mistaken", withdrawn: "mistaken" },
  open: (asked) => {
    const { educationCase: one } = asked
    const entries = [...numbered(one)].slice(-MOST_CHOICES)
    const otherSource = one.source === undefined ? [] : [one.source]
    return form({
      callbackId: PUPIL_CORRECT_FORM,
      title: "Correct the case",
      submit: "Correct",
      blocks: [
        pupilHeading(asked),
        dateField({ id: "referredOn", label: "The council was told on" }, one.referredOn),
        ...returnFields(one),
        selectField(
          { id: "source", label: "Who told the council", optional: true },
          Object.fromEntries([...sources, ...otherSource].map((source) => [source, source])),
          one.source
        ),
        textField({
          id: "ethnicity",
          label: "Ethnicity",
          placeholder: "WBRI",
          hint: "The school census code, four capital letters; undeclared where the parent was asked and did not say.",
          maxLength: 10,
          optional: true,
          ...definedFields({ initial: one.ethnicity })
        }),
        selectField(
          { id: "ground", label: "Ground for coming off the roll", optional: true },
          Object.fromEntries(Object.entries(grounds).map(([letter, { words }]) => [letter, `${letter}: ${words}`])),
          one.ground
        ),
        ...(entries.length === 0
          ? []
          : [
              severalField(
                {
                  id: "mistaken",
                  label: "Recorded by mistake",
                  hint: "What you choose no longer counts.",
                  optional: true
                },
                Object.fromEntries(entries.map(([nth, { words }]) => [nth, words]))
              )
            ]),
        radioField<CmeCorrectionReason>(
          {
            id: "why",
            label: "Why is it put right?",
            hint: "What you empty is not recorded any more. What was recorded before stays in the child's history."
          },
          cmeCorrectionWords.words
        )
      ]
    })
  },
  read: ({ link: { caseId }, educationCase: one, values }) => {
    const [referredOn, reason] = [dayIn(values, "referredOn"), choiceIn(values, "why", CmeCorrectionReason)]
    const code = textIn(values, "ethnicity")
    const given = {
      ...readReturnFields(values),
      ...definedFields({
        source: choiceIn(values, "source", Schema.NonEmptyString),
        ethnicity: Schema.is(Ethnicity)(code) ? code : undefined,
        ground: choiceIn(values, "ground", GroundLetter)
      })
    }
    const fields = {
      ...(referredOn === undefined ? { referredOn: "Give the day on which the council was told." } : {}),
      ...(reason === undefined ? { why: "Choose why it is put right." } : {}),
      ...(code !== "" && given.ethnicity === undefined
        ? { ethnicity: "Give the code of the school census, four capital letters, or undeclared." }
        : {})
    }
    if (referredOn === undefined || reason === undefined || Object.keys(fields).length > 0) {
      return Result.fail(new InvalidSubmission({ fields }))
    }
    const changed = Object.entries({ referredOn, ...given }).filter(
      ([key, value]) => one[key as keyof CmeCase] !== value
    )
    const mistaken = mistakenIn(one, values)
    const cleared: ReadonlyArray<ClearedFact> = [
      ...facts.filter((fact) => one[fact] !== undefined && given[fact] === undefined),
      ...mistaken.flatMap((entry) => (entry._tag === "Fact" ? [entry.fact] : []))
    ]
    const withdrawn = mistaken.flatMap((entry) => (entry._tag === "Fact" ? [] : [entry]))
    return Result.succeed({
      commands: [{ _tag: "CorrectCase", caseId, facts: Object.fromEntries(changed), cleared, withdrawn, reason }],
      said: "The case is put right. What was recorded before stays in the child's history."
    })
  }
}

export const pupilCorrect = pupilSlice("/cme correct", PUPIL_CORRECT_FORM, correctForm)

import {
  type CmeCase,
  type CmeCommand,
  EnquiryAnswer,
  EnquiryId,
  enquiryAnswerWords,
  isUnread
} from "@safe-return/domain/education"
import { londonDay } from "@safe-return/wording"
import { Result, Schema } from "effect"
import { dateField, selectField } from "../fields.ts"
import { choiceIn, dayIn, form, InvalidSubmission } from "../form.ts"
import { type PupilForm, pupilHeading, pupilSlice } from "../PupilForm.ts"
import { dayField } from "../pupilFields.ts"

export const PUPIL_ENQUIRY_FORM = "pupil-enquiry"

/** As the council's own list words it. */
export const enquiryInWords = ({ policy }: CmeCase, kind: string): string =>
  policy.enquiries.find((listed) => listed.kind === kind)?.words ?? kind

/** Enquiries made whose answer is not recorded, or waits for a person. */
const waiting = ({ enquiries }: CmeCase) =>
  enquiries.filter((enquiry) => enquiry.answer === undefined || isUnread(enquiry))

const NEW = "new:"
const EARLIER = "earlier:"

/** Those on the list that are made now, and those made before that an answer came to. */
const choicesOf = (openCase: CmeCase) =>
  Object.fromEntries([
    ...openCase.policy.enquiries.map(({ kind, words }) => [`${NEW}${kind}`, words] as const),
    ...waiting(openCase).map(
      ({ id, kind, madeOn }) =>
        [
          `${EARLIER}${id}`,
          { name: `Answer: ${enquiryInWords(openCase, kind)}`, description: `asked on ${londonDay(madeOn)}` }
        ] as const
    )
  ])

export const enquiryForm: PupilForm = {
  buttonText: "Enquiry",
  permission: "work-on-education-case",
  open: (asked) =>
    form({
      callbackId: PUPIL_ENQUIRY_FORM,
      title: "Enquiry",
      submit: "Record",
      blocks: [
        pupilHeading(asked),
        selectField(
          { id: "kind", label: "Enquiry", hint: "A new one, or one from before whose answer has come." },
          choicesOf(asked.educationCase)
        ),
        dayField("madeOn", "Asked on", asked.today, "Of one from before, this changes nothing."),
        selectField(
          {
            id: "answer",
            label: "Answer",
            hint: "No reply, or a door that was not opened, waits for a person: nothing is taken from it.",
            optional: true
          },
          enquiryAnswerWords.words
        ),
        dateField({ id: "answeredOn", label: "Answered on", hint: "Without it, today.", optional: true })
      ]
    }),
  read: ({ link: { caseId, newId }, educationCase: openCase, today, values, person }) => {
    const [chosen, madeOn] = [choiceIn(values, "kind", Schema.String), dayIn(values, "madeOn")]
    if (chosen === undefined) return Result.fail(new InvalidSubmission({ fields: { kind: "Choose an enquiry." } }))
    const answer = choiceIn(values, "answer", EnquiryAnswer)
    const answeredOn = dayIn(values, "answeredOn") ?? today
    const earlier = openCase.enquiries.find(({ id }) => chosen === `${EARLIER}${id}`)
    if (earlier !== undefined) {
      if (answer === undefined) {
        return Result.fail(new InvalidSubmission({ fields: { answer: "Choose what came of it." } }))
      }
      const { id: enquiryId } = earlier
      const isRead = isUnread(earlier) && answer !== "unreadable"
      const command: CmeCommand = isRead
        ? { _tag: "ReadAnswer", caseId, enquiryId, reading: answer, by: person }
        : { _tag: "RecordAnswer", caseId, enquiryId, answer, answeredOn }
      return Result.succeed({ commands: [command], said: "The answer is recorded." })
    }
    if (madeOn === undefined) {
      return Result.fail(new InvalidSubmission({ fields: { madeOn: "Give the day of the enquiry." } }))
    }
    const enquiryId = EnquiryId.make(newId)
    const made: CmeCommand = {
      _tag: "MakeEnquiry",
      caseId,
      enquiryId,
      kind: chosen.replace(NEW, ""),
      madeOn,
      by: person
    }
    return Result.succeed({
      commands: answer === undefined ? [made] : [made, { _tag: "RecordAnswer", caseId, enquiryId, answer, answeredOn }],
      said: "The enquiry is recorded."
    })
  }
}

export const pupilEnquiry = pupilSlice("/cme enquiry", PUPIL_ENQUIRY_FORM, enquiryForm)

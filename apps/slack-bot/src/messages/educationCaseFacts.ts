import type { PupilFile } from "@safe-return/casework"
import type { CivilDay } from "@safe-return/domain/calendar"
import {
  type CmeCase,
  type Enquiry,
  enquiryAnswerWords,
  homeEducationWords,
  isOpenCase,
  type KeptReturn,
  offerAnswerWords,
  orderStepWords,
  pendingDutiesOf,
  pupilWhereaboutsWords,
  REASON_NOT_RECORDED,
  returnFindingWords,
  sexWords,
  yearGroupLabel
} from "@safe-return/domain/education"
import { educationCaseStatus, londonDay, pendingDutyWords, schoolReturnInWords } from "@safe-return/wording"
import { context, escapeSlack, header, linesInSections, type MessageContent } from "../blocks/blocks.ts"
import { enquiryInWords } from "../forms/pupilEnquiry/pupilEnquiry.ts"

/** The latest enquiries are shown: with many more, Slack would not take the answer. */
const MOST_ENQUIRIES = 20

/** The latest applications, and the latest steps of an attendance order. */
const MOST_STEPS = 10

/** The cases that are over, the latest. */
const MOST_OVER = 20

/** What schools sent last. */
const MOST_RETURNS = 10

const NOT_RECORDED = "not recorded"

const answerOf = ({ answer, reading }: Enquiry): string => {
  if (answer === undefined) return "no answer yet"
  const words = enquiryAnswerWords.words
  if (reading !== undefined) return `${words[reading.reading]}, as read by a person`
  return `${words[answer.answer]}, ${londonDay(answer.answeredOn)}`
}

const traceLines = ({ trace }: CmeCase): ReadonlyArray<string> => {
  if (trace === undefined) return []
  const { authority, tracedOn, acknowledgedOn, rejectedOn } = trace
  const answers = [
    ...(acknowledgedOn === undefined ? [] : [`acknowledged ${londonDay(acknowledgedOn)}`]),
    ...(rejectedOn === undefined ? [] : [`not there, ${londonDay(rejectedOn)}`])
  ]
  return [`Traced to ${escapeSlack(authority)}, ${londonDay(tracedOn)}: ${answers.join("; ") || "no answer yet"}`]
}

const offerLines = ({ offer }: CmeCase): ReadonlyArray<string> => {
  if (offer === undefined) return []
  const { school, offeredOn, answer } = offer
  const answered =
    answer === undefined
      ? "no answer yet"
      : `${offerAnswerWords.words[answer.answer].toLowerCase()}, ${londonDay(answer.answeredOn)}`
  return [`Offered ${escapeSlack(school)}, ${londonDay(offeredOn)}: ${answered}`]
}

const linesOf = (one: CmeCase, today: CivilDay): ReadonlyArray<string> => {
  const { since, reason = REASON_NOT_RECORDED, sex, yearGroup, whereabouts, admission } = one
  const { applications, homeEducation, orderSteps } = one
  const place = whereabouts.at(-1)
  const duties = pendingDutiesOf(one, today)
  return [
    `*${educationCaseStatus(one)}*`,
    `Referred ${londonDay(one.referredOn)}${one.source === undefined ? "" : ` by ${escapeSlack(one.source)}`}`,
    `Missing education since: ${since === undefined ? NOT_RECORDED : londonDay(since)}`,
    `Reason: ${reason}`,
    `Sex: ${sex === undefined ? NOT_RECORDED : sexWords.words[sex]} · Year group: ${yearGroup === undefined ? NOT_RECORDED : yearGroupLabel(yearGroup)} · Area: ${one.area === undefined ? NOT_RECORDED : escapeSlack(one.area)}`,
    `Where the child is: ${place === undefined ? NOT_RECORDED : `${pupilWhereaboutsWords.words[place.whereabouts]}, ${londonDay(place.asOf)}`}`,
    ...one.enquiries
      .slice(-MOST_ENQUIRIES)
      .map(
        (enquiry) =>
          `Enquiry: ${escapeSlack(enquiryInWords(one, enquiry.kind))}, ${londonDay(enquiry.madeOn)}: ${answerOf(enquiry)}`
      ),
    ...traceLines(one),
    ...(one.returnedFromAbroadOn === undefined ? [] : [`Back from abroad: ${londonDay(one.returnedFromAbroadOn)}`]),
    ...applications
      .slice(-MOST_STEPS)
      .map(({ school, appliedOn }) => `Applied to ${escapeSlack(school)}, ${londonDay(appliedOn)}`),
    ...offerLines(one),
    ...(admission === undefined
      ? []
      : [`Admitted to ${escapeSlack(admission.school)}, ${londonDay(admission.admittedOn)}`]),
    ...(homeEducation === undefined
      ? []
      : [
          `Home education: ${homeEducationWords.words[homeEducation.judgement].toLowerCase()}, ${londonDay(homeEducation.judgedOn)}, judged by <@${homeEducation.by}>`
        ]),
    ...orderSteps
      .slice(-MOST_STEPS)
      .map(({ step, on }) => `Attendance order: ${orderStepWords.words[step]}, ${londonDay(on)}`),
    ...duties.map(
      ({ kind, remindFrom }) =>
        `${remindFrom <= today ? ":warning: Waits for" : "Next:"} ${pendingDutyWords[kind]}, ${remindFrom <= today ? "since" : "from"} ${londonDay(remindFrom)}`
    )
  ]
}

/** What a person found, or that nobody has looked; nothing of one that is on a case. */
const lookInWords = ({ caseId, look }: KeptReturn): string => {
  if (caseId !== undefined) return ""
  return look === undefined
    ? " · nobody has looked at it yet"
    : ` · looked at by <@${look.by}>: ${returnFindingWords.words[look.finding]}`
}

/** How a child's cases stand and what they wait for; those that are over in a line each. */
export const educationCaseFacts = ({ child, state }: PupilFile, today: CivilDay): MessageContent => {
  const [open, over] = [state.cases.filter(isOpenCase), state.cases.filter((one) => !isOpenCase(one))]
  const title = `${child}: ${open.length === 0 ? "no open case" : "missing education"}`
  return {
    text: title,
    blocks: [
      header(title),
      ...open.flatMap((one) => linesInSections(linesOf(one, today))),
      ...linesInSections(
        over.slice(-MOST_OVER).map((one) => `• Referred ${londonDay(one.referredOn)} · ${educationCaseStatus(one)}`)
      ),
      ...linesInSections(
        (state.returns ?? [])
          .slice(-MOST_RETURNS)
          .map((one) => `:school: A school reported: ${escapeSlack(schoolReturnInWords(one))}${lookInWords(one)}`)
      ),
      ...(open.length === 0
        ? []
        : [context("After how many days people are reminded is this council's own choice, and no text of the law.")])
    ]
  }
}

import { type Acknowledgement, reachedByWords } from "@safe-return/domain/pathway"
import { rungWords } from "@safe-return/domain/policy"
import { type DateWords, datesInFull } from "@safe-return/wording"
import type { AlertStanding, RungTold } from "../message/alertMessages.ts"
import { peopleIn, type Style } from "./Notice.ts"

const answerInWords = ({ by, at, reached }: Acknowledgement, { person }: Style, dates: DateWords): string => {
  const how = reached && `, reached ${reachedByWords.words[reached.how]} by ${person(reached.recordedBy)}`
  return `${person(by)}${how ?? ""}, ${dates.dateTime(at)}`
}

/** Each person's first answer, in the order in which they came. */
export const acknowledgedInWords = (
  answers: ReadonlyArray<Acknowledgement>,
  style: Style,
  dates: DateWords = datesInFull
): string => {
  const first = answers.filter(({ by }, index) => answers.findIndex((other) => other.by === by) === index)
  return `Alert acknowledged by ${first.map((answer) => answerInWords(answer, style, dates)).join("; ")}.`
}

export const rungInWords = (
  { who, people, at, isUndelivered = false }: RungTold,
  style: Style,
  dates: DateWords = datesInFull
): string =>
  people.length === 0
    ? `${rungWords[who]}: ${isUndelivered ? "the alert could not be delivered" : "nobody is set up or there"}, so it went on at once`
    : `${rungWords[who]} (${peopleIn(style, people)}), ${dates.dateTime(at)}`

/** Those who were told and have not answered; a rung with nobody on it passed the alert on. */
const withoutAnswer = ({ acknowledgements, told }: AlertStanding): ReadonlyArray<RungTold> =>
  told.flatMap((rung) => {
    const people = rung.people.filter((person) => acknowledgements.every(({ by }) => by !== person))
    return people.length === 0 && rung.people.length > 0 ? [] : [{ ...rung, people }]
  })

export const alertStandingInWords = (standing: AlertStanding, style: Style, dates: DateWords = datesInFull): string => {
  const { acknowledgements, told, hasStopped, next } = standing
  const { strong, sign } = style
  const rungs = (some: ReadonlyArray<RungTold>) => some.map((rung) => rungInWords(rung, style, dates)).join("; ")
  const then =
    next === undefined ? " There is nobody further to tell." : ` It goes on to the next ${dates.dateTime(next)}.`
  if (acknowledgements.length === 0) {
    const soFar = told.length === 0 ? "" : ` Told so far: ${rungs(told)}.`
    return `${sign("bell")}${strong("Nobody has acknowledged the alert yet.")}${soFar}${then}`
  }
  const open = withoutAnswer(standing)
  const waiting = open.length === 0 ? "" : ` No answer yet: ${rungs(open)}.`
  const answered = acknowledgedInWords(acknowledgements, style, dates)
  return hasStopped ? `${sign("white_check_mark")}${answered}${waiting}` : `${sign("bell")}${answered}${waiting}${then}`
}

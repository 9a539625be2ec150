import { type Acknowledgement, alertOf, type Episode, type PersonId, reachedByWords } from "@safe-return/domain/pathway"
import { rungWords } from "@safe-return/domain/policy"
import { type DateWords, datesInFull, datesSeenFrom } from "@safe-return/wording"
import type { AlertStanding, AwaitedRole, OutsideReach, RungTold } from "../message/alertMessages.ts"
import { asksToAcknowledge, hasAnswered } from "../owed/acknowledgement.ts"
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

interface Answered {
  readonly episode: Episode
  /** Absent where it goes to the channel. */
  readonly reader?: PersonId
  readonly isAnswered?: boolean
  readonly awaits?: ReadonlyArray<ReadonlyArray<AwaitedRole>>
}

/** Whose answers stop an alert from climbing, beside the reader's own; undefined where the reader's is enough, or unknown. */
export const othersAwaited = ({ awaits = [], reader }: Pick<Answered, "awaits" | "reader">): string | undefined => {
  const others = awaits.map((roles) => roles.filter(({ people }) => reader === undefined || !people.includes(reader)))
  if (others.length === 0 || others.some((roles) => roles.length === 0)) return undefined
  return [...new Set(others.map((roles) => roles.map(({ who }) => rungWords[who]).join(" and ")))].join(" or ")
}

/** That a reader is asked all the same, or whose answer theirs leaves to come. */
const restOfClimb = (answered: Answered): string => {
  const { episode, reader, isAnswered, awaits = [] } = answered
  if (reader === undefined || isAnswered === true || !asksToAcknowledge(episode)) return ""
  const others = othersAwaited(answered)
  const until = others === undefined ? "" : ` it climbs on until there is an answer from ${others}.`
  if (hasAnswered(episode, reader)) return until === "" ? "" : ` I${until.slice(2)}`
  if (until !== "") return ` You are asked too:${until}`
  return awaits.length === 0 ? " You are asked too." : " You are asked too: your answer stops it from climbing."
}

/** Dates as an alert writes them: seen from when it was news, so that no later day is read into it. */
export const alertDates = (episode: Episode): DateWords => datesSeenFrom(alertOf(episode).at)

/** Who has answered the newest alert, once a person has. */
export const answersInWords = (answered: Answered, style: Style): string | undefined => {
  const { acknowledgements } = alertOf(answered.episode)
  if (acknowledgements.length === 0) return undefined
  return `${acknowledgedInWords(acknowledgements, style, alertDates(answered.episode))}${restOfClimb(answered)}`
}

const nameOfRung = ({ who, people, standIns = [] }: RungTold, style: Style): string => {
  const covers = standIns.filter((person) => people.includes(person))
  const workers = people.filter((person) => !covers.includes(person))
  const inPlace = `${peopleIn(style, covers)} in place of ${rungWords[who]}`
  const themselves = `${rungWords[who]} (${peopleIn(style, workers)})`
  if (covers.length === 0) return themselves
  return workers.length === 0 ? inPlace : `${themselves}, ${inPlace}`
}

export const rungInWords = (told: RungTold, style: Style, dates: DateWords = datesInFull): string =>
  told.people.length === 0
    ? `${rungWords[told.who]}: ${told.isUndelivered === true ? "the alert could not be delivered" : "nobody was set up or there"}, so it went on at once`
    : `${nameOfRung(told, style)}, ${dates.dateTime(told.at)}`

/** Those who were told and have not answered: of a rung with nobody on it no answer is awaited. */
const withoutAnswer = ({ acknowledgements, told }: AlertStanding): ReadonlyArray<RungTold> =>
  told.flatMap((rung) => {
    const people = rung.people.filter((person) => acknowledgements.every(({ by }) => by !== person))
    return people.length === 0 ? [] : [{ ...rung, people }]
  })

const outsideWords: Readonly<Record<OutsideReach, string>> = {
  sent: " It went out by text or e-mail too.",
  "on its way": " It is on its way by text or e-mail.",
  undelivered: " By text and e-mail it could not be delivered.",
  "no address": " By text and e-mail nobody is told, as no address is set up."
}

export const alertStandingInWords = (standing: AlertStanding, style: Style, dates: DateWords = datesInFull): string => {
  const { acknowledgements, told, hasStopped, outside, next } = standing
  const { strong, sign } = style
  const rungs = (some: ReadonlyArray<RungTold>) => some.map((rung) => rungInWords(rung, style, dates)).join("; ")
  const then =
    next === undefined
      ? `${outside === undefined ? "" : outsideWords[outside]} There is nobody further to tell.${acknowledgements.length === 0 ? " Those who were told are asked again until a person answers." : ""}`
      : ` Without an answer it goes on to the next people: ${dates.dateTime(next)}.`
  if (acknowledgements.length === 0) {
    const times = new Set(told.filter(({ people }) => people.length > 0).map(({ at }) => at))
    // Before an alert climbs to a second step nobody is late with an answer.
    const standing = times.size === 1 ? "The alert waits for an answer." : "Nobody has acknowledged the alert yet."
    const soFar = told.length === 0 ? "" : ` Told so far: ${rungs(told)}.`
    return `${sign("bell")}${strong(standing)}${soFar}${then}`
  }
  const open = withoutAnswer(standing)
  const waiting = open.length === 0 ? "" : ` No answer yet: ${rungs(open)}.`
  const answered = acknowledgedInWords(acknowledgements, style, dates)
  // Once it climbs no further, those who were told besides have nothing to answer.
  return hasStopped ? `${sign("white_check_mark")}${answered}` : `${sign("bell")}${answered}${waiting}${then}`
}

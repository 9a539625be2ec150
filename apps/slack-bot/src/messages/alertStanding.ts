/** Where the alert of an episode stands, for its card: who was told, who has answered, whom it comes to next. */
import type { Instant } from "@safe-return/domain/calendar"
import type { Acknowledgement } from "@safe-return/domain/pathway"
import { londonDateTime } from "@safe-return/wording"
import { acknowledgedInWords } from "./acknowledging.ts"
import { type ToldBefore, toldInWords } from "./ladderAlert.ts"

export interface AlertStanding {
  readonly acknowledgements: ReadonlyArray<Acknowledgement>
  readonly told: ReadonlyArray<ToldBefore>
  /** Every role that it came to at one time has answered, so that it climbs no further. */
  readonly hasStopped: boolean
  /** When it climbs on; absent at the top. */
  readonly next?: Instant
}

/** Those who were told and have not answered; a rung with nobody on it passed the alert on. */
const withoutAnswer = ({ acknowledgements, told }: AlertStanding): ReadonlyArray<ToldBefore> =>
  told.flatMap((rung) => {
    const people = rung.people.filter((person) => acknowledgements.every(({ by }) => by !== person))
    return people.length === 0 && rung.people.length > 0 ? [] : [{ ...rung, people }]
  })

export const alertStandingInWords = (standing: AlertStanding): string => {
  const { acknowledgements, told, hasStopped, next } = standing
  const then =
    next === undefined ? " There is nobody further to tell." : ` It goes on to the next ${londonDateTime(next)}.`
  if (acknowledgements.length === 0) {
    const whom = told.length === 0 ? "" : ` Told so far: ${told.map(toldInWords).join("; ")}.`
    return `:bell: *Nobody has acknowledged the alert yet.*${whom}${then}`
  }
  const open = withoutAnswer(standing)
  const waiting = open.length === 0 ? "" : ` No answer yet: ${open.map(toldInWords).join("; ")}.`
  const answered = acknowledgedInWords(acknowledgements)
  return hasStopped ? `:white_check_mark: ${answered}${waiting}` : `:bell: ${answered}${waiting}${then}`
}

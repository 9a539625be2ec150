/** Where the alert of an episode stands, for its card: who was told, who has answered, whom it comes to next. */
import { londonDateTime } from "@safe-return/wording"
import type { AlertStanding, RungTold } from "../delivery/message/alertMessages.ts"
import { acknowledgedInWords } from "./acknowledging.ts"
import { toldInWords } from "./ladderAlert.ts"

/** Those who were told and have not answered; a rung with nobody on it passed the alert on. */
const withoutAnswer = ({ acknowledgements, told }: AlertStanding): ReadonlyArray<RungTold> =>
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

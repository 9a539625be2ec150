/** Where the alert of an episode stands, for its card: who was told, who has answered, whom it comes to next. */
import type { Instant } from "@safe-return/domain/calendar"
import type { Acknowledged } from "@safe-return/domain/pathway"
import { londonDateTime } from "../words/londonTime.ts"
import { acknowledgedInWords } from "./acknowledging.ts"
import { type ToldBefore, toldInWords } from "./ladderAlert.ts"

export interface AlertStanding {
  readonly acknowledged?: Acknowledged
  readonly told: ReadonlyArray<ToldBefore>
  /** When it climbs on; absent at the top. */
  readonly next?: Instant
}

export const alertStandingInWords = ({ acknowledged, told, next }: AlertStanding): string => {
  if (acknowledged !== undefined) return `:white_check_mark: ${acknowledgedInWords(acknowledged)}`
  const whom = told.length === 0 ? "" : ` Told so far: ${told.map(toldInWords).join("; ")}.`
  const then =
    next === undefined ? " There is nobody further to tell." : ` It goes on to the next ${londonDateTime(next)}.`
  return `:bell: *Nobody has acknowledged the alert yet.*${whom}${then}`
}

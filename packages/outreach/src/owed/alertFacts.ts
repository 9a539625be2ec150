import type { ChildReference, Episode } from "@safe-return/domain/pathway"
import type { EarlierAnswer } from "../message/alertMessages.ts"
import { actedBefore } from "./actedBefore.ts"
import { isAlertAnswered } from "./alertClimbs.ts"
import type { CaseSnapshot } from "./OwedMessage.ts"
import { type OtherReport, otherReports } from "./otherReports.ts"

/** What every alert of an episode says, to anybody. */
export interface AlertFacts {
  readonly child: ChildReference
  readonly episode: Episode
  readonly isAnswered: boolean
  readonly otherReports: ReadonlyArray<OtherReport>
  readonly actedBefore: ReadonlyArray<EarlierAnswer>
}

export const alertFacts = (snapshot: CaseSnapshot, episode: Episode): AlertFacts => ({
  child: snapshot.child,
  episode,
  isAnswered: isAlertAnswered(snapshot, episode),
  otherReports: otherReports(snapshot.state, episode),
  actedBefore: actedBefore(snapshot, episode)
})

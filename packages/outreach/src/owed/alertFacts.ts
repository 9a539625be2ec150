import { Instant } from "@safe-return/domain/calendar"
import { alertOf, type ChildReference, type Episode } from "@safe-return/domain/pathway"
import type { AwaitedRole, EarlierAnswer } from "../message/alertMessages.ts"
import { actedBefore } from "./actedBefore.ts"
import { climbsOf, isAlertAnswered } from "./alertClimbs.ts"
import { lastMissingAfterAll } from "./lastMissingAfterAll.ts"
import type { CaseSnapshot } from "./OwedMessage.ts"
import { type OtherReport, otherReports } from "./otherReports.ts"
import { peopleOn } from "./rungRecipients.ts"

/** What every alert of an episode says, to anybody. */
export interface AlertFacts {
  readonly child: ChildReference
  readonly episode: Episode
  readonly isAnswered: boolean
  readonly otherReports: ReadonlyArray<OtherReport>
  readonly actedBefore: ReadonlyArray<EarlierAnswer>
  readonly awaits: ReadonlyArray<ReadonlyArray<AwaitedRole>>
  readonly isDeathTakenBack?: true
}

/** Whether the newest alert rings because a death was taken back, of this report or of one that came meanwhile. */
const isDeathTakenBack = (snapshot: CaseSnapshot, episode: Episode): boolean => {
  const back = snapshot.entries.findLast(({ recorded: { event } }) => event._tag === "DeathTakenBack")
  if (back === undefined || back.recorded.recordedAt < alertOf(episode).at) return false
  const isOpenedBy = episode.notifiedAt === back.recorded.recordedAt
  return isOpenedBy || lastMissingAfterAll(snapshot, episode)?.version === back.version
}

/**
 * Whose answers stop the alert, among those it had come to by a moment: what a person reads does not change as it climbs on.
 *
 * @param until the last answer, where that is later
 */
export const awaitedRoles = (snapshot: CaseSnapshot, episode: Episode, until: Instant): AlertFacts["awaits"] => {
  const climb = climbsOf(snapshot).find((one) => one.episode.id === episode.id)
  const { at: begun, acknowledgements } = alertOf(episode)
  const last = Math.max(until, begun, ...acknowledgements.map(({ at }) => at))
  return (climb?.awaits ?? [])
    .filter(({ at }) => at <= last)
    .map(({ roles }) => roles.map((who) => ({ who, people: peopleOn(snapshot, episode, { who }) })))
}

export const alertFacts = (snapshot: CaseSnapshot, episode: Episode): AlertFacts => ({
  child: snapshot.child,
  episode,
  isAnswered: isAlertAnswered(snapshot, episode),
  otherReports: otherReports(snapshot.state, episode),
  actedBefore: actedBefore(snapshot, episode),
  awaits: awaitedRoles(snapshot, episode, Instant(0)),
  ...(isDeathTakenBack(snapshot, episode) ? { isDeathTakenBack: true } : {})
})

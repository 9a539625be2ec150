/** What notifications tell of a disappearance: from when, from where, how great the risk. What was sent last stands. */
import * as Equal from "effect/Equal"
import type { Instant } from "../../calendar/instant.ts"
import type { EventOf } from "../events.ts"
import type { MissingNotification, UpdatedNotification } from "../notification.ts"
import { factsAsRead, riskPlace } from "../reportReading.ts"
import { isGivenByPolice, type JoinedNotification } from "../reports.ts"
import { type Episode, type Repeat, type ReportedFact, reportedFacts } from "../state.ts"
import { firstSentAt } from "./sending.ts"

export type Facts = Partial<Pick<Episode, ReportedFact>>

type FactReport = MissingNotification | UpdatedNotification

interface Statement {
  readonly notification: FactReport
  readonly sentAt: Instant
  readonly place: number
  readonly isOfDuplicate: boolean
}

const isFactReport = (notification: JoinedNotification["notification"]): notification is FactReport =>
  notification.kind === "missing" || notification.kind === "updated"

/** A report that is sent again says nothing new: it counts as sent when it first was. */
const isRepeated = (statements: ReadonlyArray<Statement>, { sentAt: _, ...content }: FactReport): boolean =>
  content.kind === "missing" &&
  statements.some(({ notification: { sentAt: _sentAt, ...other } }) => Equal.equals(other, content))

const gradeOf = ({ notification: { risk } }: Statement): number => riskPlace(risk ?? "not-graded")

/** A disappearance is first reported once: another report makes that no later, and only an update says it was mistaken. */
const isFirstReport = (one: Statement, other: Statement): boolean | undefined => {
  const [mine, theirs] = [one.notification, other.notification]
  if (mine.kind !== theirs.kind) return mine.kind === "updated"
  if (mine.kind === "updated" || mine.reportedAt === theirs.reportedAt) return undefined
  return Number(mine.reportedAt) < Number(theirs.reportedAt)
}

/** Of two statements sent at one time: the higher risk, an update before the report, and then whichever reference. */
const outweighs = (fact: ReportedFact, one: Statement, other: Statement): boolean => {
  const isOne = isGivenByPolice(one.notification.policeReference)
  if (isOne !== isGivenByPolice(other.notification.policeReference)) return isOne
  const isFirst = fact === "reportedAt" ? isFirstReport(one, other) : undefined
  if (isFirst !== undefined) return isFirst
  if (one.sentAt !== other.sentAt) return one.sentAt > other.sentAt
  if (one.sentAt === Number.NEGATIVE_INFINITY) return one.place < other.place
  if (fact === "risk") {
    const by = gradeOf(one) - gradeOf(other)
    if (by !== 0) return by > 0
  }
  if (one.notification.kind !== other.notification.kind) return one.notification.kind === "updated"
  return one.notification.policeReference < other.notification.policeReference
}

/** The one that stands of two; what was sent after a cancellation is heard only where nothing was said before it. */
const standingOf = (
  fact: ReportedFact,
  before: Statement | undefined,
  statement: Statement,
  until: Instant
): Statement => {
  if (before === undefined) return statement
  const isLate = statement.sentAt > until
  const isBetter = isLate === before.sentAt > until ? outweighs(fact, statement, before) : !isLate
  return isBetter ? statement : before
}

/** The kept record keeps what it knows: of a joined one it hears updates, and a higher risk that was sent later. */
const ofBoth = (
  fact: ReportedFact,
  own: Statement | undefined,
  other: Statement | undefined,
  until: Instant
): Statement | undefined => {
  if (own === undefined || other === undefined) return own ?? other
  if (other.notification.kind === "updated") return standingOf(fact, own, other, until)
  if (fact !== "risk" || gradeOf(other) <= gradeOf(own)) return own
  return own.notification.risk === "not-graded" ? other : standingOf(fact, own, other, until)
}

/** The facts of an episode by all that was sent of it, and which notifications told one that stands. */
export const factsReported = (
  episode: Episode,
  joined: ReadonlyArray<JoinedNotification>,
  repeats: ReadonlyArray<Repeat>,
  now: Instant,
  { isPossible, until }: { readonly isPossible: (missingAt: Instant) => boolean; readonly until: Instant }
): { readonly facts: Facts; readonly standing: ReadonlySet<FactReport> } => {
  const statements: Array<Statement> = []
  for (const received of joined.toSorted((a, b) => a.notification.sentAt - b.notification.sentAt)) {
    const { notification, place, isOfDuplicate } = received
    if (!isFactReport(notification) || isRepeated(statements, notification)) continue
    const sentAt = firstSentAt(received, episode, repeats, now)
    statements.push({ notification, place, sentAt, isOfDuplicate })
  }
  const facts: Record<string, unknown> = {}
  const standing = new Set<FactReport>()
  for (const fact of reportedFacts) {
    let own: Statement | undefined
    let other: Statement | undefined
    for (const statement of statements) {
      const value = statement.notification[fact]
      if (value === undefined || (fact === "missingAt" && !isPossible(value as Instant))) continue
      if (statement.isOfDuplicate) other = standingOf(fact, other, statement, until)
      else own = standingOf(fact, own, statement, until)
    }
    const best = ofBoth(fact, own, other, until)
    if (best === undefined) continue
    const corrected = episode.correctedAt?.[fact]
    if (corrected !== undefined && (corrected >= best.sentAt || !isGivenByPolice(best.notification.policeReference))) {
      continue
    }
    facts[fact] = best.notification[fact]
    standing.add(best.notification)
  }
  return { facts: factsAsRead(facts as Facts, episode), standing }
}

/** The event that brings an episode to these facts; undefined where it has them. */
export const factsEvent = (episode: Episode, facts: Facts): EventOf<"EpisodeUpdated"> | undefined => {
  const changes = Object.fromEntries(
    Object.entries(facts).filter(([fact, value]) => episode[fact as ReportedFact] !== value)
  )
  return Object.keys(changes).length === 0 ? undefined : { _tag: "EpisodeUpdated", episodeId: episode.id, ...changes }
}

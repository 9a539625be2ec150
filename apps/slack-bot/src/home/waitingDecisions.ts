/** The children with a decision that waits for the reader, and no word of what it is about. */
import { keptFromOf, mayDecideOn, ownersOf, type Role, undecidedAmong } from "@safe-return/casework"
import type { Calendars, Instant } from "@safe-return/domain/calendar"
import { decisionRungsOf } from "@safe-return/domain/escalation"
import {
  allocatedWorkers,
  type ChildReference,
  type ChildState,
  episodeById,
  latestEpisode,
  type PersonId
} from "@safe-return/domain/pathway"
import { type ChildFacts, type Firing, triggersFired } from "@safe-return/domain/risk"
import type { KnownBlock } from "@slack/types"
import { Option } from "effect"
import { escapeSlack, header, sectionWith } from "../blocks/blocks.ts"
import type { CaseLink } from "../blocks/caseLink.ts"
import { decideHereButton, decidePostedButton } from "../forms/triggerDecisions/triggerDecisionsView.ts"
import { alsoNamed } from "./alsoNamed.ts"

/** Shown at most: each is asked for in a message of its own as well. */
const DECISIONS_SHOWN = 10

export interface WaitingDecision {
  readonly link: CaseLink
  /** When the latest of them was met. */
  readonly metAt: Instant
  readonly opens: "everything" | "posted"
}

interface WaitingRequest {
  readonly child: ChildReference
  readonly state: ChildState
  readonly facts: ChildFacts
  readonly allocatedWorker: PersonId | undefined
}

export interface DecisionReader {
  readonly person: PersonId
  readonly roles: ReadonlySet<Role>
  /** The people they stand in for today. */
  readonly coversFor: ReadonlySet<PersonId>
  readonly calendars: Calendars
  readonly now: Instant
}

export const waitingDecisionOf = (
  { child, state, facts, allocatedWorker }: WaitingRequest,
  { person, roles, coversFor, calendars, now }: DecisionReader
): Option.Option<WaitingDecision> => {
  const workers = [
    ...(allocatedWorker === undefined ? [] : [allocatedWorker]),
    ...Option.match(latestEpisode(state), { onNone: () => [], onSome: allocatedWorkers })
  ]
  const isAllocated = workers.length > 0
  const actsFor = workers.filter((worker) => worker === person || coversFor.has(worker))
  const deciding = { person, holds: (role: Role) => roles.has(role), actsFor, isAllocated }
  /** It has climbed to a role of theirs, as its messages have. */
  const hasClimbed = ({ level, metAt, episodeIds }: Firing): boolean => {
    const last = episodeIds.at(-1)
    const episode = last === undefined ? undefined : Option.getOrUndefined(episodeById(state, last))
    if (level !== "must" || episode === undefined) return false
    return decisionRungsOf(episode.policy, metAt, calendars).some(
      ({ at, rung: { who, onlyOutOfHours } }) => at <= now && onlyOutOfHours !== true && roles.has(who)
    )
  }
  const isTheirs = (firing: Firing): boolean => {
    const keptFrom = keptFromOf(state, firing)
    const owners = ownersOf(firing, { isAllocated, keptFrom })
    const isOwner = owners.some((owner) => (owner === "worker" ? actsFor.length > 0 : roles.has(owner)))
    return mayDecideOn(firing, { ...deciding, keptFrom }) && (!firing.mayGoToChat || isOwner || hasClimbed(firing))
  }
  const theirs = undecidedAmong(state, triggersFired(state, { now, calendars, facts })).filter(({ firing }) =>
    isTheirs(firing)
  )
  const [latest] = theirs
  return Option.map(Option.fromUndefinedOr(latest), ({ firing: { metAt }, episodeId }) => ({
    link: { child, episodeId },
    metAt,
    opens: theirs.some(({ firing }) => !firing.mayGoToChat) ? "everything" : "posted"
  }))
}

export const waitingDecisionBlocks = (decisions: ReadonlyArray<WaitingDecision>): ReadonlyArray<KnownBlock> => {
  if (decisions.length === 0) return []
  const newestFirst = decisions.toSorted((a, b) => b.metAt - a.metAt)
  return [
    header("Decisions that wait for you"),
    ...newestFirst
      .slice(0, DECISIONS_SHOWN)
      .map(({ link, opens }) =>
        sectionWith(
          `:scales: *${escapeSlack(link.child)}* · a decision waits for you`,
          (opens === "everything" ? decideHereButton : decidePostedButton)(link)
        )
      ),
    ...alsoNamed(
      newestFirst.map(({ link }) => link),
      DECISIONS_SHOWN
    )
  ]
}

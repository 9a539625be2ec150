import type { Calendars } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import type { EpisodeId } from "../pathway/identifiers.ts"
import type { ChildState, Episode, Interview } from "../pathway/state.ts"
import type { CaseStatus } from "../policy/caseStatus.ts"
import type { EpisodesCounted } from "../policy/triggers.ts"
import type { ChildFacts } from "./childFacts.ts"

const inOrder = (a: Episode, b: Episode): number => a.missingAt - b.missingAt || (a.id < b.id ? -1 : 1)

/** What the rules read about one child: prepared once, so that the work grows with the number of episodes alone. */
export class EpisodesOnRecord {
  /** By when the child was last seen, whatever order they were recorded in. Cancelled ones and duplicates are out. */
  readonly episodes: ReadonlyArray<Episode>
  readonly state: ChildState
  readonly now: Instant
  readonly facts: ChildFacts
  readonly calendars: Calendars
  #interviews: ReadonlyArray<Interview | undefined> | undefined

  constructor(state: ChildState, now: Instant, facts: ChildFacts, calendars: Calendars) {
    this.episodes = state.episodes.filter(({ progress }) => progress._tag !== "Cancelled").sort(inOrder)
    this.state = state
    this.now = now
    this.facts = facts
    this.calendars = calendars
  }

  /** The interview that covers the episode at this place. */
  interviewAt(index: number): Interview | undefined {
    this.#interviews ??= this.#interviewsByPlace()
    return this.#interviews[index]
  }

  #interviewsByPlace(): ReadonlyArray<Interview | undefined> {
    const byEpisode = new Map<EpisodeId, Interview>()
    for (const interview of this.state.interviews) {
      for (const id of interview.episodeIds) byEpisode.set(id, interview)
    }
    return byEpisode.size === 0 ? [] : this.episodes.map(({ id }) => byEpisode.get(id))
  }

  /** The episodes this interview covers, if this one is the last of them: an interview is judged once. */
  coveredWithLast(interview: Interview, last: Episode): ReadonlyArray<Episode> | undefined {
    if (interview.episodeIds.length === 1) return [last]
    const covered = this.episodes.filter((_, index) => this.interviewAt(index) === interview)
    return covered.at(-1) === last ? covered : undefined
  }

  isLatest(index: number): boolean {
    return index === this.episodes.length - 1
  }

  caseStatusOf({ id }: Episode): CaseStatus | undefined {
    return this.facts.caseStatusAt?.get(id) ?? this.facts.caseStatus
  }

  /** Whether a rule that looks at these episodes counts this one. A case status that is not known does not count. */
  isCounted(counted: EpisodesCounted | undefined, episode: Episode): boolean {
    if (counted === undefined) return true
    const { absences, missingFrom, risks, caseStatuses } = counted
    if (absences !== undefined && !absences.includes(episode.absence)) return false
    if (missingFrom !== undefined && missingFrom !== episode.missingFrom) return false
    if (risks !== undefined && !risks.includes(episode.risk)) return false
    return caseStatuses === undefined || caseStatuses.some((status) => status === this.caseStatusOf(episode))
  }
}

import type { Instant } from "../calendar/instant.ts"
import type { Episode } from "../pathway/state.ts"
import type { EpisodesOnRecord } from "./episodesOnRecord.ts"
import type { Ground } from "./grounds.ts"

/** What a rule found. */
export interface Evidence {
  /** Oldest first. */
  readonly episodes: ReadonlyArray<Episode>
  /** Why, in one sentence without a name. */
  readonly because: string
  /** The first moment at which all of it held and the council could know. */
  readonly metAt: Instant
  /** How far evidence that is not an episode has come: it grows with it. */
  readonly extent?: string
}

/** One number of a setting, with its source. */
export interface SourcedNumber {
  readonly source: string
  readonly verified: boolean
}

/** One named predicate, judged at each episode under that episode's policy so that what fired stays fired. */
export interface Rule<Setting> {
  /** What the trigger is about, as a heading. */
  readonly title: string
  /** False where the firing alone would tell of an interview, a grade or an age: then only behind a log-in. */
  readonly mayGoToChat: (setting: Setting) => boolean
  /** The numbers that decide whether it fires. */
  readonly numbers: (setting: Setting) => ReadonlyArray<SourcedNumber>
  /** Everything, where it is not said. It is judged again only where something of this was replaced. */
  readonly restsOn?: ReadonlyArray<Ground>
  /** True where an episode's judgement reads no other episode's grading, ending or interview. */
  readonly isOfOneEpisode?: boolean
  /** True where what it asks to consider is about a child who is looked for, and is moot once they are found. */
  readonly isOfSearch?: boolean
  /** What the rule would have to know and does not, in words; asked where there is an episode. */
  readonly notKnown?: (setting: Setting, record: EpisodesOnRecord) => string | undefined
  /** The evidence that is complete with the episode at this place of the record; undefined when it is not met. */
  readonly judge: (setting: Setting, record: EpisodesOnRecord, index: number) => Evidence | undefined
}

/** A count that stopped at the most that is listed says so. */
export const orMore = (count: number, isMore: boolean): string => (isMore ? `${count} or more` : String(count))

/** When the council was first told of the last of these episodes to reach it. */
export const knownAt = (episodes: ReadonlyArray<Episode>): Instant => {
  let latest = -Infinity as Instant
  for (const { notifiedAt } of episodes) if (notifiedAt > latest) latest = notifiedAt
  return latest
}

export const later = (a: Instant, b: Instant): Instant => (a > b ? a : b)

export const episodesInWords = (count: number, isMore = false): string =>
  `${orMore(count, isMore)} missing episode${count === 1 ? "" : "s"}`

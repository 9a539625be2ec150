/** Deals the published totals out to children: who has how many incidents, of what kind and length, ending how. */

import type { Instant } from "@safe-return/domain/calendar"
import { MILLISECONDS_A_DAY } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import type { Absence } from "@safe-return/domain/pathway"
import { Array as Arr } from "effect"
import { minutesWithin } from "./durations.ts"
import type { EpisodePlan, InterviewEnding } from "./episodePlan.ts"
import { apportioned } from "./figures/apportioned.ts"
import { durationBand, durationBands } from "./figures/bands.ts"
import {
  type AbsenceFigures,
  type CaseloadFigures,
  englandDurations,
  shareDeclined,
  shareWithin72Hours
} from "./figures/published.ts"
import type { EpisodeOutline } from "./finishedEpisode.ts"
import type { Randomness } from "./randomness.ts"

/** With more in one year, a history of long absences and late interviews might not fit it: see `yearOfEpisodes.ts`. */
const MOST_FOR_ONE_CHILD = 24

/** How many incidents each child has: each further one goes to a repeat child in proportion to those they have. */
const incidentCounts = (
  { children, incidents, childrenMoreThanOnce: repeaters }: AbsenceFigures,
  mostForOneChild: number,
  random: Randomness
): ReadonlyArray<number> => {
  const counts = Array.from({ length: children }, (_, child): number => (child < repeaters ? 2 : 1))
  // One place for each incident after a child's first, so that a place drawn is a child in proportion to theirs.
  const places = Array.from({ length: repeaters }, (_, child) => child)
  for (let left = incidents - children - repeaters; left > 0; ) {
    const child = places[random.between(0, places.length - 1)] ?? 0
    const count = counts[child] ?? 0
    if (count === mostForOneChild) continue
    counts[child] = count + 1
    places.push(child)
    left -= 1
  }
  return random.shuffled(counts)
}

/** One child's year, before its episodes have dates. */
interface ChildPlan {
  /** Missing incidents, the open one included. */
  readonly missing: number
  readonly finished: ReadonlyArray<EpisodeOutline>
  /** Still open when the caseload ends. */
  readonly open?: EpisodePlan
}

const A_WEEK = 7 * MILLISECONDS_A_DAY

/** A child whose last absence began up to 60 days before the end has fewer days for the others. */
const MOST_BESIDE_A_LONG_OPEN_ONE = 16

const repeated = <A>(item: A, times: number): ReadonlyArray<A> => Array.from({ length: times }, () => item)

const lengthWhenCounted = ({ missingAt, found }: EpisodePlan, endsAt: Instant): number =>
  (found?.foundAt ?? endsAt) - missingAt

/** The lengths of all finished absences: England's shares of every one, without those the open ones have. */
const minutesOfFinished = (
  incidents: number,
  open: ReadonlyArray<EpisodePlan>,
  endsAt: Instant,
  random: Randomness
): ReadonlyArray<number> => {
  const counts = apportioned(incidents, englandDurations)
  const taken = open.map((plan) => durationBand(lengthWhenCounted(plan, endsAt)))
  return durationBands.flatMap((band) =>
    minutesWithin(band, Math.max(0, counts[band] - taken.filter((other) => other === band).length), random)
  )
}

const endings = (finished: number): ReadonlyArray<InterviewEnding> => {
  const declined = Math.round(finished * shareDeclined)
  const inTime = Math.round((finished - declined) * shareWithin72Hours)
  return [
    ...repeated<InterviewEnding>("declined", declined),
    ...repeated<InterviewEnding>("completed-in-time", inTime),
    ...repeated<InterviewEnding>("completed-late", finished - declined - inTime)
  ]
}

/** Takes a random one of the children who fit; their order is random already. */
const takeChild = (order: Array<number>, fits: (child: number) => boolean): number => {
  const at = order.findIndex(fits)
  const child = order[at]
  const last = order.pop()
  if (child === undefined || last === undefined) throw new Error("The figures leave no child with room for an absence")
  if (at < order.length) order[at] = last
  return child
}

/** How often each child was away: children who were missing too, because no published figure tells them apart. */
const timesAway = (missing: ReadonlyArray<number>, counts: ReadonlyArray<number>, random: Randomness) => {
  const away = missing.map(() => 0)
  const order = [...random.shuffled([...missing.keys()])]
  // The most first, while there is still a choice of children they fit.
  for (const count of counts.toSorted((a, b) => b - a)) {
    away[takeChild(order, (child) => (missing[child] ?? 0) + count <= MOST_FOR_ONE_CHILD)] = count
  }
  return away
}

type CountsOfKind = Readonly<Record<Absence, ReadonlyArray<number>>>

/** Whose absence each open one is: of repeat children only, so that everyone has a finished one of that kind as well. */
const childrenOfOpen = (
  open: ReadonlyArray<EpisodePlan>,
  counts: CountsOfKind,
  endsAt: Instant,
  random: Randomness
): ReadonlyMap<number, EpisodePlan> => {
  const order = [...random.shuffled([...counts.missing.keys()])]
  return new Map(
    open.map((plan) => {
      const most = endsAt - plan.missingAt > A_WEEK ? MOST_BESIDE_A_LONG_OPEN_ONE : MOST_FOR_ONE_CHILD
      const fits = (child: number) =>
        (counts[plan.absence][child] ?? 0) > 1 && (counts.missing[child] ?? 0) + (counts.away[child] ?? 0) <= most
      return [takeChild(order, fits), plan]
    })
  )
}

const LONG = 3 * 1_440

/** Finished absences of one kind, given out a few at a time. */
const dealerOf = (outlines: ReadonlyArray<EpisodeOutline>, random: Randomness) => {
  const isLong = ({ minutesAway }: EpisodeOutline) => minutesAway >= LONG
  const long = [...random.shuffled(outlines.filter(isLong))]
  const short = [...random.shuffled(outlines.filter((outline) => !isLong(outline)))]
  return {
    long: long.length,
    deal: (count: number, withLong: boolean): ReadonlyArray<EpisodeOutline> => {
      const first = withLong ? long.splice(-1) : []
      return [...first, ...short.splice(short.length - (count - first.length))]
    }
  }
}

/** Every child's year in outline, with at most one long absence each; `open` are the episodes open at `endsAt`. */
export const caseloadPlan = (
  figures: CaseloadFigures,
  open: ReadonlyArray<EpisodePlan>,
  endsAt: Instant,
  random: Randomness
): ReadonlyArray<ChildPlan> => {
  const missing = incidentCounts(figures.missing, MOST_FOR_ONE_CHILD, random)
  // One fewer, because every child who was away was missing too.
  const away = timesAway(missing, incidentCounts(figures.away, MOST_FOR_ONE_CHILD - 1, random), random)
  const counts: CountsOfKind = { missing, away }
  const openOf = childrenOfOpen(open, counts, endsAt, random)
  const dealer = (absence: Absence) => {
    const ofKind = open.filter((plan) => plan.absence === absence)
    const minutes = minutesOfFinished(figures[absence].incidents, ofKind, endsAt, random)
    const outlines = Arr.zipWith(minutes, random.shuffled(endings(minutes.length)), (minutesAway, ending) => ({
      absence,
      minutesAway,
      ending
    }))
    return dealerOf(outlines, random)
  }
  const dealers = { missing: dealer("missing"), away: dealer("away") }
  const order = random.shuffled([...missing.keys()])
  const longAway = new Set(order.filter((child) => (counts.away[child] ?? 0) > 0).slice(0, dealers.away.long))
  const longMissing = new Set(order.filter((child) => !longAway.has(child)).slice(0, dealers.missing.long))
  return missing.map((count, child): ChildPlan => {
    const plan = openOf.get(child)
    const finished = (absence: Absence) =>
      (counts[absence][child] ?? 0) - (plan !== undefined && plan.absence === absence ? 1 : 0)
    const outlines = random.shuffled([
      ...dealers.missing.deal(finished("missing"), longMissing.has(child)),
      ...dealers.away.deal(finished("away"), longAway.has(child))
    ])
    return { missing: count, finished: outlines, ...definedFields({ open: plan }) }
  })
}

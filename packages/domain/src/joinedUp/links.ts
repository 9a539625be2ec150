import type { LinkConfirmed, LinkEvent, LinkId } from "./linkEvents.ts"
import { childKey, type SystemReference } from "./strandFact.ts"

/** A link that was confirmed, with both ends. */
export interface Link extends Omit<LinkConfirmed, "_tag"> {
  readonly ends: readonly [education: SystemReference, socialCare: SystemReference]
}

/** Every link that was ever confirmed, by what became of it; each list in the order of the ids. */
export interface Links {
  /** Confirmed, not undone, and at odds with no other: what references are joined by. */
  readonly standing: ReadonlyArray<Link>
  /** Confirmed, and one of its references is linked to another child too: joined by neither until one is undone. */
  readonly contradicting: ReadonlyArray<Link>
  readonly undone: ReadonlyArray<Link>
}

const linkOf = ({ _tag, ...confirmed }: LinkConfirmed): Link => ({
  ...confirmed,
  ends: [
    { system: "education", reference: confirmed.educationReference },
    { system: "social-care", reference: confirmed.socialCareReference }
  ]
})

const pairOf = ({ ends }: Link): string => ends.map(childKey).join(" = ")

const inOrder = (one: Link, other: Link): number => {
  const [a, b] = [one, other].map((link) => [link.linkId, pairOf(link), link.educationReference].join(" "))
  return (a ?? "") < (b ?? "") ? -1 : 1
}

/** For each reference, how many references of the other system it is linked to. */
const partners = (links: ReadonlyArray<Link>): ReadonlyMap<string, ReadonlySet<string>> => {
  const known = new Map<string, Set<string>>()
  const add = (one: string, other: string) => known.set(one, new Set(known.get(one)).add(other))
  for (const { ends } of links) {
    const [education, socialCare] = [childKey(ends[0]), childKey(ends[1])]
    add(education, socialCare)
    add(socialCare, education)
  }
  return known
}

/**
 * The links that stand after these events, in whatever order they come and however often. A link is undone for good: it is
 * confirmed again under another id. Where one reference is linked to two, neither link joins anything until one is undone.
 *
 * @example
 * ```ts
 * import { civilDay } from "@safe-return/domain/calendar"
 * import { PupilReference } from "@safe-return/domain/education"
 * import { foldLinks, LinkId } from "@safe-return/domain/joinedUp"
 * import { ChildReference, PersonId } from "@safe-return/domain/pathway"
 *
 * const [linkId, person, day] = [LinkId.make("L1"), PersonId.make("U1"), civilDay(2026, 3, 4)]
 * const ends = {
 *   educationReference: PupilReference.make("EDU-20117"),
 *   socialCareReference: ChildReference.make("LCS-10432")
 * }
 * const confirmed = { _tag: "LinkConfirmed", linkId, ...ends, confirmedBy: person, confirmedOn: day } as const
 * foldLinks([confirmed, confirmed]).standing.length // 1
 * foldLinks([{ _tag: "LinkUndone", linkId, undoneBy: person, undoneOn: day }, confirmed]).standing.length // 0
 * ```
 */
export const foldLinks = (events: Iterable<LinkEvent>): Links => {
  const confirmed = new Map<string, Link>()
  const undone = new Set<LinkId>()
  for (const event of [...events]) {
    if (event._tag === "LinkUndone") undone.add(event.linkId)
    else {
      const link = linkOf(event)
      const key = JSON.stringify([link.linkId, pairOf(link)])
      const known = confirmed.get(key)
      if (known === undefined || inOrder(link, known) < 0) confirmed.set(key, link)
    }
  }
  const links = [...confirmed.values()].toSorted(inOrder)
  const kept = links.filter(({ linkId }) => !undone.has(linkId))
  const linkedTo = partners(kept)
  const isAtOdds = ({ ends }: Link) => ends.some((end) => (linkedTo.get(childKey(end))?.size ?? 0) > 1)
  return {
    standing: kept.filter((link) => !isAtOdds(link)),
    contradicting: kept.filter(isAtOdds),
    undone: links.filter(({ linkId }) => undone.has(linkId))
  }
}

import { type JoinedUpCounts, joinedUpCounts } from "./joinedUpCounts.ts"
import type { LinkEvent } from "./linkEvents.ts"
import { foldLinks, type Link, type Links } from "./links.ts"
import { childKey, type StrandFact, type SystemReference } from "./strandFact.ts"
import { type Strand, strands } from "./strands.ts"

/** A child with everything on record of them, side by side. Nothing is weighed or added up. */
export interface JoinedChild {
  /** The references by which the child is known, the education system's first. */
  readonly references: ReadonlyArray<SystemReference>
  readonly strands: ReadonlyArray<Strand>
  /** By their first day, those without one last. */
  readonly facts: ReadonlyArray<StrandFact>
}

/** Two references that stand beside one another on a record, and that nobody has confirmed. */
export interface ProposedLink {
  readonly education: SystemReference
  readonly socialCare: SystemReference
  /** The ids of the records on which both stand. */
  readonly sources: ReadonlyArray<string>
  /** The strands of both, which confirming it would put side by side. */
  readonly strands: ReadonlyArray<Strand>
  /** Whether a person had confirmed it, and undid it. */
  readonly wasUndone: boolean
}

export interface JoinedUp {
  /** The children on more than one strand. */
  readonly children: ReadonlyArray<JoinedChild>
  readonly proposed: ReadonlyArray<ProposedLink>
  /** Links that contradict one another, and so join nothing until a person undoes one. */
  readonly contradicting: ReadonlyArray<Link>
  readonly counts: JoinedUpCounts
}

export interface JoinedUpQuestion {
  readonly facts: Iterable<StrandFact>
  readonly links: Iterable<LinkEvent>
  /** The strands whose records were looked at: all of them, unless it says otherwise. */
  readonly lookedAt?: ReadonlyArray<Strand>
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

const LAST_DAY = Number.MAX_SAFE_INTEGER

/** Everything that a fact is, so that the same one said twice is one. */
const identityOf = ({ strand, child, what, from, to, source, beside }: StrandFact): string =>
  JSON.stringify([
    strand,
    childKey(child),
    what,
    from ?? null,
    to ?? null,
    source,
    beside === undefined ? null : childKey(beside)
  ])

const spelling = ({ child, beside }: StrandFact): string => `${child.reference} ${beside?.reference ?? ""}`

/** In an order of their own, so that the order they come in does not matter. */
const inOrder = (facts: Iterable<StrandFact>): ReadonlyArray<StrandFact> => {
  const once = new Map<string, StrandFact>()
  for (const fact of [...facts]) {
    const identity = identityOf(fact)
    const known = once.get(identity)
    if (known === undefined || compare(spelling(fact), spelling(known)) < 0) once.set(identity, fact)
  }
  return [...once.entries()]
    .toSorted(
      ([one, a], [other, b]) =>
        (a.from ?? LAST_DAY) - (b.from ?? LAST_DAY) ||
        strands.indexOf(a.strand) - strands.indexOf(b.strand) ||
        compare(one, other)
    )
    .map(([, fact]) => fact)
}

/** The child of each reference: that of the education system where a link joins the two. */
const childOf = ({ standing }: Links) => {
  const joined = new Map(standing.map(({ ends }) => [childKey(ends[1]), childKey(ends[0])]))
  return (reference: SystemReference): string => joined.get(childKey(reference)) ?? childKey(reference)
}

const strandsOf = (facts: ReadonlyArray<StrandFact>): ReadonlyArray<Strand> =>
  strands.filter((strand) => facts.some((fact) => fact.strand === strand))

/** Each reference once, by the first of its spellings. */
const referencesOf = (facts: ReadonlyArray<StrandFact>): ReadonlyArray<SystemReference> => {
  const known = new Map<string, SystemReference>()
  for (const { child } of facts) {
    const other = known.get(childKey(child))
    if (other === undefined || child.reference < other.reference) known.set(childKey(child), child)
  }
  return [...known].toSorted(([one], [other]) => compare(one, other)).map(([, reference]) => reference)
}

const proposedOf = (
  facts: ReadonlyArray<StrandFact>,
  byChild: ReadonlyMap<string, ReadonlyArray<StrandFact>>,
  links: Links
): ReadonlyArray<ProposedLink> => {
  const child = childOf(links)
  const undone = new Set(links.undone.map(({ ends }) => ends.map(childKey).join(" = ")))
  const open = new Map<string, ProposedLink>()
  for (const { child: education, beside, source } of facts) {
    if (beside === undefined || child(education) === child(beside)) continue
    const pair = [education, beside].map(childKey).join(" = ")
    const known = open.get(pair)
    const both = [education, beside].flatMap((reference) => byChild.get(child(reference)) ?? [])
    const sources = new Set([...(known?.sources ?? []), ...(source === "" ? [] : [source])])
    open.set(pair, {
      education: known === undefined || education.reference < known.education.reference ? education : known.education,
      socialCare: known === undefined || beside.reference < known.socialCare.reference ? beside : known.socialCare,
      sources: [...sources].toSorted(compare),
      strands: strandsOf(both),
      wasUndone: undone.has(pair)
    })
  }
  return [...open].toSorted(([one], [other]) => compare(one, other)).map(([, proposed]) => proposed)
}

/** Every fact once, with the child it is of where links join references. */
const sideBySide = (given: Iterable<StrandFact>, events: Iterable<LinkEvent>) => {
  const facts = inOrder(given)
  const links = foldLinks(events)
  const child = childOf(links)
  const byChild = new Map<string, Array<StrandFact>>()
  for (const fact of facts) {
    const of = child(fact.child)
    const known = byChild.get(of)
    if (known === undefined) byChild.set(of, [fact])
    else known.push(fact)
  }
  const all = [...byChild]
    .toSorted(([one], [other]) => compare(one, other))
    .map(([, own]): JoinedChild => ({ references: referencesOf(own), strands: strandsOf(own), facts: own }))
  return { facts, links, child, byChild, all }
}

/**
 * What is on record of each child on any strand, side by side with its days: never a score. References of two systems are joined
 * by links that a person confirmed and nobody undid, and by nothing else: a reference that merely stands beside another is a
 * proposal, shown apart. The order of facts and of links does not matter, and the same one twice is one.
 *
 * Source: Rotherham "Missing from Home, Care and School", the Inclusion Scorecard.
 *
 * @example
 * ```ts
 * import { civilDay } from "@safe-return/domain/calendar"
 * import { joinedUpOf } from "@safe-return/domain/joinedUp"
 *
 * const child = { system: "education", reference: "EDU-20117" } as const
 * const facts = [
 *   { strand: "exclusion", child, what: "suspension", from: civilDay(2026, 3, 4), source: "" },
 *   { strand: "education", child, what: "open", from: civilDay(2026, 4, 13), source: "C1" }
 * ] as const
 * const { children, counts } = joinedUpOf({ facts, links: [] })
 * children.map((one) => one.strands) // [["education","exclusion"]]
 * children[0]?.facts.map(({ what }) => what) // ["suspension","open"]
 * counts.byStrands // {"education+exclusion":1}
 * ```
 */
export const joinedUpOf = ({ facts: given, links: events, lookedAt = strands }: JoinedUpQuestion): JoinedUp => {
  const { facts, links, byChild, all } = sideBySide(given, events)
  return {
    children: all.filter((one) => one.strands.length > 1),
    proposed: proposedOf(facts, byChild, links),
    contradicting: links.contradicting,
    counts: joinedUpCounts(
      all.map((one) => one.strands),
      strands.filter((strand) => lookedAt.includes(strand))
    )
  }
}

/** One child, on however many strands, with what joins them or might. */
export interface ChildJoinedUp extends JoinedChild {
  /** Every link of any of the references, by what became of it. */
  readonly links: Links
  readonly proposed: ReadonlyArray<ProposedLink>
}

/**
 * The same of the one child that a reference names, also where they are on one strand or on none: their own reference stands
 * first then.
 *
 * Source: Rotherham "Missing from Home, Care and School", the Inclusion Scorecard.
 *
 * @example
 * ```ts
 * import { childJoinedUp } from "@safe-return/domain/joinedUp"
 *
 * const child = { system: "education", reference: "EDU-20117" } as const
 * const beside = { system: "social-care", reference: "LCS-10432" } as const
 * const facts = [{ strand: "education", child, what: "open", source: "C1", beside }] as const
 * const view = childJoinedUp({ facts, links: [] }, child)
 * view.strands // ["education"]
 * view.proposed.map(({ socialCare }) => socialCare.reference) // ["LCS-10432"]
 * childJoinedUp({ facts, links: [] }, beside).facts // []
 * ```
 */
export const childJoinedUp = (
  { facts: given, links: events }: Pick<JoinedUpQuestion, "facts" | "links">,
  reference: SystemReference
): ChildJoinedUp => {
  const { facts, links, byChild, child } = sideBySide(given, events)
  const isOfChild = (one: SystemReference) => child(one) === child(reference)
  const own = byChild.get(child(reference)) ?? []
  const ends = links.standing.flatMap((link) => link.ends).filter(isOfChild)
  const known = new Map([reference, ...ends].map((one) => [childKey(one), one]))
  for (const one of referencesOf(own)) known.set(childKey(one), one)
  const keys = new Set(known.keys())
  const namesOne = ({ ends: both }: Link) => both.some((end) => keys.has(childKey(end)))
  return {
    references: [...known].toSorted(([one], [other]) => compare(one, other)).map(([, one]) => one),
    strands: strandsOf(own),
    facts: own,
    links: {
      standing: links.standing.filter(namesOne),
      contradicting: links.contradicting.filter(namesOne),
      undone: links.undone.filter(namesOne)
    },
    proposed: proposedOf(facts, byChild, links).filter(
      ({ education, socialCare }) => isOfChild(education) || isOfChild(socialCare)
    )
  }
}

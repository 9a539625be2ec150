import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { civilDay } from "../../src/calendar/index.ts"
import { PupilReference } from "../../src/education/index.ts"
import { type JoinedUp, joinedUpOf, LinkId, type StrandFact, suppressJoinedUpCounts } from "../../src/joinedUp/index.ts"
import { ChildReference, PersonId, referenceKey } from "../../src/pathway/index.ts"
import { facts as someFacts, links as someLinks } from "./arbitraryStrands.ts"

const [person, day] = [PersonId.make("U1"), civilDay(2026, 3, 4)]

const confirmed = (id: string, education: string, socialCare: string) =>
  ({
    _tag: "LinkConfirmed",
    linkId: LinkId.make(id),
    educationReference: PupilReference.make(education),
    socialCareReference: ChildReference.make(socialCare),
    confirmedBy: person,
    confirmedOn: day
  }) as const

const undone = (id: string) =>
  ({ _tag: "LinkUndone", linkId: LinkId.make(id), undoneBy: person, undoneOn: day }) as const

const inSchool = (reference: string, beside?: string): StrandFact => ({
  strand: "education",
  child: { system: "education", reference },
  what: "open",
  source: "C1",
  ...(beside === undefined ? {} : { beside: { system: "social-care", reference: beside } })
})

const missing = (reference: string): StrandFact => ({
  strand: "missing",
  child: { system: "social-care", reference },
  what: "missing",
  from: day,
  source: "E1"
})

const strandsAndReferences = ({ children, counts }: JoinedUp) => [
  children.map(({ references, strands }) => [references, strands]),
  counts
]

describe("the joined-up view", () => {
  it("is the same in whatever order facts and links come, and however often", () => {
    const shuffled = fc.tuple(someFacts, someLinks).chain(([facts, links]) =>
      fc.record({
        facts: fc.constant(facts),
        links: fc.constant(links),
        factsAgain: fc.shuffledSubarray([...facts, ...facts], { minLength: facts.length * 2 }),
        linksAgain: fc.shuffledSubarray([...links, ...links], { minLength: links.length * 2 })
      })
    )
    fc.assert(
      fc.property(shuffled, ({ facts, links, factsAgain, linksAgain }) => {
        expect(joinedUpOf({ facts: factsAgain, links: linksAgain })).toEqual(joinedUpOf({ facts, links }))
      })
    )
  })

  it("is after a link is undone what it would be had nobody confirmed it", () => {
    const names = fc.constantFrom("L1", "L2", "L3", "L4")
    fc.assert(
      fc.property(someFacts, someLinks, names, (facts, links, id) => {
        const after = joinedUpOf({ facts, links: [...links, undone(id)] })
        const never = joinedUpOf({ facts, links: links.filter(({ linkId }) => linkId !== id) })
        expect(strandsAndReferences(after)).toEqual(strandsAndReferences(never))
        expect(after.children).toEqual(never.children)
      })
    )
  })

  it("joins nothing by a reference that merely stands beside another", () => {
    fc.assert(
      fc.property(someFacts, someLinks, (facts, links) => {
        const without = facts.map(({ beside: _beside, ...fact }) => fact)
        expect(strandsAndReferences(joinedUpOf({ facts, links }))).toEqual(
          strandsAndReferences(joinedUpOf({ facts: without, links }))
        )
      })
    )
  })

  it("counts each child once: as many as references, less one where a link joins two of them", () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const references = new Set(facts.map(({ child }) => `${child.system} ${referenceKey(child.reference)}`))
        const apart = joinedUpOf({ facts, links: [] })
        expect(apart.counts.children).toBe(references.size)
        const joined = joinedUpOf({ facts, links: [confirmed("L1", "EDU-1", "LCS-1")] })
        const isBoth = references.has(`education ${referenceKey("EDU-1")}`)
          ? references.has(`social-care ${referenceKey("LCS-1")}`)
          : false
        expect(joined.counts.children).toBe(references.size - (isBoth ? 1 : 0))
      })
    )
  })

  it("takes one reference in two systems for two children", () => {
    expect(joinedUpOf({ facts: [inSchool("A-1"), missing("A-1")], links: [] }).children).toEqual([])
  })

  it("shows a proposed link apart until a person confirms it", () => {
    const facts = [inSchool("EDU-1", "LCS-1"), missing("LCS-1")]
    const proposed = joinedUpOf({ facts, links: [] })
    expect(proposed.children).toEqual([])
    expect(proposed.proposed).toMatchObject([{ sources: ["C1"], strands: ["missing", "education"], wasUndone: false }])
    const joined = joinedUpOf({ facts, links: [confirmed("L1", "EDU-1", "LCS-1")] })
    expect(joined.children.map(({ strands }) => strands)).toEqual([["missing", "education"]])
    expect(joined.proposed).toEqual([])
    const apart = joinedUpOf({ facts, links: [confirmed("L1", "EDU-1", "LCS-1"), undone("L1")] })
    expect(apart.children).toEqual([])
    expect(apart.proposed).toMatchObject([{ wasUndone: true }])
  })

  it("joins nothing by links that contradict one another, and says so until one is undone", () => {
    const facts = [inSchool("EDU-1"), missing("LCS-1"), missing("LCS-2")]
    const links = [confirmed("L1", "EDU-1", "LCS-1"), confirmed("L2", "EDU-1", "LCS-2")]
    const torn = joinedUpOf({ facts, links })
    expect([torn.children, torn.contradicting.map(({ linkId }) => linkId)]).toEqual([[], ["L1", "L2"]])
    const mended = joinedUpOf({ facts, links: [...links, undone("L2")] })
    expect(mended.children.map(({ references }) => references.map(({ reference }) => reference))).toEqual([
      ["EDU-1", "LCS-1"]
    ])
  })

  it("lists facts by their first day, those without one last, and adds nothing up", () => {
    const early = { ...inSchool("EDU-1"), from: civilDay(2026, 1, 5) }
    const [child] = joinedUpOf({
      facts: [missing("LCS-1"), inSchool("EDU-1"), early],
      links: [confirmed("L1", "EDU-1", "LCS-1")]
    }).children
    expect(child?.facts.map(({ from }) => from)).toEqual([civilDay(2026, 1, 5), day, undefined])
    expect(Object.keys(child ?? {})).toEqual(["references", "strands", "facts"])
  })

  it("has no count of a strand that was not looked at", () => {
    const { counts } = joinedUpOf({ facts: [inSchool("EDU-1")], links: [], lookedAt: ["education", "exclusion"] })
    expect(counts.byStrand).toEqual({ education: 1, exclusion: 0 })
    expect(counts.byPair).toEqual({ "education+exclusion": 0 })
  })
})

describe("counts of the joined-up view that may be shown to anybody", () => {
  /** Many children of each of a few combinations. */
  const combinations = fc.tuple(...Array.from({ length: 4 }, () => fc.integer({ min: 0, max: 12 })))
  const factsOf = ([one = 0, other = 0, both = 0, all = 0]: ReadonlyArray<number>): ReadonlyArray<StrandFact> => {
    const reference = (kind: string, place: number) => `${kind}-${place}`
    const many = (howMany: number, make: (place: number) => ReadonlyArray<StrandFact>) =>
      Array.from({ length: howMany }, (_, place) => make(place)).flat()
    const excluded = (fact: StrandFact): StrandFact => ({ ...fact, strand: "exclusion", what: "suspension" })
    const absent = (fact: StrandFact): StrandFact => ({ ...fact, strand: "criminal-exploitation", what: "suspected" })
    return [
      ...many(one, (place) => [inSchool(reference("A", place))]),
      ...many(other, (place) => [excluded(inSchool(reference("B", place)))]),
      ...many(both, (place) => [inSchool(reference("C", place)), excluded(inSchool(reference("C", place)))]),
      ...many(all, (place) => [inSchool(reference("D", place))].flatMap((fact) => [fact, excluded(fact), absent(fact)]))
    ]
  }

  it("show no number of 1 to 4, and each that is shown is the whole one", () => {
    fc.assert(
      fc.property(combinations, (numbers) => {
        const { counts } = joinedUpOf({ facts: factsOf(numbers), links: [] })
        const shown = suppressJoinedUpCounts(counts)
        for (const table of ["byStrands", "byNumber", "byStrand", "byPair"] as const) {
          for (const [name, count] of Object.entries(shown[table])) {
            if (count === "c") continue
            expect(count === 0 || count >= 5).toBe(true)
            expect([table, name, count]).toEqual([table, name, counts[table][name]])
          }
        }
      })
    )
  })

  it("withhold a sum with each of its parts, and no combination alone beside a shown total", () => {
    fc.assert(
      fc.property(combinations, (numbers) => {
        const { counts } = joinedUpOf({ facts: factsOf(numbers), links: [] })
        const { byStrands, byStrand, children } = suppressJoinedUpCounts(counts)
        const hidden = Object.keys(byStrands).filter((name) => byStrands[name] === "c")
        if (hidden.length === 1 && hidden[0] !== "c") expect(children).toBe("c")
        for (const name of hidden.filter((one) => one !== "c")) {
          for (const strand of name.split("+")) expect(byStrand[strand]).toBe("c")
        }
      })
    )
  })
})

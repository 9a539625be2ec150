import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { AuthorityName, type ChildState, evolve, fold, preview } from "../../../src/pathway/index.ts"
import { interviewAsItWas } from "../../../src/pathway/replacement.ts"
import { histories } from "../histories.ts"
import { about, at, backHome, episodeId, found, missing, notify, play, playFrom, returned } from "../madeUpChild.ts"

const lastReplaced = ({ replaced }: ChildState) => replaced?.at(-1)

/** Each list as long as it was: a fold adds to them in place. */
const asTheyWere = ({ replaced = [], interviews }: ChildState) =>
  replaced.map((one) => ({
    ...one,
    interviews: one.interviews?.map(({ id, were }) => {
      const interview = interviews.find((other) => other.id === id)
      return interview === undefined || were === undefined ? id : interviewAsItWas(interview, were)
    })
  }))

describe("what an event replaced", () => {
  it("is kept with when it was replaced", () => {
    const state = play(notify(missing()), notify(found(at(8))))
    expect(lastReplaced(state)).toEqual({
      until: at(8),
      episodes: [{ id: episodeId, were: { progress: { _tag: "Missing" } } }]
    })
  })

  it("says that an episode was not on the record yet", () => {
    expect(play(notify(missing())).replaced?.map(({ episodes }) => episodes)).toEqual([[{ id: episodeId }]])
  })

  it("is marked where the event put right what was said before", () => {
    const corrected = playFrom(backHome(), about("CorrectEpisode", { reason: "mistyped", returnedAt: at(11) }))
    expect(lastReplaced(corrected)).toMatchObject({ isCorrection: true })
    expect(lastReplaced(backHome())).not.toHaveProperty("isCorrection")
    expect(lastReplaced(backHome())?.until).toBe(at(10))
  })

  it("is nothing where an event changes no fact that a trigger rests on", () => {
    const state = backHome()
    const told = playFrom(state, about("RecordCaseReference", { reference: "LL-9" as never }))
    expect(told.replaced).toBe(state.replaced)
  })

  it("is no part of what makes two records equal", () => {
    const twice = play(notify(missing()), notify(found(at(8))), notify(returned(at(10))))
    expect(Object.keys(twice)).not.toContain("replaced")
  })

  it("is where a child was placed before, also where both moves are folded at once", () => {
    const host = { _tag: "HostArea", authority: AuthorityName.make("Barnsley"), nation: "england-and-wales" } as const
    const moves = [
      { _tag: "PlacementRecorded", episodeId, placement: host },
      { _tag: "PlacementRecorded", episodeId, placement: { _tag: "OwnArea" }, movedAt: at(2) }
    ] as const
    const { replaced = [] } = preview(play(notify(missing())), moves)
    expect(replaced.slice(-2).map(({ episodes }) => episodes)).toEqual([
      [{ id: episodeId, were: { placements: undefined } }],
      [{ id: episodeId, were: { placements: [{ placement: host }] } }]
    ])
  })

  it("is the same folded at once or event by event", () => {
    fc.assert(
      fc.property(histories, ({ recorded }) => {
        const state = recorded.reduce(evolve, fold([]))
        expect(asTheyWere(fold(recorded))).toEqual(asTheyWere(state))
      }),
      { numRuns: 200 }
    )
  })
})

import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { type ChildState, type Command, decide } from "../../../src/pathway/index.ts"
import {
  about,
  at,
  cancelled,
  episodeId,
  friend,
  MUCH_LATER,
  missing,
  notify,
  playFrom,
  police,
  sibling
} from "../madeUpChild.ts"
import { closed, gone, secondEpisode } from "../stageExamples.ts"

const together = (...others: ReadonlyArray<typeof sibling>): Command =>
  about("RecordMissingTogether", { others: others as never })
const apart = (...others: ReadonlyArray<typeof sibling>): Command =>
  about("RecordNotMissingTogether", { others: others as never, reason: "wrong-record" })

const linksOf = ({ episodes }: ChildState) => episodes.map(({ missingTogether }) => missingTogether)

const events = (state: ChildState, command: Command) => Result.getOrThrow(decide(state, command, { now: MUCH_LATER }))

describe("children who are missing together", () => {
  it("are named on the record, each once", () => {
    const state = playFrom(gone, together(sibling), together(friend, sibling))
    expect(linksOf(state)).toEqual([[sibling, friend]])
    expect(events(state, together(sibling, friend))).toEqual([])
    expect(events(gone, together(sibling, sibling))).toMatchObject([{ others: [sibling] }])
  })

  it("are no longer named once the link is taken away, which changes nothing the second time", () => {
    const state = playFrom(gone, together(sibling, friend), apart(sibling))
    expect(linksOf(state)).toEqual([[friend]])
    expect(events(state, apart(sibling))).toEqual([])
    expect(playFrom(state, apart(friend))).toEqual(gone)
  })

  it("are taken off a record that is closed or cancelled, and not put on one", () => {
    const linked = playFrom(gone, together(sibling), notify(cancelled()))
    expect(linksOf(playFrom(linked, apart(sibling)))).toEqual([undefined])
    for (const state of [linked, closed]) {
      expect(Result.isFailure(decide(state, together(friend), { now: MUCH_LATER }))).toBe(true)
    }
  })

  it("stay named when this child is found: that says nothing of the others", () => {
    const state = playFrom(gone, together(sibling), { _tag: "RecordFound", episodeId, foundAt: at(8) })
    expect(linksOf(state)).toEqual([[sibling]])
  })
})

describe("of two records of one disappearance", () => {
  const second = about("RecordMissingTogether", { episodeId: secondEpisode, others: [friend] })
  const two = playFrom(
    gone,
    notify(missing({ policeReference: police(2), missingAt: at(1) }), secondEpisode),
    together(sibling),
    second
  )
  const merged = playFrom(two, { _tag: "MergeDuplicate", duplicateId: secondEpisode, episodeId })
  const separate = about("SeparateDuplicate", { episodeId: secondEpisode, reason: "wrong-record" })

  it("the one that is kept names the others of both", () => {
    expect(linksOf(merged)[0]).toEqual([sibling, friend])
  })

  it("each names its own again once they are separated", () => {
    expect(linksOf(playFrom(merged, separate))).toEqual([[sibling], [friend]])
  })

  it("neither names a child whose link was taken away between the two", () => {
    expect(linksOf(playFrom(merged, apart(friend), separate))).toEqual([[sibling], undefined])
  })
})

import * as Result from "effect/Result"
import { describe, expect, it, test } from "vitest"
import { civilDay } from "../../src/calendar/index.ts"
import { PupilReference } from "../../src/education/index.ts"
import { decideLink, foldLinks, type LinkCommand, type LinkEvent, LinkId } from "../../src/joinedUp/index.ts"
import { ChildReference, PersonId } from "../../src/pathway/index.ts"

const confirm = (id: string, education: string, socialCare: string): LinkCommand => ({
  _tag: "ConfirmLink",
  linkId: LinkId.make(id),
  educationReference: PupilReference.make(education),
  socialCareReference: ChildReference.make(socialCare),
  confirmedBy: PersonId.make("U1"),
  confirmedOn: civilDay(2026, 3, 4)
})

const undo = (id: string): LinkCommand => ({
  _tag: "UndoLink",
  linkId: LinkId.make(id),
  undoneBy: PersonId.make("U1"),
  undoneOn: civilDay(2026, 3, 5)
})

const afterwards = (...commands: ReadonlyArray<LinkCommand>): ReadonlyArray<LinkEvent> =>
  commands.reduce<ReadonlyArray<LinkEvent>>(
    (events, command) => events.concat(Result.getOrThrow(decideLink(command, events))),
    []
  )

describe("a link between two references", () => {
  const linked = afterwards(confirm("L1", "EDU-1", "LCS-1"))

  it("is confirmed once: said again, by another id or in another spelling, nothing is recorded", () => {
    expect(decideLink(confirm("L1", "EDU-1", "LCS-1"), linked)).toEqual(Result.succeed([]))
    expect(decideLink(confirm("L2", "edu1", "lcs 1".replace(" ", "-")), linked)).toEqual(Result.succeed([]))
  })

  it("is undone once, and confirmed again under an id of its own", () => {
    const apart = afterwards(confirm("L1", "EDU-1", "LCS-1"), undo("L1"))
    expect(foldLinks(apart).standing).toEqual([])
    expect(decideLink(undo("L1"), apart)).toEqual(Result.succeed([]))
    const again = [...apart, ...Result.getOrThrow(decideLink(confirm("L2", "EDU-1", "LCS-1"), apart))]
    expect(foldLinks(again).standing.map(({ linkId }) => linkId)).toEqual(["L2"])
  })

  test.each([
    ["to a second social care reference", confirm("L2", "EDU-1", "LCS-2"), "OtherLinkStands", "educationReference"],
    ["to a second education reference", confirm("L2", "EDU-2", "LCS-1"), "OtherLinkStands", "socialCareReference"],
    ["under an id that another has", confirm("L1", "EDU-2", "LCS-2"), "LinkIdTaken", "linkId"],
    ["that nobody confirmed, to be undone", undo("L9"), "LinkNotKnown", "linkId"]
  ])("%s is refused, in a sentence that says what to do", (_what, command, _tag, field) => {
    const refusal = Result.getOrThrow(Result.flip(decideLink(command, linked)))
    expect(refusal).toMatchObject({ _tag, field })
    expect(refusal.message).toMatch(/\. \S.*\.$|, or check/)
  })

  it("that was undone is not confirmed under its old id", () => {
    const apart = afterwards(confirm("L1", "EDU-1", "LCS-1"), undo("L1"))
    const refusal = Result.getOrThrow(Result.flip(decideLink(confirm("L1", "EDU-1", "LCS-1"), apart)))
    expect(refusal._tag).toBe("LinkUndoneAlready")
  })
})

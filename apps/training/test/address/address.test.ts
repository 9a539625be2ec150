import { describe, expect, it } from "vitest"
import { formatAddress, parseAddress } from "../../src/address/address.ts"
import { defaultPersona, placeOf } from "../../src/address/place.ts"
import type { Workspace } from "../../src/api.ts"

const police = { id: "U1", name: "Ash", role: "Police and MASH" }
const manager = { id: "U2", name: "Rowan", role: "team manager" }

const workspace = (me = manager): Workspace => ({
  authority: "Rotherham",
  personas: [police, manager],
  me,
  conversations: [
    { id: "D1", kind: "dm", name: "Safe Return" },
    { id: "C1", kind: "channel", name: "missing-children" }
  ],
  commands: [],
  shortcuts: [],
  messageShortcuts: [],
  inboxes: [],
  now: "2026-11-16T09:00:00.000Z",
  standsStill: false
})

describe("the page's address", () => {
  it("comes back as it was written", () => {
    const address = { as: "U2", in: "C1", thread: "1794819600.000100" }
    expect(parseAddress(formatAddress(address))).toEqual(address)
    expect(parseAddress("?as=&in=")).toEqual({})
  })

  it("leads to a conversation by id or by name", () => {
    expect(placeOf("D1", workspace()).id).toBe("D1")
    expect(placeOf("missing-children", workspace()).id).toBe("C1")
  })

  it("leads to the missing channel when it names none, or one this persona does not have", () => {
    expect(placeOf(undefined, workspace()).id).toBe("C1")
    expect(placeOf("D99", workspace()).id).toBe("C1")
  })

  it("leads to the police panel for the police alone", () => {
    expect(placeOf("police", workspace(police)).kind).toBe("police")
    expect(placeOf("police", workspace(manager)).id).toBe("C1")
  })

  it("begins as the team manager", () => {
    expect(defaultPersona(workspace(police))).toEqual(manager)
  })
})

import { describe, expect, it } from "vitest"
import type { Interview } from "../../../src/pathway/state.ts"
import { at, begun, completed, evidence, fired, interview, policyOf } from "../madeUpRecord.ts"

const policy = policyOf({ rule: "harm-disclosed" })
const told = (said: Partial<Interview>) => ({
  ...begun(policy, 0, 10, 20),
  interviews: [interview(1, [2], said)]
})

const held = (hours: Parameters<typeof completed>[0]) => completed(hours).completed

describe("harm disclosed in the interview", () => {
  it("fires on the episode the interview covers, when it was carried out, and is kept from chat", () => {
    expect(fired(told(completed(at(40), { harmDisclosed: "yes" })))).toMatchObject([
      {
        episodeIds: ["episode-2"],
        because: "The child told of harm in the interview.",
        metAt: at(40),
        mayGoToChat: false,
        key: "harm-disclosed:episode-2:0"
      }
    ])
  })

  it("fires on what was told in a further session, from then on", () => {
    const session = { ...held(at(60)), harmDisclosed: "yes" } as const
    expect(fired(told({ ...completed(at(40)), furtherSessions: [session] }))).toMatchObject([
      { key: "harm-disclosed:episode-2:0", metAt: at(60) }
    ])
  })

  it("does not fire when the child said no, or did not say", () => {
    expect(fired(told(completed(at(40))))).toEqual([])
    expect(fired(told(completed(at(40), { harmDisclosed: "not-disclosed" })))).toEqual([])
  })

  it("does not fire before the interview is completed", () => {
    expect(fired(told({ record: { harm: { injury: "yes" } } }))).toEqual([])
  })

  it.each(["hurt-or-threatened", "afraid-of-anyone", "injury", "sexual-assault", "victim-of-crime"])(
    "reads %s in the coded record as harm",
    (kind) => {
      const record = { harm: { [kind]: "yes" } } as NonNullable<Interview["record"]>
      expect(evidence(told({ ...completed(at(40)), record }))).toEqual([[2]])
      const no = { harm: { [kind]: "not-disclosed" } } as NonNullable<Interview["record"]>
      expect(fired(told({ ...completed(at(40)), record: no }))).toEqual([])
    }
  )

  it("does not read a crime the child committed as harm they suffered", () => {
    expect(fired(told({ ...completed(at(40)), record: { harm: { "committed-crime": "yes" } } }))).toEqual([])
  })

  it("fires again when another kind of harm is recorded, and not for the same record told twice", () => {
    const one = told({ ...completed(at(40)), record: { harm: { injury: "yes" } } })
    const two = told({ ...completed(at(40)), record: { harm: { injury: "yes", "sexual-assault": "yes" } } })
    const keys = [one, structuredClone(one), two].map((state) => fired(state)[0]?.key)
    expect(keys).toEqual(["harm-disclosed:episode-2:1", "harm-disclosed:episode-2:1", "harm-disclosed:episode-2:2"])
  })

  it("of an interview over several episodes fires once, with all of them", () => {
    const state = {
      ...begun(policy, 0, 10, 20),
      interviews: [interview(1, [3, 1], completed(at(40), { harmDisclosed: "yes" }))]
    }
    expect(evidence(state)).toEqual([[1, 3]])
  })
})

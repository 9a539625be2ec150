import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { completeness, type InterviewRecord } from "../../src/interview/index.ts"
import { AuthorityName, CaseSystemReference, type Interview, PersonId } from "../../src/pathway/index.ts"
import { at, completedAt, episodeId, interviewer, interviewId } from "../pathway/madeUpChild.ts"
import { records } from "./records.ts"

const bare: Interview = { id: interviewId, episodeIds: [episodeId], interviewer, knownAdult: false }

const settled: Interview = {
  ...bare,
  arrangement: "missing-team",
  offeredAt: at(11),
  response: "accepted",
  caseReference: CaseSystemReference.make("LL-1")
}

const full: InterviewRecord = {
  responsibleAuthority: AuthorityName.make("Rotherham Metropolitan Borough Council"),
  present: ["alone"],
  communicationNeed: "none",
  interviewerType: "missing-team",
  independent: true,
  push: [],
  pull: ["parties"],
  stayed: ["friends"],
  cameBack: "of-own-accord",
  harm: {
    "hurt-or-threatened": "no",
    "afraid-of-anyone": "not-disclosed",
    injury: "no",
    "sexual-assault": "no",
    "victim-of-crime": "no",
    "committed-crime": "no"
  },
  risks: {
    grooming: "none",
    violence: "none",
    "sexual-exploitation": "none",
    criminality: "none",
    "alcohol-or-drugs": "suspected",
    trafficking: "none",
    "forced-marriage": "none",
    fgm: "none",
    gang: "confirmed",
    "criminal-exploitation": "none",
    "mental-health": "none"
  },
  thinksMissing: "no",
  safetyAdviceGiven: true,
  helplineGiven: true,
  shared: [],
  writtenAt: at(21),
  signedOffBy: PersonId.make("team-manager")
}

const held: Interview = { ...settled, completed: completedAt(at(20)), record: full }
const missingOf = (interview: Interview) => completeness(interview).missing.map(({ item }) => item)

describe("how full an interview's record is", () => {
  it("is whole when everything was asked, whatever the answers were", () => {
    expect(completeness(held)).toEqual({ held: 36, expected: 36, score: 1, missing: [] })
  })

  it("names what is missing, in words", () => {
    const { helplineGiven: _, ...rest } = full
    expect(completeness({ ...held, record: rest })).toMatchObject({
      held: 35,
      expected: 36,
      missing: [{ item: "helplineGiven", label: "Helpline 116 000 given" }]
    })
  })

  it("counts a risk that nobody explored as missing, and one that is suspected as held", () => {
    expect(missingOf({ ...held, record: { ...full, risks: { ...full.risks, fgm: "not-explored" } } })).toEqual([
      "risks.fgm"
    ])
    const { gang: _, ...others } = full.risks ?? {}
    expect(missingOf({ ...held, record: { ...full, risks: others } })).toEqual(["risks.gang"])
  })

  it("counts what the child did not disclose as asked, and what nobody asked as missing", () => {
    expect(missingOf({ ...held, record: { ...full, harm: { ...full.harm, injury: "not-disclosed" } } })).toEqual([])
    const { injury: _, ...others } = full.harm ?? {}
    expect(missingOf({ ...held, record: { ...full, harm: others } })).toEqual(["harm.injury"])
  })

  it("with nothing known but that it was held, misses everything", () => {
    const { score, held: known } = completeness({ ...bare, completed: completedAt(at(20)) })
    expect(known).toBe(0)
    expect(score).toBe(0)
  })

  it("a declined interview asks for attempts and the carer's offer, not the child's story", () => {
    const declined: Interview = { ...settled, response: "declined" }
    expect(missingOf(declined)).toEqual(["attempts", "carerOffer"])
    const attempted: Interview = {
      ...declined,
      attempts: [{ attemptedAt: at(12), method: "phone", result: "not-now" }],
      carerOffer: { offeredAt: at(13), response: "accepted" }
    }
    expect(missingOf(attempted)).toEqual(["carerToldUs"])
    expect(missingOf({ ...attempted, record: { carerToldUs: true } })).toEqual([])
  })

  it("of an interview that was not done asks for the reason", () => {
    const tried: Interview = { ...settled, attempts: [{ attemptedAt: at(12), method: "phone", result: "no-reply" }] }
    expect(missingOf(tried)).toEqual(["notDone"])
    expect(missingOf({ ...tried, notDone: { reason: "unable-to-contact", decidedBy: interviewer } })).toEqual([])
  })

  it("never falls when a field is filled in, and is held of expected", () => {
    fc.assert(
      fc.property(records, records, (some, more) => {
        const before = completeness({ ...held, record: some })
        const after = completeness({ ...held, record: { ...more, ...some } })
        expect(after.held).toBeGreaterThanOrEqual(before.held)
        expect(after.expected).toBe(before.expected)
        expect(after.score).toBe(after.held / after.expected)
        expect(after.missing).toHaveLength(after.expected - after.held)
      })
    )
  })
})

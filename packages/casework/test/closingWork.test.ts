import {
  assigned,
  at,
  child,
  completed,
  episodeId,
  interviewer,
  manager,
  missing,
  offered,
  returned,
  type Told,
  tell
} from "@safe-return/casework/testing"
import { CaseSystemReference, type Command } from "@safe-return/domain/pathway"
import { describe, expect, it } from "vitest"
import { closingWorkOf } from "../src/closingWork.ts"

const reference = CaseSystemReference.make("LL-2026-1")
const by = (command: Command): Told => ({ by: manager, now: at(10), command })
const held = [missing(), returned(6), assigned(7), offered(8, "accepted"), completed(9)]
const workOf = (told: ReadonlyArray<Told>, hasDecisionLeft = () => false) =>
  closingWorkOf(child, tell(told).state, hasDecisionLeft).map(({ interviewer: whose, writeUp, toClose }) => ({
    whose,
    writeUp,
    toClose
  }))
const written = by({ _tag: "RecordInterviewReference", episodeId, reference })
const rest = [
  by({ _tag: "RecordCaseReference", episodeId, reference }),
  by({ _tag: "RecordAllocation", episodeId, allocated: { concern: false } }),
  by({ _tag: "HandOver", episodeId, coordinator: manager })
]

describe("what is left between the interview and the closing", () => {
  it("is nothing while the child is missing, or the interview is owed", () => {
    expect(workOf([missing()])).toEqual([])
    expect(workOf([missing(), returned(6), assigned(7)])).toEqual([])
  })

  it("is the interviewer's write-up, and the co-ordinator's hand-over and references", () => {
    expect(workOf(held)).toEqual([
      {
        whose: interviewer,
        writeUp: ["interview-reference"],
        toClose: ["case-reference", "allocation", "hand-over"]
      }
    ])
    const declined = [missing(), returned(6), assigned(7), offered(8, "declined")]
    expect(workOf(declined)).toMatchObject([{ whose: interviewer, writeUp: ["carer-offer"] }])
  })

  it("ends with the closing, which waits for every decision", () => {
    const ready = [...held, written, ...rest]
    expect(workOf(ready)).toMatchObject([{ writeUp: [], toClose: ["close"] }])
    expect(workOf(ready, () => true)).toEqual([])
    expect(workOf([...ready, by({ _tag: "CloseEpisode", episodeId, hasDecisionLeft: false })])).toEqual([])
  })
})

import { at, missing, notified, returned, tell } from "@safe-return/casework/testing"
import { ChildReference } from "@safe-return/domain/pathway"
import { wordsOf } from "@safe-return/outreach/testing"
import { expect, it } from "vitest"
import { onTab } from "../../src/home/HomePlace.ts"
import { queueTab } from "../../src/home/queueTab.ts"
import { stillMissingList } from "../../src/messages/stillMissingList.ts"
import { homeFacts } from "./homeFacts.ts"

const waiting = ChildReference.make("LCS-101")
const reference = "SYP-2026-0000009"
const found = notified(at(8), { kind: "found", foundAt: at(7) }, { reference })
const back = notified(at(9), { kind: "returned", returnedAt: at(8.5) }, { reference })
const states = new Map([
  [waiting, tell([found, back]).state],
  [ChildReference.make("LCS-102"), tell([missing(), returned(6)]).state]
])

it("a find whose report has not come is on the Queue and in /missing open, once a reference", () => {
  const queue = wordsOf(queueTab(homeFacts({ states, place: onTab("queue"), now: at(10) })))
  const list = stillMissingList(states, at(10))
  for (const words of [queue, wordsOf(list)]) {
    expect(words.match(/Missing notification not received/g)).toHaveLength(1)
    expect(words.match(/under police reference SYP-2026-0000009/g)).toHaveLength(1)
    expect(words).toContain("records it with `/missing report LCS-101`")
  }
  expect(list.text).toContain("missing notifications not received: 1")
})

it("a report that has come is waited for no longer", () => {
  const come = new Map([[waiting, tell([missing(), returned(6)]).state]])
  expect(wordsOf(queueTab(homeFacts({ states: come, place: onTab("queue") })))).not.toContain("not received")
  expect(stillMissingList(come, at(10)).text).toContain("every return is recorded")
})

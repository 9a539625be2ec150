import { at, child, manager, missing, tell, worker } from "@safe-return/casework/testing"
import type { ChildReference } from "@safe-return/domain/pathway"
import { expect, it } from "vitest"
import { homeView } from "../../src/home/homeView.ts"
import { unacknowledgedFor } from "../../src/home/unacknowledgedBlocks.ts"
import { homeFacts } from "./homeFacts.ts"

const { state } = tell([missing()])
const states = new Map([[child, state]])
const [episode] = state.episodes
const nobodys = new Set<ChildReference>()

it("a child whose alert nobody has answered stands first on the Home, with a button to do so", () => {
  const unacknowledged = unacknowledgedFor(states, new Set(["missing-coordinator"]), nobodys)
  const words = JSON.stringify(homeView(homeFacts({ unacknowledged, now: at(12) })).blocks)
  expect(words).toContain("Nobody has acknowledged")
  expect(words).toContain('"action_id":"acknowledge"')
})

it("an alert that nobody has answered stands on a worker's Home only where the child is theirs", () => {
  const roles = new Set(["worker"] as const)
  expect(unacknowledgedFor(states, roles, nobodys)).toEqual([])
  expect(unacknowledgedFor(states, roles, new Set([child])).map(({ child: one }) => one)).toEqual([child])
  const id = episode?.id
  if (id === undefined) throw new Error("nobody is missing")
  const command = { _tag: "AcknowledgeAlert", episodeId: id, by: worker, as: ["worker"] } as const
  const answered = tell([missing(), { by: manager, now: at(2), command }]).state
  expect(unacknowledgedFor(new Map([[child, answered]]), roles, new Set([child]))).toEqual([])
})

/** What a person who acts on a record reads once it is joined to another. */
import {
  at,
  child,
  episodeId,
  manager,
  missing,
  returned,
  type Told,
  tell,
  worker
} from "@safe-return/casework/testing"
import { EpisodeId } from "@safe-return/domain/pathway"
import { wordsOf } from "@safe-return/outreach/testing"
import { expect, it } from "vitest"
import { rendered } from "./rendered.ts"

const second = EpisodeId.make("episode-2")
const step = (hours: number, command: Told["command"]): Told => ({ by: manager, now: at(hours), command })
const answered = step(1.2, { _tag: "AcknowledgeAlert", episodeId, by: worker, as: ["worker"] })
const reportedTwice = [missing(), answered, missing(2, { id: second, reference: "SYP-2026-0000002" })]
const joined = step(3, { _tag: "MergeDuplicate", duplicateId: second, episodeId })

const shownAfter = (told: ReadonlyArray<Told>): string => {
  const { state, recorded } = tell(told)
  const [kept, duplicate] = state.episodes
  const event = recorded.map((one) => one.event).find((one) => one._tag === "EpisodesMerged")
  if (kept === undefined || duplicate === undefined || event === undefined) throw new Error("nothing was joined")
  const message = rendered({ _tag: "RecordsJoined", child, state, duplicate, kept, event })
  return `${wordsOf(message)} ${JSON.stringify(message)}`
}

it("records that are joined say who acts on the one that goes on, with Found and Returned", () => {
  const shown = shownAfter([...reportedTwice, joined])
  expect(shown).toContain(`Alert acknowledged by <@${worker}>`)
  expect(shown).toContain('"action_id":"found"')
  expect(shown).toContain('"action_id":"returned"')
})

it("records that were joined ask for nothing more once the child is back", () => {
  const shown = shownAfter([...reportedTwice, joined, returned(5)])
  expect(shown).not.toContain("Alert acknowledged by")
  expect(shown).not.toContain('"action_id":"found"')
})

import { hasDecisionLeft, undecidedConfidentialTriggers, undecidedTriggers } from "@safe-return/casework"
import { at, missing, type Told, tell } from "@safe-return/casework/testing"
import { calendars } from "@safe-return/domain/calendar"
import { EpisodeId, PersonId } from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import { triggersFired } from "@safe-return/domain/risk"
import { expect, it } from "vitest"

const ids = ["CS-1", "CS-2", "CS-3"].map((id) => EpisodeId.make(id))

/** Never offered an interview: what must be done of an episode of ours. */
const rows = ids.map((episode_id, nth) => ({
  episode_id,
  missing_at: at(-3_000 + nth * 100),
  returned_at: at(-2_990 + nth * 100)
}))

const imported: Told = {
  by: PersonId.make("command-line:made-up"),
  now: at(-48),
  command: {
    _tag: "ImportHistory",
    rows: [rows[0] ?? { episode_id: EpisodeId.make("CS-0") }, ...rows.slice(1)],
    policy: rotherham
  }
}

it("a trigger on imported history alone waits for nobody, and no episode waits for it", () => {
  const { state } = tell([imported, missing(0)])
  const context = { now: at(2), calendars }
  const ofHistory = triggersFired(state, context).filter(({ standing }) => standing._tag === "Imported")
  expect(ofHistory.some(({ level }) => level === "must")).toBe(true)
  expect([...ids, EpisodeId.make("episode-1")].filter((id) => hasDecisionLeft(state, id, context))).toEqual([])
  expect(undecidedTriggers(state, context.now, calendars)).toEqual([])
  expect(undecidedConfidentialTriggers(state, context.now, calendars, {})).toEqual([])
})

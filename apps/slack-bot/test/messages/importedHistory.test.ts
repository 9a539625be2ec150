import { at, child, missing, type Told, tell } from "@safe-return/casework/testing"
import { calendars } from "@safe-return/domain/calendar"
import { EpisodeId, PersonId } from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import { triggersFired } from "@safe-return/domain/risk"
import { describe, expect, it } from "vitest"
import { profileView } from "../../src/forms/profile/profileView.ts"
import { whyView } from "../../src/forms/why/whyView.ts"
import { withoutEpisode } from "../../src/handlers/findCase.ts"
import { caseStatus } from "../../src/messages/caseStatus.ts"

const row = (id: string, hours: number) => ({
  episode_id: EpisodeId.make(id),
  missing_at: at(hours),
  returned_at: at(hours + 5)
})

const imported: Told = {
  by: PersonId.make("command-line:made-up"),
  now: at(-48),
  command: {
    _tag: "ImportHistory",
    rows: [row("CS-1", -600), row("CS-2", -400), row("CS-3", -200)],
    policy: rotherham
  }
}

const EARLIER = "3 earlier episodes, imported from the case system on"

describe("a child's history on a page", () => {
  const { state } = tell([imported, missing(0)])
  const [episode] = state.episodes
  if (episode === undefined) throw new Error("The report opened no episode.")

  it("is said with the status of the case", () => {
    expect(JSON.stringify(caseStatus({ child, state, episode, calendars, now: at(2) }))).toContain(EARLIER)
  })

  it("is said with why a trigger was met, and which triggers rest on it alone", () => {
    const page = JSON.stringify(whyView(child, state, episode, at(2), calendars))
    expect(page).toContain(`Counted with ${EARLIER}`)
    expect(page).toContain("3 of the 4 were imported from the case system.")
    expect(page).toContain("Listed only: it rests on history imported from the case system, and nobody is asked.")
  })

  it("marks a trigger that is never posted and rests on it alone", () => {
    const fired = triggersFired(state, { calendars, now: at(2) }).filter(({ standing }) => standing._tag === "Imported")
    expect(fired.length).toBeGreaterThan(0)
    const page = JSON.stringify(profileView({ child }, { fired, notKnown: [] }, false))
    expect(page).toContain("_Listed only: it rests on history")
  })

  it("is all that is said of a child with nothing else on record", () => {
    const { message } = withoutEpisode(child, tell([imported]).state)
    expect(message).toContain(`No missing report of ${child} is recorded here, only ${EARLIER}`)
  })
})

import { at, child, entriesOf, missing, type Told, tell, worker } from "@safe-return/casework/testing"
import { calendars, type Instant } from "@safe-return/domain/calendar"
import { EpisodeId, PersonId } from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import { describe, expect, it } from "vitest"
import type { OwedMessage } from "../../src/owed/OwedMessage.ts"
import { owedMessages } from "../../src/owed/owed.ts"
import { emptyRoster } from "../../src/recipients/Roster.ts"

const row = (id: string, hours: number) => ({
  episode_id: EpisodeId.make(id),
  missing_at: at(hours),
  returned_at: at(hours + 5),
  rhi_not_done: "unable-to-contact" as const
})

/** Four in four weeks, none with an interview: enough for more than one trigger. */
const imported: Told = {
  by: PersonId.make("command-line:made-up"),
  now: at(-48),
  command: {
    _tag: "ImportHistory",
    rows: [row("CS-1", -600), row("CS-2", -400), row("CS-3", -200), row("CS-4", -100)],
    policy: rotherham
  }
}

const owedAt = (told: ReadonlyArray<Told>, now: Instant): ReadonlyArray<OwedMessage> => {
  const { state, recorded } = tell(told)
  return owedMessages({
    child,
    state,
    entries: entriesOf(recorded),
    delivered: new Map(),
    there: emptyRoster,
    calendars,
    announceFrom: at(-1_000),
    now,
    allocatedWorker: worker
  })
}

describe("what is owed of imported history", () => {
  it("is no message of any kind, whenever it is asked", () => {
    for (const hours of [-48, -47, 0, 100, 1_000, 10_000]) expect(owedAt([imported], at(hours))).toEqual([])
  })

  it("is the repeat trigger of the first report, on its first evening, with what it rests on", () => {
    const triggers = owedAt([imported, missing(0)], at(2)).filter(({ key }) => key.startsWith("trigger:repeat"))
    expect(triggers.map(({ key }) => key)).toEqual(["trigger:repeat-episodes:CS-1+CS-2+CS-3+CS-4+episode-1"])
    const message = triggers[0]?.message()
    expect(message).toMatchObject({
      firing: { because: expect.stringContaining("4 of the 5 were imported from the case system.") }
    })
  })
})

import {
  at,
  child,
  episodeId,
  manager,
  missing,
  onlyEpisode,
  returned,
  type Told,
  tell
} from "@safe-return/casework/testing"
import { calendars } from "@safe-return/domain/calendar"
import { type Command, stretchesOf } from "@safe-return/domain/pathway"
import { type Policy, rotherham } from "@safe-return/domain/policy"
import { wordsOf } from "@safe-return/outreach/testing"
import { describe, expect, it } from "vitest"
import { assignButton } from "../../src/forms/assign/assignView.ts"
import { press, withChild } from "../listeners/madeUpCard.ts"
import { CHANNEL, openSurface, type Surface } from "../listeners/surface.ts"
import { rendered } from "../messages/rendered.ts"

const now = at(40)

const seconds = (hours: number) => at(hours) / 1_000

const by = (hours: number, command: Command): Told => ({ by: manager, now: at(hours), command })

const inScotland = by(2, {
  _tag: "RecordPlacement",
  episodeId,
  placement: { _tag: "HostArea", authority: "Made-up Council" as never, nation: "scotland" }
})

const stateOn = (surface: Surface) => {
  const state = surface.states.get(child)
  if (state === undefined) throw new Error("the child is not on record")
  return state
}

const episodeOn = (surface: Surface) => {
  const [episode] = stateOn(surface).episodes
  if (episode === undefined) throw new Error("no episode was opened")
  return episode
}

const cardOf = (told: ReadonlyArray<Told>, policy: Policy = rotherham) => {
  const { state } = tell(told)
  const episode = { ...onlyEpisode({ state, recorded: [] }), policy }
  return rendered({ _tag: "EpisodeCard", calendars, child, state, episode, now })
}

describe("a stretch and a placement", () => {
  it("begin at the time that is given", async () => {
    await using surface = await openSurface(now)
    await withChild(surface, missing())
    const boss = surface.person("U0MANAGER")
    await boss.command(CHANNEL, "/missing", "absence LCS-10432")
    await boss.submit({ absence: "away", changedAt: seconds(3) })
    expect(stretchesOf(episodeOn(surface)).map(({ absence }) => absence)).toEqual(["missing", "away"])
    await boss.command(CHANNEL, "/missing", "placement LCS-10432")
    const { fieldErrors } = await boss.submit({ area: "host" })
    expect(Object.keys(fieldErrors)).toEqual(["authority"])
    await boss.submit({ area: "host", authority: "Made-up Council", nation: "scotland", movedAt: seconds(4) })
    expect(episodeOn(surface).placements?.at(-1)?.movedAt).toBe(at(4))
  })

  it("leave the card to the policy, and the deadlines say whose bank holidays they skip", () => {
    // St Andrew's Day is Monday 30 November 2026.
    const words = wordsOf(cardOf([missing(), inScotland, returned(6)]))
    expect(words).not.toContain("Placed in the area")
    const shownFacts = { value: ["missing-from"] as const, source: "made up", verified: false }
    expect(wordsOf(cardOf([missing(), inScotland, returned(6)], { ...rotherham, shownFacts }))).toContain(
      "Placed in the area of Made-up Council"
    )
    expect(words).toContain("bank holidays of Scotland: the child is placed with Made-up Council")
    expect(wordsOf(cardOf([missing(), returned(6)]))).not.toContain("Scotland")
  })

  it("suggest the host authority to the person who assigns the interview", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, missing(), inScotland, returned(6))
    const boss = surface.person("U0MANAGER")
    await press(boss, card, assignButton.actionId)
    expect(wordsOf(boss.modal)).toMatch(/"initial_option":\{[^}]*\{[^}]*\}[^}]*"value":"host-authority"/)
  })
})

import { assigned, at, child, completed, missing, offered, returned } from "@safe-return/casework/testing"
import { describe, expect, it } from "vitest"
import { furtherSessionButton } from "../../src/forms/furtherSession/furtherSessionView.ts"
import { press, withChild } from "../listeners/madeUpCard.ts"
import { openSurface, type Surface } from "../listeners/surface.ts"

const now = at(200)

const seconds = (hours: number) => at(hours) / 1_000

const owed = [missing(0), returned(6)]

const interviewOn = (surface: Surface) => surface.states.get(child)?.interviews[0]

const held = { completedAt: seconds(20), venue: "home", harmDisclosed: "no" }

describe("a further session", () => {
  const session = { ...held, completedAt: seconds(40), interviewer: "U0INTERVIEWER" }

  it("is logged beside the interview, which stands", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, ...owed, assigned(7), offered(8, "accepted"), completed(20))
    const interviewer = surface.person("U0INTERVIEWER")
    await press(interviewer, card, furtherSessionButton.actionId)
    const refused = await interviewer.submit({ ...session, completedAt: seconds(19) })
    expect(refused.fieldErrors["completedAt"]).toContain("comes after the interview")
    await interviewer.submit(session)
    expect(interviewOn(surface)).toMatchObject({
      completed: { completedAt: at(20) },
      furtherSessions: [{ completedAt: at(40) }]
    })
  })

  it("asks for what is missing beside its field", async () => {
    await using surface = await openSurface(now)
    const card = await withChild(surface, ...owed, assigned(7), offered(8, "accepted"), completed(20))
    const manager = surface.person("U0MANAGER")
    await press(manager, card, furtherSessionButton.actionId)
    const refused = await manager.submit({})
    expect(Object.keys(refused.fieldErrors).sort()).toEqual(["completedAt", "harmDisclosed", "interviewer", "venue"])
  })
})

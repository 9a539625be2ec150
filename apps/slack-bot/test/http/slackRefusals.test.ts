import { Result } from "effect"
import { expect, it } from "vitest"
import { slackRefusals } from "../../src/http/slackRefusals.ts"
import type { Installation } from "../../src/slack/OurInstallation.ts"

const ours: Installation = { workspace: "T0OURS", isOrganisationWide: false, app: "A0OURS" }
const form = (fields: Readonly<Record<string, string>>) => new URLSearchParams(fields).toString()

const command = (team: string, app = "A0OURS") =>
  form({ command: "/missing", user_id: "U0MASH", text: "", trigger_id: "1.2", team_id: team, api_app_id: app })
const button = (team: string) =>
  form({
    payload: JSON.stringify({
      type: "block_actions",
      user: { id: "U0MASH" },
      team: { id: team },
      actions: [{ type: "button", action_id: "found", block_id: "case", value: "x" }],
      trigger_id: "1"
    })
  })

/** The answer to a payload, and what is counted. */
const refusalOf = (body: string) => {
  const counted: Array<string> = []
  const read = slackRefusals(
    () => ours,
    (why) => void counted.push(why)
  )("application/x-www-form-urlencoded", body)
  const refusal = Result.isFailure(read) ? read.failure : undefined
  return { status: refusal?.status, why: refusal?.why, counted }
}

it("a payload of ours is given to Bolt, and nothing is counted", () => {
  const taken = { status: undefined, why: undefined, counted: [] }
  expect([refusalOf(command("T0OURS")), refusalOf(button("T0OURS"))]).toEqual([taken, taken])
})

it("a command from another workspace is given to Bolt, which answers it, and a button is not", () => {
  expect(refusalOf(command("T0OTHER")).status).toBeUndefined()
  expect(refusalOf(button("T0OTHER"))).toEqual({
    status: 403,
    why: "Not taken: it is for another workspace.",
    counted: ["another workspace"]
  })
})

it("what is for another app or cannot be read is refused, and nothing of it repeated", () => {
  expect(refusalOf(command("T0OURS", "A0OTHER"))).toMatchObject({ status: 403, counted: ["another app"] })
  const malformed = refusalOf("secret=1")
  expect(malformed).toMatchObject({ status: 400, counted: ["malformed"] })
  expect(malformed.why).toContain("Not taken: ")
  expect(malformed.why).not.toContain("secret")
})

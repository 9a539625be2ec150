/** What is taken of what Slack sends, and who is answered that it is not. */
import { expect, it } from "vitest"
import { onlyOurs } from "../../src/slack/onlyOurs.ts"

const command = (team: string) => ({
  command: "/missing",
  user_id: "U0MASH",
  text: "",
  trigger_id: "1.2",
  team_id: team,
  api_app_id: "A0OURS"
})
const button = (team: string) => ({
  type: "block_actions",
  user: { id: "U0MASH" },
  team: { id: team },
  actions: [{ type: "button", action_id: "found", block_id: "case", value: "x" }],
  trigger_id: "1"
})

/** What becomes of a body, and the words that are answered to it. */
const becomesOf = async (body: unknown) => {
  const seen: Array<string> = []
  const take = onlyOurs(
    async () => void seen.push("taken"),
    () => ({ workspace: "T0OURS", isOrganisationWide: false, app: "A0OURS" }),
    (why) => void seen.push(why)
  )
  const ack = async (answer: unknown) => void seen.push((answer as { readonly text: string }).text)
  await take({ body, ack } as never)
  return seen
}

it("a command and a button of our workspace are taken", async () => {
  expect(await becomesOf(command("T0OURS"))).toEqual(["taken"])
  expect(await becomesOf(button("T0OURS"))).toEqual(["taken"])
})

it("a command of another workspace is answered that nothing was done, and a button is not", async () => {
  expect(await becomesOf(command("T0OTHER"))).toEqual([
    "another workspace",
    "This is only for full members of this workspace. Nothing was done."
  ])
  expect(await becomesOf(button("T0OTHER"))).toEqual(["another workspace"])
})

it("what cannot be read is neither taken nor answered", async () => {
  expect(await becomesOf({ command: 5 })).toEqual(["malformed"])
})

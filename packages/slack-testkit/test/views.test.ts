import type { WebClient } from "@slack/web-api"
import { afterEach, beforeEach, expect, it } from "vitest"
import { type SlackWorkspace, startSlackWorkspace } from "../src/index.ts"
import { startAppServer } from "./fixtures/appServer.ts"
import { quietClient } from "./fixtures/quietClient.ts"
import { ada, options } from "./fixtures/training.ts"

let workspace: SlackWorkspace
let client: WebClient
let app: Awaited<ReturnType<typeof startAppServer>>

beforeEach(async () => {
  workspace = await startSlackWorkspace(options())
  client = quietClient(workspace.slackApiUrl)
  app = await startAppServer(workspace)
})
afterEach(async () => {
  await workspace.close()
  await app.close()
})

const text = (words: string) => ({ type: "plain_text" as const, text: words })
const input = (label: string) => ({
  type: "input" as const,
  block_id: "note",
  label: text(label),
  element: { type: "plain_text_input" as const, action_id: "note" }
})
const go = { type: "actions" as const, elements: [{ type: "button" as const, action_id: "go", text: text("Go") }] }
const modal = (title: string) => ({
  type: "modal" as const,
  title: text(title),
  submit: text("Send"),
  blocks: [input(title), go]
})
const refusal = (call: Promise<unknown>) => call.then(() => "ok").catch((cause) => cause.data.error)
const trigger = () => String(app.payloads.at(-1)?.["trigger_id"])
const open = async () => {
  await workspace.person(ada).shortcut("open")
  const { view } = await client.views.open({ trigger_id: trigger(), view: modal("First") })
  return { view_id: view?.id ?? "", hash: view?.hash ?? "" }
}

it("updates a modal, and refuses to where it has changed meanwhile", async () => {
  const person = workspace.person(ada)
  const opened = await open()
  await person.act({ viewId: opened.view_id }, { actionId: "go", values: { note: { note: { value: "typed" } } } })
  const updated = await client.views.update({ ...opened, view: modal("Second") })
  expect(person.modal).toMatchObject({
    title: { text: "Second" },
    state: { values: { note: { note: { value: "typed" } } } }
  })
  expect(await refusal(client.views.update({ ...opened, view: modal("Third") }))).toBe("hash_conflict")
  expect(updated.view?.hash).not.toBe(opened.hash)
  expect(await refusal(client.views.update({ view_id: "V0NONE", view: modal("Third") }))).toBe("not_found")
})

it("pushes modals on top of each other, three deep", async () => {
  const person = workspace.person(ada)
  const { view_id: root } = await open()
  for (const title of ["Second", "Third"]) {
    await person.click({ viewId: person.modal?.id ?? "" }, "go")
    await client.views.push({ trigger_id: trigger(), view: modal(title) })
  }
  expect(person.modals.map(({ title }) => title?.["text"])).toEqual(["First", "Second", "Third"])
  expect(person.modal).toMatchObject({ root_view_id: root, previous_view_id: person.modals[1]?.id })
  await person.click({ viewId: person.modal?.id ?? "" }, "go")
  expect(await refusal(client.views.push({ trigger_id: trigger(), view: modal("Fourth") }))).toBe("push_limit_reached")
  expect(await refusal(client.views.push({ trigger_id: trigger(), view: modal("Fourth") }))).toBe(
    "exchanged_trigger_id"
  )
})

it("publishes a home, and refuses to where it has changed meanwhile", async () => {
  const home = (label: string) => ({ type: "home" as const, blocks: [{ type: "header" as const, text: text(label) }] })
  const first = await client.views.publish({ user_id: ada, view: home("One") })
  await client.views.publish({ user_id: ada, view: home("Two"), hash: first.view?.hash ?? "" })
  expect(workspace.person(ada).home).toMatchObject({ blocks: [{ text: { text: "Two" } }] })
  const stale = client.views.publish({ user_id: ada, view: home("Three"), hash: first.view?.hash ?? "" })
  expect(await refusal(stale)).toBe("hash_conflict")
})

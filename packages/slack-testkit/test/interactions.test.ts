import { afterAll, beforeAll, expect, it } from "vitest"
import { type SlackWorkspace, startSlackWorkspace } from "../src/index.ts"
import { ada, alerts, options } from "./fixtures/training.ts"
import { postWithButton, startTryoutApp } from "./fixtures/tryoutApp.ts"

let workspace: SlackWorkspace
let app: Awaited<ReturnType<typeof startTryoutApp>>

beforeAll(async () => {
  workspace = await startSlackWorkspace(options())
  app = await startTryoutApp(workspace)
})
afterAll(async () => {
  await app[Symbol.asyncDispose]()
  await workspace.close()
})

it("has its request URL verified", async () => {
  expect(await workspace.app.verify()).toBe(true)
  const failing = workspace.faults.planDelivery({ fault: "lost" })
  expect(await workspace.app.verify()).toBe(false)
  failing.lift()
})

it("shows the reply to a command to the person alone", async () => {
  const person = workspace.person(ada)
  const delivery = await person.command(alerts, "/hello", "there")
  expect(delivery).toMatchObject({ outcome: "acknowledged", status: 200 })
  expect(person.ephemerals.at(-1)).toMatchObject({ channel: alerts, user: "U0BOT", text: "Hello U0ADA: there" })
  expect(workspace.person("U0GUEST").ephemerals).toEqual([])
  const sent = new URLSearchParams(workspace.app.sent.at(-1)?.body)
  expect(Object.fromEntries(sent)).toMatchObject({ channel_name: "privategroup", user_name: "ada", command: "/hello" })
})

it("says that an answer after three seconds is too late", async () => {
  const person = workspace.person(ada)
  expect(await person.command(alerts, "/slow")).toEqual({ outcome: "operation_timeout" })
  expect(person.ephemerals.at(-1)?.text).toContain("operation_timeout")
})

it("takes later answers at the response URL", async () => {
  const person = workspace.person(ada)
  await person.command(alerts, "/later")
  await expect.poll(async () => (await person.messages(alerts)).at(-1)?.["text"]).toBe("Everybody")
  expect(person.ephemerals.at(-1)?.text).toBe("Only you")
})

it("updates a message when its button is clicked", async () => {
  const person = workspace.person(ada)
  const posted = await app.client.chat.postMessage({ channel: alerts, ...postWithButton("To do") })
  const at = { channel: alerts, ts: posted.ts ?? "" }
  expect(await person.click(at, "done")).toMatchObject({ outcome: "acknowledged" })
  const message = (await person.messages(alerts)).find((candidate) => candidate["ts"] === posted.ts)
  expect(message).toMatchObject({ text: "Done by U0ADA", bot_id: "B0APP", edited: { user: "U0BOT" } })
  await expect(person.click(at, "done")).rejects.toThrow("nothing with the action id")
})

it("replaces an ephemeral message through the response URL", async () => {
  const person = workspace.person(ada)
  const posted = await app.client.chat.postEphemeral({ channel: alerts, user: ada, ...postWithButton("Psst") })
  await person.click({ channel: alerts, ts: posted.message_ts ?? "" }, "done")
  await expect.poll(() => person.ephemerals.find((message) => message.ts === posted.message_ts)?.text).toBe("Replaced")
})

it("opens a modal, shows field errors, pushes another and clears them on success", async () => {
  const person = workspace.person(ada)
  await person.command(alerts, "/order")
  expect(person.modal).toMatchObject({ callback_id: "order", type: "modal" })
  expect(await person.submit({ item: "x" })).toMatchObject({
    outcome: "not_sent",
    fieldErrors: { when: expect.stringContaining("required") }
  })
  const wrong = await person.submit({ item: "nothing", when: "2026-11-20" })
  expect(wrong.fieldErrors).toEqual({ item: "Order something." })
  expect(person.modals).toHaveLength(1)
  await person.submit({ item: "more" })
  expect(person.modals).toHaveLength(2)
  expect(person.modal?.state.values["item"]?.["item"]).toMatchObject({ value: "on top" })
  await person.submit({ item: "all", when: "2026-11-20" })
  expect(person.modals).toEqual([])
  expect((await person.messages(alerts)).at(-1)?.["text"]).toBe("U0ADA ordered all")
})

it("opens a modal by shortcut and tells the app when it is closed", async () => {
  const person = workspace.person("U0BEN")
  await person.shortcut("order-now")
  expect(person.modal?.state.values["item"]?.["item"]).toMatchObject({ value: "by shortcut" })
  await person.closeModal()
  expect(person.modal).toBeUndefined()
  expect(app.closed).toEqual(["U0BEN"])
})

it("publishes the App Home when it is opened", async () => {
  const person = workspace.person(ada)
  await person.openHome()
  await expect.poll(() => JSON.stringify(person.home?.blocks)).toContain("Home of U0ADA")
})

it.for(["stale", "forged", "unsigned"] as const)("sends a %s request, which Bolt refuses", async (signing) => {
  const person = workspace.person(ada).signing(signing)
  expect(await person.command(alerts, "/hello")).toMatchObject({ outcome: "refused", status: 401 })
})

it("dates a future request six minutes ahead", async () => {
  await workspace.person(ada, "future").command(alerts, "/hello")
  const timestamp = Number(workspace.app.sent.at(-1)?.headers["x-slack-request-timestamp"])
  expect(timestamp - Date.now() / 1000).toBeGreaterThan(350)
})

import { App, HTTPReceiver, LogLevel } from "@slack/bolt"
import { afterAll, beforeAll, expect, it } from "vitest"
import { type SlackWorkspace, startSlackWorkspace } from "../src/index.ts"
import { ada, alerts, options } from "./fixtures/training.ts"

const tooLong = { type: "header" as const, text: { type: "plain_text" as const, text: "x".repeat(151) } }
const pointed = "must be less than 151 characters [json-pointer:/blocks/0/text/text]"

let workspace: SlackWorkspace
let app: App

const modal = (title: string) => ({
  type: "modal" as const,
  callback_id: "form",
  title: { type: "plain_text" as const, text: title },
  submit: { type: "plain_text" as const, text: "Send" },
  blocks: [
    {
      type: "input" as const,
      block_id: "item",
      label: { type: "plain_text" as const, text: "Item" },
      element: { type: "plain_text_input" as const, action_id: "item" }
    }
  ]
})

beforeAll(async () => {
  workspace = await startSlackWorkspace(options())
  const receiver = new HTTPReceiver({ signingSecret: "tryout-secret", port: 0, logLevel: LogLevel.ERROR })
  const clientOptions = { slackApiUrl: workspace.slackApiUrl, retryConfig: { retries: 0 } }
  app = new App({ token: "xoxb-tryout", receiver, logLevel: LogLevel.ERROR, clientOptions })
  app.command("/long", async ({ ack }) => ack({ text: "x", blocks: [tooLong] }))
  app.command("/form", async ({ ack, client, command }) => {
    await client.views.open({ trigger_id: command.trigger_id, view: modal("Form") })
    await ack()
  })
  app.view("form", async ({ ack, view }) => {
    const item = view.state.values["item"]?.["item"]?.value
    if (item === "elsewhere") return ack({ response_action: "errors", errors: { other: "Not here." } })
    if (item === "silent") return ack({ response_action: "errors", errors: { item: "" } })
    return ack({ response_action: item === "push" ? "push" : "update", view: modal("x".repeat(25)) })
  })
  const server = await app.start(0)
  const address = server.address()
  if (address === null || typeof address === "string") throw new Error("The app has no port.")
  workspace.app.connect(`http://127.0.0.1:${address.port}/slack/events`)
})
afterAll(async () => {
  await app.stop()
  await workspace.close()
})

const refusalOf = (call: Promise<unknown>) => call.then(() => undefined).catch((cause) => cause.data)

it("refuses a message that Slack would not take, wherever it is posted, and says why", async () => {
  const post = { channel: alerts, text: "x", blocks: [tooLong] }
  const refusal = {
    error: "invalid_blocks",
    errors: [pointed],
    response_metadata: { messages: [`[ERROR] ${pointed}`] }
  }
  expect(await refusalOf(app.client.chat.postMessage(post))).toMatchObject(refusal)
  expect(await refusalOf(app.client.chat.postEphemeral({ ...post, user: ada }))).toMatchObject(refusal)
  const { ts } = await app.client.chat.postMessage({ channel: alerts, text: "fine" })
  expect(await refusalOf(app.client.chat.update({ ...post, ts: ts ?? "" }))).toMatchObject(refusal)
  expect(
    await refusalOf(app.client.chat.update({ channel: alerts, ts: ts ?? "", text: "x".repeat(4001) }))
  ).toMatchObject({
    error: "msg_too_long"
  })
  const home = { type: "home" as const, blocks: [tooLong] }
  expect(await refusalOf(app.client.views.publish({ user_id: ada, view: home }))).toMatchObject({
    error: "invalid_arguments",
    response_metadata: {
      messages: ["[ERROR] must be less than 151 characters [json-pointer:/view/blocks/0/text/text]"]
    }
  })
  expect((await workspace.person(ada).messages(alerts)).at(-1)?.["text"]).toBe("fine")
})

it("tells the person that a command failed whose answer is not one", async () => {
  const person = workspace.person(ada)
  expect(await person.command(alerts, "/long")).toEqual({
    outcome: "answer_refused",
    error: "invalid_blocks",
    messages: [`[ERROR] ${pointed}`]
  })
  expect(person.ephemerals.at(-1)).toMatchObject({
    user: "USLACKBOT",
    text: '/long failed with the error "invalid_blocks".'
  })
})

it.each(["push", "update", "elsewhere", "silent"])(
  "leaves the modal as it is when the answer is not one: %s",
  async (item) => {
    const person = workspace.person(ada)
    await person.command(alerts, "/form")
    expect(await person.submit({ item })).toMatchObject({
      outcome: "answer_refused",
      error: "invalid_arguments",
      fieldErrors: {}
    })
    expect(person.modals).toHaveLength(1)
    expect(person.modal?.title).toMatchObject({ text: "Form" })
  }
)

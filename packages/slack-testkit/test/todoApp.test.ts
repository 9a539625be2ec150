/** A Bolt app that knows nothing of the kit, started as it is by its own command, over HTTP and over Socket Mode. */
import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { type SlackWorkspace, startSlackWorkspace } from "../src/index.ts"
import { ada, options } from "./fixtures/training.ts"

const channel = "C0GENERAL"
const directory = join(import.meta.dirname, "..", "examples", "todo-bolt-app")

/** What its manifest subscribes to. */
const { settings } = JSON.parse(readFileSync(join(directory, "manifest.json"), "utf8"))
const subscribed: ReadonlyArray<string> = settings.event_subscriptions.bot_events

const startTodoApp = async (workspace: SlackWorkspace, mode: "HTTP" | "Socket Mode"): Promise<ChildProcess> => {
  const tokens =
    mode === "HTTP"
      ? { SLACK_SIGNING_SECRET: "tryout-secret", PORT: "0" }
      : { SLACK_APP_TOKEN: "xapp-tryout", SLACK_SOCKET_MODE: "true" }
  const child = spawn(process.execPath, ["app.ts"], {
    cwd: directory,
    env: { PATH: process.env["PATH"], SLACK_BOT_TOKEN: "xoxb-tryout", SLACK_API_URL: workspace.slackApiUrl, ...tokens },
    stdio: ["ignore", "pipe", "inherit"]
  })
  const [said] = await once(child.stdout, "data")
  expect(String(said)).toContain("The to-do app is running")
  const port = /port (\d+)/.exec(String(said))?.[1]
  if (mode === "HTTP") workspace.app.connect(`http://127.0.0.1:${port}/slack/events`)
  return child
}

describe.each(["HTTP", "Socket Mode"] as const)("the to-do app over %s", (mode) => {
  let workspace: SlackWorkspace
  let app: ChildProcess
  beforeEach(async () => {
    workspace = await startSlackWorkspace(options({ events: subscribed }))
    app = await startTodoApp(workspace, mode)
  }, 60_000)
  afterEach(async () => {
    // It was spoken to the way it asked for.
    expect(workspace.app.connections).toBe(mode === "HTTP" ? 0 : 1)
    const signed = workspace.app.sent.map(({ headers }) => "x-slack-signature" in headers)
    expect(new Set(signed)).toEqual(new Set([mode === "HTTP"]))
    app.kill()
    await once(app, "exit")
    await workspace.close()
  })

  const lastMessage = async () => (await workspace.person(ada).messages(channel)).at(-1)
  const newTodo = async () => {
    const person = workspace.person(ada)
    await expect.poll(() => person.modal?.callback_id).toBe("todo_form")
    const viewId = person.modal?.id ?? ""
    const found = await person.suggestions({ viewId }, { actionId: "project", typed: "ga" })
    expect(found.options.map(({ value }) => value)).toEqual(["Garden", "Garage"])
  }

  it("adds what a command says, lists it on the home, and strikes it through once it is done", async () => {
    const person = workspace.person(ada)
    expect(await person.command(channel, "/todo", "list")).toMatchObject({ outcome: "acknowledged" })
    expect(person.ephemerals.at(-1)?.text).toBe("Nothing to do.")

    await person.command(channel, "/todo", "Cut the hedge")
    await newTodo()
    expect(await person.submit({})).toMatchObject({ outcome: "not_sent" })
    const past = await person.submit({ project: "Garden", due: "2020-01-01" })
    expect(past.fieldErrors).toEqual({ due: "That day has gone. Choose today or a later day." })
    expect(await person.submit({ due: "2999-12-31" })).toMatchObject({ outcome: "acknowledged", fieldErrors: {} })
    expect(person.modal).toBeUndefined()
    await expect.poll(lastMessage).toMatchObject({
      text: "*Cut the hedge* (Garden), due 2999-12-31, <@U0ADA>",
      bot_id: "B0APP"
    })

    await person.openHome()
    await expect.poll(() => JSON.stringify(person.home?.blocks)).toContain("*Cut the hedge*")
    const card = (await person.messages(channel)).find(({ text }) => String(text).includes("Cut the hedge"))
    await person.click({ channel, ts: String(card?.["ts"]) }, "done")
    await expect
      .poll(async () => (await person.messages(channel)).find(({ ts }) => ts === card?.["ts"]))
      .toMatchObject({ text: "~Cut the hedge~ (Garden), due 2999-12-31, <@U0ADA>" })
    await person.openHome()
    await expect.poll(() => JSON.stringify(person.home?.blocks)).toContain("Nothing to do.")
  })

  it("makes a to-do of a message, and tells the person who thinks better of it", async () => {
    const ben = workspace.person("U0BEN")
    const { ts } = await ben.say(channel, "Someone should sweep the garage")
    const person = workspace.person(ada)
    await person.messageShortcut({ channel, ts: String(ts) }, "todo_from_message")
    await newTodo()
    expect(person.modal?.state.values["title"]?.["title"]).toMatchObject({ value: "Someone should sweep the garage" })
    await person.closeModal()
    await expect.poll(() => person.ephemerals.at(-1)?.text).toBe("Nothing was added.")
  })

  it("answers in the thread of a mention, and opens its form by a global shortcut", async () => {
    const person = workspace.person(ada)
    const { ts } = await person.say(channel, "<@U0BOT> how does this work?")
    await expect
      .poll(async () => (await person.messages(channel, String(ts))).map(({ text }) => text))
      .toContain("Type `/todo` and what to do.")
    await person.shortcut("new_todo")
    await newTodo()
    await person.submit({ title: "Pack", project: "Garage", due: "2999-12-31" })
    const direct = async () => {
      const own = (await person.conversations()).find((conversation) => conversation["is_im"] === true)
      return own === undefined ? [] : person.messages(String(own["id"]))
    }
    await expect.poll(direct).toMatchObject([{ text: "*Pack* (Garage), due 2999-12-31, <@U0ADA>" }])
  })
})

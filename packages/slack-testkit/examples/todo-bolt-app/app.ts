import bolt, { type BlockAction, type ButtonAction } from "@slack/bolt"
import type { ModalView } from "@slack/types"

const { App, LogLevel } = bolt

const { SLACK_API_URL, SLACK_APP_TOKEN = "", SLACK_BOT_TOKEN = "", SLACK_SIGNING_SECRET = "" } = process.env
const socketMode = process.env["SLACK_SOCKET_MODE"] === "true"

const app = new App({
  token: SLACK_BOT_TOKEN,
  signingSecret: SLACK_SIGNING_SECRET,
  appToken: SLACK_APP_TOKEN,
  socketMode,
  logLevel: LogLevel.WARN,
  clientOptions: SLACK_API_URL ? { slackApiUrl: SLACK_API_URL } : {}
})

type Todo = { id: number; title: string; project: string; due: string; owner: string; done: boolean }

const todos: Todo[] = []
const projects = ["Garden", "Garage", "House", "Holiday"]

const lineOf = (todo: Todo) =>
  `${todo.done ? `~${todo.title}~` : `*${todo.title}*`} (${todo.project}), due ${todo.due}, <@${todo.owner}>`

const messageOf = (todo: Todo) => ({
  text: lineOf(todo),
  blocks: [
    { type: "section" as const, text: { type: "mrkdwn" as const, text: lineOf(todo) } },
    ...(todo.done
      ? []
      : [
          {
            type: "actions" as const,
            elements: [
              {
                type: "button" as const,
                action_id: "done",
                text: { type: "plain_text" as const, text: "Done" },
                value: String(todo.id)
              }
            ]
          }
        ])
  ]
})

const formView = (channel: string, title: string): ModalView => ({
  type: "modal",
  callback_id: "todo_form",
  private_metadata: channel,
  notify_on_close: true,
  title: { type: "plain_text", text: "New to-do" },
  submit: { type: "plain_text", text: "Add" },
  close: { type: "plain_text", text: "Cancel" },
  blocks: [
    {
      type: "input",
      block_id: "title",
      label: { type: "plain_text", text: "What needs doing?" },
      element: { type: "plain_text_input", action_id: "title", ...(title ? { initial_value: title } : {}) }
    },
    {
      type: "input",
      block_id: "project",
      label: { type: "plain_text", text: "Project" },
      element: { type: "external_select", action_id: "project", min_query_length: 1 }
    },
    {
      type: "input",
      block_id: "due",
      label: { type: "plain_text", text: "By when?" },
      element: { type: "datepicker", action_id: "due" }
    }
  ]
})

app.command("/todo", async ({ ack, client, command }) => {
  if (command.text.trim() === "list") {
    await ack(todos.length === 0 ? "Nothing to do." : todos.map(lineOf).join("\n"))
    return
  }
  await ack()
  await client.views.open({ trigger_id: command.trigger_id, view: formView(command.channel_id, command.text.trim()) })
})

app.shortcut({ type: "message_action", callback_id: "todo_from_message" }, async ({ ack, client, shortcut }) => {
  await ack()
  await client.views.open({
    trigger_id: shortcut.trigger_id,
    view: formView(shortcut.channel.id, shortcut.message.text ?? "")
  })
})

app.shortcut({ type: "shortcut", callback_id: "new_todo" }, async ({ ack, client, shortcut }) => {
  await ack()
  await client.views.open({ trigger_id: shortcut.trigger_id, view: formView(shortcut.user.id, "") })
})

app.options("project", async ({ ack, payload }) => {
  const found = projects.filter((project) => project.toLowerCase().startsWith(payload.value.toLowerCase()))
  await ack({ options: found.map((project) => ({ text: { type: "plain_text", text: project }, value: project })) })
})

app.view("todo_form", async ({ ack, body, client, view }) => {
  const { title, project, due } = view.state.values
  const todo = {
    id: todos.length + 1,
    title: title?.["title"]?.value ?? "",
    project: project?.["project"]?.selected_option?.value ?? "",
    due: due?.["due"]?.selected_date ?? "",
    owner: body.user.id,
    done: false
  }
  if (todo.due < new Date().toISOString().slice(0, 10)) {
    await ack({ response_action: "errors", errors: { due: "That day has gone. Choose today or a later day." } })
    return
  }
  await ack()
  todos.push(todo)
  await client.chat.postMessage({ channel: view.private_metadata, ...messageOf(todo) })
})

app.view({ type: "view_closed", callback_id: "todo_form" }, async ({ ack, body, client, view }) => {
  await ack()
  await client.chat.postEphemeral({ channel: view.private_metadata, user: body.user.id, text: "Nothing was added." })
})

app.action<BlockAction<ButtonAction>>("done", async ({ ack, action, respond }) => {
  await ack()
  const todo = todos.find(({ id }) => id === Number(action.value))
  if (todo === undefined) {
    await respond({ text: "That is not on the list any more.", replace_original: false })
    return
  }
  todo.done = true
  await respond({ ...messageOf(todo), replace_original: true })
})

app.event("app_home_opened", async ({ client, event }) => {
  const mine = todos.filter(({ owner, done }) => owner === event.user && !done)
  await client.views.publish({
    user_id: event.user,
    view: {
      type: "home",
      blocks: [
        { type: "header", text: { type: "plain_text", text: "Your to-dos" } },
        {
          type: "section",
          text: { type: "mrkdwn", text: mine.length === 0 ? "Nothing to do." : mine.map(lineOf).join("\n") }
        }
      ]
    }
  })
})

app.event("app_mention", async ({ event, say }) => {
  await say({ text: "Type `/todo` and what to do.", thread_ts: event.ts })
})

if (socketMode) {
  await app.start()
  console.log("The to-do app is running over Socket Mode.")
} else {
  const address = (await app.start(Number(process.env["PORT"] ?? 3000))).address()
  console.log(`The to-do app is running on port ${typeof address === "object" ? address?.port : address}.`)
}

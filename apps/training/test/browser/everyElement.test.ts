/**
 * Every field Slack has that a bot may use, in a modal that no bot of ours opens: the server's answers about the
 * screen are written here, and what the page makes of them is held to the shapes Slack sends.
 */
import { rmSync } from "node:fs"
import type { Browser, Page, Route } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { violations } from "./axe.ts"
import { launchBrowser, whyNoBrowser } from "./chromium.ts"
import { dialog } from "./trainingPage.ts"
import { freePort, freshFolder, startTraining } from "./trainingProcess.ts"

let browser: Browser | undefined
let training: Awaited<ReturnType<typeof startTraining>> | undefined
const folder = freshFolder()
beforeAll(async () => {
  if (whyNoBrowser !== undefined) return
  browser = await launchBrowser()
  training = await startTraining(folder, await freePort())
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await training?.end("SIGKILL")
  rmSync(folder, { recursive: true, force: true })
})

const option = (value: string) => ({ text: { type: "plain_text", text: `Option ${value}` }, value })
const input = (block_id: string, element: Record<string, unknown>) => ({
  type: "input",
  block_id,
  optional: true,
  label: { type: "plain_text", text: block_id },
  element: { action_id: "value", ...element }
})
const options = [option("a"), option("b")]

const everyInput = [
  input("Text", { type: "plain_text_input" }),
  input("Long text", { type: "plain_text_input", multiline: true }),
  input("Email", { type: "email_text_input" }),
  input("Address", { type: "url_text_input" }),
  input("Number", { type: "number_input", is_decimal_allowed: false }),
  input("One", { type: "static_select", options }),
  input("Several", { type: "multi_static_select", options }),
  input("Person", { type: "users_select" }),
  input("People", { type: "multi_users_select" }),
  input("Conversation", { type: "conversations_select" }),
  input("Conversations", { type: "multi_conversations_select" }),
  input("Channel", { type: "channels_select" }),
  input("Channels", { type: "multi_channels_select" }),
  input("Asked for", { type: "external_select", min_query_length: 2 }),
  input("All asked for", { type: "multi_external_select", min_query_length: 0 }),
  input("Radio", { type: "radio_buttons", options }),
  input("Boxes", { type: "checkboxes", options }),
  input("Day", { type: "datepicker" }),
  input("Hour", { type: "timepicker" }),
  input("Moment", { type: "datetimepicker" }),
  {
    type: "section",
    block_id: "beside",
    text: { type: "mrkdwn", text: "*Beside a text*" },
    accessory: { type: "overflow", action_id: "more", options }
  },
  {
    type: "actions",
    block_id: "row",
    elements: [
      {
        type: "button",
        action_id: "sure",
        text: { type: "plain_text", text: "Ask me first" },
        confirm: {
          title: { type: "plain_text", text: "Are you sure?" },
          text: { type: "plain_text", text: "It cannot be undone." },
          confirm: { type: "plain_text", text: "Do it" },
          deny: { type: "plain_text", text: "Leave it" }
        }
      }
    ]
  }
]

const lower = { id: "V1", title: "Every field", submit: "Next", close: "Cancel", blocks: everyInput }
const upper = {
  id: "V2",
  title: "On top of it",
  submit: "Finish",
  close: "Back",
  blocks: [input("Upper", { type: "plain_text_input" })]
}

const json = (route: Route, body: unknown) => route.fulfill({ json: body })

/** Plays the server's part of a modal: what is on top, and what was sent. */
const playScreen = async (page: Page) => {
  const sent: Array<{ readonly to: string; readonly body: Record<string, unknown> }> = []
  const screen: { stack: ReadonlyArray<Record<string, unknown>> } = { stack: [lower] }
  await page.route("**/api/seen*", async (route) => {
    const seen = (await (await route.fetch()).json()) as Record<string, unknown>
    return json(route, { ...seen, screen: { modal: screen.stack.at(-1) } })
  })
  await page.route("**/api/suggestions*", (route) =>
    json(route, { options: [option(String(route.request().postDataJSON().typed || "usual"))] })
  )
  const take = (then: (body: Record<string, unknown>) => void) => (route: Route) => {
    const body = route.request().postDataJSON() as Record<string, unknown>
    sent.push({ to: new URL(route.request().url()).pathname, body })
    then(body)
    return json(route, { ok: true })
  }
  await page.route(
    "**/api/action*",
    take(() => undefined)
  )
  await page.route(
    "**/api/view/submit*",
    take(({ viewId }) => {
      screen.stack = viewId === "V1" ? [lower, upper] : []
    })
  )
  await page.route(
    "**/api/view/close*",
    take(() => {
      screen.stack = screen.stack.slice(0, -1)
    })
  )
  return { sent, screen }
}

test("every kind of field is filled in by its label, and sent in the shape Slack sends", async (context) => {
  if (browser === undefined || training === undefined) return context.skip(whyNoBrowser)
  const page = await browser.newPage({ locale: "en-GB", viewport: { width: 1280, height: 900 } })
  page.setDefaultTimeout(30_000)
  const { sent, screen } = await playScreen(page)
  await page.goto(`${training.url}/?as=U0MANAGER1`)
  const modal = dialog(page)
  await modal.getByRole("heading", { name: "Every field" }).waitFor()
  expect(await violations(page)).toEqual([])

  const among = (name: string) => modal.getByRole("group", { name })
  await modal.getByLabel("Text (optional)", { exact: true }).fill("short")
  await modal.getByLabel("Long text").fill("two\nlines")
  await modal.getByLabel("Email").fill("ada@example.org")
  await modal.getByLabel("Address").fill("https://example.org")
  await modal.getByLabel("Number").fill("7")
  await modal.getByLabel("One (optional)").selectOption("a")
  await among("Several").getByLabel("Option b").check()
  await modal.getByLabel("Person").selectOption("U0WORKER1")
  await among("People").getByLabel("Training Worker Two").check()
  await modal.getByLabel("Conversation (optional)").selectOption("C0MISSING")
  await among("Conversations").getByLabel("# general").check()
  await modal.getByLabel("Channel (optional)").selectOption("C0GENERAL")
  await among("Channels").getByLabel("# general").check()
  // Not asked below the least number of letters; asked when there are enough.
  await modal.getByLabel("Search: Asked for").fill("x")
  expect(await among("Asked for (optional)").getByRole("radio").count()).toBe(0)
  await modal.getByLabel("Search: Asked for").fill("xy")
  await among("Asked for (optional)").getByLabel("Option xy").first().check()
  await among("All asked for").getByLabel("Option usual").check()
  await among("Radio").getByLabel("Option a").check()
  await among("Boxes").getByLabel("Option a").check()
  await modal.getByLabel("Day").fill("2026-11-16")
  await modal.getByLabel("Hour (optional)").fill("09:30")
  await modal.getByLabel("Moment").fill("2026-11-16T09:30")

  // An overflow menu acts at once; a button that asks first is not pressed until it is confirmed.
  await modal.getByRole("button", { name: "More actions" }).click()
  await modal.getByRole("menuitem", { name: "Option b" }).click()
  await expect.poll(() => sent.length).toBe(1)
  expect(sent[0]?.body).toMatchObject({ blockId: "beside", element: { action_id: "more" }, value: option("b") })
  await modal.getByRole("button", { name: "Ask me first" }).click()
  await page.getByRole("alertdialog").getByText("It cannot be undone.").waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole("button", { name: "Leave it" }).click()
  expect(sent.length).toBe(1)
  await modal.getByRole("button", { name: "Ask me first" }).click()
  await page.getByRole("button", { name: "Do it" }).click()
  await expect.poll(() => sent.length).toBe(2)

  await modal.getByRole("button", { name: "Next" }).click()
  await modal.getByRole("heading", { name: "On top of it" }).waitFor()
  const values = sent.find(({ to }) => to === "/api/view/submit")?.body["values"]
  expect(values).toEqual({
    Text: { value: { type: "plain_text_input", value: "short" } },
    "Long text": { value: { type: "plain_text_input", value: "two\nlines" } },
    Email: { value: { type: "email_text_input", value: "ada@example.org" } },
    Address: { value: { type: "url_text_input", value: "https://example.org" } },
    Number: { value: { type: "number_input", value: "7" } },
    One: { value: { type: "static_select", selected_option: option("a") } },
    Several: { value: { type: "multi_static_select", selected_options: [option("b")] } },
    Person: { value: { type: "users_select", selected_user: "U0WORKER1" } },
    People: { value: { type: "multi_users_select", selected_users: ["U0WORKER2"] } },
    Conversation: { value: { type: "conversations_select", selected_conversation: "C0MISSING" } },
    Conversations: { value: { type: "multi_conversations_select", selected_conversations: ["C0GENERAL"] } },
    Channel: { value: { type: "channels_select", selected_channel: "C0GENERAL" } },
    Channels: { value: { type: "multi_channels_select", selected_channels: ["C0GENERAL"] } },
    "Asked for": { value: { type: "external_select", selected_option: option("xy") } },
    "All asked for": { value: { type: "multi_external_select", selected_options: [option("usual")] } },
    Radio: { value: { type: "radio_buttons", selected_option: option("a") } },
    Boxes: { value: { type: "checkboxes", selected_options: [option("a")] } },
    Day: { value: { type: "datepicker", selected_date: "2026-11-16" } },
    Hour: { value: { type: "timepicker", selected_time: "09:30" } },
    Moment: { value: { type: "datetimepicker", selected_date_time: Date.UTC(2026, 10, 16, 9, 30) / 1000 } }
  })

  // Back from the one on top: the one below is as it was left.
  await modal.getByRole("button", { name: "Back" }).click()
  await modal.getByRole("heading", { name: "Every field" }).waitFor()
  expect(await modal.getByLabel("Long text").inputValue()).toBe("two\nlines")

  // What the app finds wrong stands beside its field, which has the focus.
  screen.stack = [{ ...lower, errors: { Email: "No such address." } }]
  await modal.getByLabel("Day").fill("2026-11-17")
  await modal.getByRole("button", { name: "More actions" }).click()
  await modal.getByRole("menuitem", { name: "Option a" }).click()
  await modal.getByText("No such address.").waitFor()
  expect(await modal.getByLabel("Email").getAttribute("aria-invalid")).toBe("true")
  await page.waitForFunction(() => document.activeElement?.getAttribute("type") === "email")
  expect(await violations(page)).toEqual([])
}, 240_000)

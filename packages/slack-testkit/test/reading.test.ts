import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { NotSeen, readerOf, type SlackWorkspace, startSlackWorkspace } from "../src/index.ts"
import { legible } from "../src/reading/legible.ts"
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

const reader = (patienceMillis = 15_000) => readerOf(workspace.person(ada), { patienceMillis })
const failure = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => "did not fail",
    (cause) => (cause instanceof NotSeen ? cause.message : String(cause))
  )

const header = (text: string) => ({ type: "header" as const, text: { type: "plain_text" as const, text } })
const confirm = {
  title: { type: "plain_text" as const, text: "Sure?" },
  text: { type: "plain_text" as const, text: "This cannot be taken back." },
  confirm: { type: "plain_text" as const, text: "Do it" },
  deny: { type: "plain_text" as const, text: "Leave it" }
}

describe("what a person sees", () => {
  it("waits for what has yet to come, by its words or its heading, and for replies", async () => {
    const coming = reader()
      .sees("#alerts")
      .card("Parcel 7", /waits for @Ada Test/)
    const { ts } = await app.client.chat.postMessage({
      channel: alerts,
      text: "in notifications only",
      blocks: [header("Parcel 7"), ...postWithButton(`It waits for <@${ada}> &amp; friends`).blocks]
    })
    const card = await coming
    expect(card).toMatchObject({ channel: alerts, ts })
    expect(card.text).toBe("Parcel 7\nIt waits for @Ada Test & friends\n[Done]")
    await app.client.chat.postMessage({ channel: alerts, text: "Fetched", thread_ts: ts ?? "" })
    await reader().sees("#alerts").thread("Parcel 7").message("Fetched")
    await app.client.chat.postMessage({ channel: ada, text: "Only for you" })
    await reader()
      .sees("direct messages")
      .message(/^Only for/)
    await reader().sees("#alerts").nothing("Parcel 8")
  })

  it("prints what is there when what should be is not, and the other way about", async () => {
    await app.client.chat.postMessage({ channel: alerts, text: "Line one\nLine two" })
    expect(await failure(reader(50).sees("#alerts").message("Line three"))).toMatch(
      /^Ada Test does not see a message with "Line three" in #alerts, but:\n[\s\S]* {2}\| Line one\n {2}\| Line two$/
    )
    expect(await failure(reader(50).sees("#nowhere").message("x"))).toContain("in #nowhere, but:\n  | nothing")
    expect(await failure(reader().sees("#alerts").nothing("Line two"))).toContain('#alerts without "Line two", but:')
  })
})

describe("what a person does", () => {
  it("types a command and is told the answer", async () => {
    const person = reader()
    await person.types("/hello @Ben Test", { into: "#alerts" })
    await person.isTold("Hello", "@Ben Test")
    expect(await failure(reader(50).isTold("Goodbye"))).toContain('an answer with "Goodbye", but:')
    expect(await failure(person.types("/hello", { into: "#secret" }))).toMatch(/#secret, but:\n {2}\| .*#alerts/)
  })

  it("presses what it says on the button, on the newest message or on the one given", async () => {
    const person = reader()
    await app.client.chat.postMessage({ channel: alerts, ...postWithButton("First") })
    const first = await person.sees("#alerts").message("First")
    await app.client.chat.postMessage({ channel: alerts, ...postWithButton("Second") })
    await person.clicks("Done", { on: first })
    await person.sees("#alerts").message(/^Done by U0ADA$/)
    await person.sees("#alerts").message("Second", "[Done]")
    expect(await failure(reader(50).clicks("Undo", { on: first }))).toContain('anything to press that says "Undo"')
  })

  it("answers the dialog that asks whether it is meant", async () => {
    const person = reader()
    const [section, actions] = postWithButton("Delicate").blocks
    const elements = (actions !== undefined && "elements" in actions ? actions.elements : []).map((button) => ({
      ...button,
      confirm
    }))
    await app.client.chat.postMessage({
      channel: alerts,
      text: "Delicate",
      blocks: [...(section === undefined ? [] : [section]), { type: "actions", elements }]
    })
    const on = await person.sees("#alerts").message("Delicate")
    const sent = workspace.app.sent.length
    expect(await person.clicks("Done", { on, answering: "Leave it" })).toBeUndefined()
    expect(workspace.app.sent).toHaveLength(sent)
    expect(await failure(person.clicks("Done", { on, answering: "Maybe" }))).toContain("| [Do it] [Leave it]")
    expect(await person.clicks("Done", { on })).toMatchObject({ outcome: "acknowledged" })
  })

  it("fills in a form by its labels, is corrected, and sends it", async () => {
    const person = reader()
    await person.types("/order", { into: "#alerts" })
    await person.seesModal("Order", "Item", "When")
    expect(await failure(person.fills({ Colour: "red" }))).toContain('no input "Colour", but: "Item", "When"')
    await person.fills({ Item: "nothing", When: "2026-11-20" })
    await person.isCorrected({ Item: "Order something." })
    await person.fills({ Item: "all" })
    await person.sends()
    await person.sees("#alerts").message("U0ADA ordered all")
    expect(await failure(reader(50).seesModal("Order"))).toContain('a window "Order", but:\n  | nothing')
  })

  it("fails when a form that should be taken is not", async () => {
    const person = reader()
    await person.types("/order", { into: "#alerts" })
    await person.fills({ Item: "nothing", When: "2026-11-20" })
    expect(await failure(person.sends())).toContain("Item: Order something.")
    await person.person.closeModal()
  })

  it("reads the Home", async () => {
    await reader().seesOnHome("Home of U0ADA")
  })
})

it("reads every kind of block as it stands on the screen", () => {
  const plain = (text: string) => ({ type: "plain_text", text })
  const shown = {
    title: plain("Form"),
    blocks: [
      { type: "context", elements: [plain("small"), { type: "image", alt_text: "a cat", image_url: "x" }] },
      { type: "divider" },
      {
        type: "input",
        label: plain("Which"),
        hint: plain("One of two"),
        element: { type: "radio_buttons", options: [{ text: plain("This") }, { text: plain("That") }] }
      },
      { type: "section", fields: [plain("left"), { type: "mrkdwn", text: "<https://example.test|right>" }] },
      { type: "rich_text", elements: [{ type: "rich_text_section", elements: [{ type: "text", text: "rich" }] }] }
    ]
  }
  expect(legible(shown)).toBe("Form\nsmall a cat\nWhich [This / That]\nOne of two\nleft\nright\nrich")
})

import type { ReceiverEvent } from "@slack/bolt"
import { expect, test } from "vitest"
import { nameOfDelivery, onceOnly } from "../../src/slack/repeats.ts"

/** An app that answers with how often it was asked, or as it is told to. */
const counting = (answers: ReadonlyArray<unknown> = []) => {
  let asked = 0
  let now = 0
  const process = onceOnly(
    async ({ ack }) => {
      asked += 1
      const answer = answers[asked - 1] ?? `answer ${asked}`
      if (answer instanceof Error) throw answer
      await ack(answer)
    },
    () => now
  )
  const send = async (body: object) => {
    let answered: unknown
    await process({
      body,
      ack: async (answer) => {
        answered = answer
      }
    } satisfies ReceiverEvent)
    return answered
  }
  return {
    send,
    asked: () => asked,
    pass: (millis: number) => {
      now += millis
    }
  }
}

const event = (id: string) => ({ type: "event_callback", event_id: id, event: { type: "app_home_opened" } })
const command = (trigger: string) => ({ command: "/rhi", trigger_id: trigger })
const submission = (hash: string, text = "") => ({ type: "view_submission", view: { id: "V1", hash, state: { text } } })

test("a repeated event, command or form is done once and answered alike, in any order", async () => {
  const app = counting()
  const sent = [event("Ev1"), command("T1"), submission("h1"), command("T2"), event("Ev2")]
  const answers = []
  for (const body of sent) answers.push(await app.send(body))
  for (const index of [3, 0, 4, 1, 2]) expect(await app.send({ ...sent[index] })).toBe(answers[index])
  expect(app.asked()).toBe(5)
})

test("two that arrive together are done once", async () => {
  const app = counting()
  expect(await Promise.all([app.send(command("T1")), app.send(command("T1"))])).toEqual(["answer 1", "answer 1"])
  expect(app.asked()).toBe(1)
})

test("a form with mistakes is taken again once they are put right, and after that no more", async () => {
  const app = counting([{ response_action: "errors", errors: { at: "In the future." } }])
  await app.send(submission("h1", "tomorrow"))
  expect(await app.send(submission("h1", "today"))).toBe("answer 2")
  expect(await app.send(submission("h1", "today"))).toBe("answer 2")
  // Its next step is another form, by its hash.
  expect(await app.send(submission("h2"))).toBe("answer 3")
})

test("what failed is done when it comes again", async () => {
  const app = counting([new Error("not open yet")])
  await expect(app.send(event("Ev1"))).rejects.toThrow("not open yet")
  expect(await app.send(event("Ev1"))).toBe("answer 2")
})

test("is forgotten after five minutes, when a signed request is refused for its age", async () => {
  const app = counting()
  await app.send(command("T1"))
  app.pass(5 * 60_000)
  expect(await app.send(command("T1"))).toBe("answer 1")
  app.pass(1)
  expect(await app.send(command("T1"))).toBe("answer 2")
})

test("what names nothing is always done", () => {
  expect(nameOfDelivery({ type: "block_suggestion" })).toBeUndefined()
})

test("a form that is closed is another delivery than the same form sent in", () => {
  const view = { id: "V1", hash: "h1" }
  expect(nameOfDelivery({ type: "view_closed", view })).toBe("view_closed V1 h1")
  expect(nameOfDelivery({ type: "view_submission", view })).toBe("view_submission V1 h1")
})

import { expect, it } from "vitest"
import { UnreadableAnswer, wholeAnswer } from "../../src/slack/wholeAnswer.ts"

it("an answer of Slack's is read as JSON whatever its header says, with its other headers", async () => {
  const headers = { "content-type": "text/html", date: "Mon, 16 Nov 2026 11:00:00 GMT" }
  const answer = await wholeAnswer(new Response('{"ok":true}', { headers }))
  expect(Object.fromEntries(answer.headers)).toEqual({ ...headers, "content-type": "application/json" })
  expect(await answer.json()).toEqual({ ok: true })
})

it("an answer by its status alone is not read, and its connection is let go", async () => {
  let isLetGo = false
  const body = new ReadableStream({
    cancel: () => {
      isLetGo = true
    }
  })
  const answer = await wholeAnswer(new Response(body, { status: 503 }))
  expect([answer.status, await answer.text(), isLetGo]).toEqual([503, "", true])
  expect((await wholeAnswer(new Response(null, { status: 500 }))).status).toBe(500)
})

it.each(["", "{", '{"ok":true', "<html>", '{"ok":false,"error":"A page of a proxy"}', '{"ok":1}'])(
  "what Slack does not say is no answer: %s",
  async (text) => {
    await expect(wholeAnswer(new Response(text))).rejects.toBeInstanceOf(UnreadableAnswer)
  }
)

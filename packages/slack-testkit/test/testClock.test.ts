/** Everything that takes time in Slack, on an Effect TestClock that nobody but the test moves. */
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { expect, it } from "vitest"
import { type SlackWorkspace, startSlackWorkspace } from "../src/index.ts"
import { startAppServer } from "./fixtures/appServer.ts"
import { quietClient } from "./fixtures/quietClient.ts"
import { ada, alerts, options } from "./fixtures/training.ts"

const onTestClock = (
  body: (
    workspace: SlackWorkspace,
    pass: (duration: "2 seconds" | "30 minutes" | "1 minute" | "1 second") => Promise<void>
  ) => Promise<void>
) =>
  Effect.gen(function* () {
    const clock = yield* TestClock.make()
    yield* clock.setTime(2_000_000_000_000)
    yield* Effect.promise(async () => {
      await using workspace = await startSlackWorkspace(options({ clock }))
      await body(workspace, (duration) => Effect.runPromise(clock.adjust(duration)))
    })
  }).pipe(Effect.scoped, Effect.runPromise)

const view = {
  type: "modal" as const,
  title: { type: "plain_text" as const, text: "Form" },
  blocks: [{ type: "divider" as const }]
}
const refusal = (call: Promise<unknown>) => call.then(() => "ok").catch((cause) => cause.data.error)

it("lets trigger ids and response URLs run out", () =>
  onTestClock(async (workspace, pass) => {
    const app = await startAppServer(workspace)
    const client = quietClient(workspace.slackApiUrl)
    const person = workspace.person(ada)
    await person.command(alerts, "/hello")
    const { trigger_id, response_url } = app.payloads.at(-1) as { trigger_id: string; response_url: string }
    const respond = () =>
      fetch(response_url, {
        method: "POST",
        body: JSON.stringify({ text: "x" }),
        headers: { "content-type": "application/json" }
      })
    await pass("2 seconds")
    await pass("2 seconds")
    expect(await refusal(client.views.open({ trigger_id, view }))).toBe("expired_trigger_id")
    expect((await respond()).status).toBe(200)
    await pass("30 minutes")
    expect(await (await respond()).json()).toMatchObject({ error: "expired_url" })
    await app.close()
  }))

it("sends an event again, and posts what is scheduled, when the test lets time pass", () =>
  onTestClock(async (workspace, pass) => {
    const app = await startAppServer(workspace)
    const client = quietClient(workspace.slackApiUrl)
    workspace.faults.planDelivery({ fault: "answer lost", times: 2 })
    await workspace.person(ada).openHome()
    await expect.poll(() => app.events().length).toBe(2)
    await client.chat.scheduleMessage({ channel: alerts, text: "later", post_at: 2_000_000_060 })
    expect(workspace.latest(alerts)).toBeUndefined()
    await pass("1 minute")
    await expect.poll(() => app.events().length).toBe(3)
    await expect.poll(() => workspace.latest(alerts)).toBe("2000000060.000000")
    await app.close()
  }))

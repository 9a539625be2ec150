/** What is known of our own installation, by Slack's word. */
import { WebClient } from "@slack/web-api"
import { Effect, Layer } from "effect"
import { expect, it } from "vitest"
import { OurInstallation } from "../../src/slack/OurInstallation.ts"
import { SlackApi, SlackFailed } from "../../src/slack/SlackApi.ts"
import { TablesTaken } from "../../src/slack/TablesTaken.ts"

type Answers = Readonly<Record<string, unknown>>

/** What is known, and what was asked, where Slack answers so; a method without an answer fails. */
const known = (answers: Answers, named?: string) => {
  const asked: Array<unknown> = []
  const slack = Layer.mock(SlackApi, {
    client: new WebClient(),
    tables: new TablesTaken(),
    rates: { freeFrom: () => 0, atOnce: 1, nextEnd: () => Promise.resolve() },
    call: (method, call) =>
      Effect.gen(function* () {
        const ask = async (more?: unknown) => void asked.push(more === undefined ? method : [method, more])
        yield* Effect.promise(() => call({ auth: { test: ask }, bots: { info: ask } } as never))
        return method in answers ? (answers[method] as never) : yield* new SlackFailed({ method, reason: "made_up" })
      })
  })
  return Effect.gen(function* () {
    const { ours, soFar } = yield* OurInstallation
    const before = soFar()
    const answer = yield* ours
    yield* ours
    return { before, answer, after: soFar(), asked }
  }).pipe(Effect.provide(Layer.provide(OurInstallation.layer(named), slack)), Effect.runPromise)
}

const us = { user_id: "U0BOT", team_id: "T0OURS", bot_id: "B0BOT" }

it("Slack is asked once whose bot and which app this is, and nothing is known before", async () => {
  const answer = { isOrganisationWide: false, workspace: "T0OURS", app: "A0OURS" }
  expect(await known({ "auth.test": us, "bots.info": { bot: { app_id: "A0OURS" } } })).toEqual({
    before: undefined,
    answer,
    after: answer,
    asked: ["auth.test", ["bots.info", { bot: "B0BOT" }]]
  })
})

it("the workspace is known though Slack does not say which app this is", async () => {
  const { answer, after } = await known({ "auth.test": us })
  expect([answer, after]).toEqual(Array.from({ length: 2 }, () => ({ isOrganisationWide: false, workspace: "T0OURS" })))
})

it("an app on a whole organisation has the workspace that the settings name, or none", async () => {
  const wide = { "auth.test": { ...us, enterprise_id: "E0COUNCIL", is_enterprise_install: true, bot_id: undefined } }
  const organisation = { isOrganisationWide: true, organisation: "E0COUNCIL" }
  expect((await known(wide)).answer).toEqual(organisation)
  expect((await known(wide, "T0NAMED")).answer).toEqual({ ...organisation, workspace: "T0NAMED" })
})

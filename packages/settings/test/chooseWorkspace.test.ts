import { Effect, Result } from "effect"
import { expect, test } from "vitest"
import { chooseWorkspace, settingsFrom } from "../src/index.ts"

const asked = (environment: Record<string, string | undefined>) =>
  Effect.runSync(Effect.result(chooseWorkspace(environment)))

test("without anything set the training workspace opens, and with a token the real one", () => {
  expect(asked({})).toEqual(Result.succeed("training"))
  expect(asked({ PORT: "4000", SAFE_RETURN_AUTHORITY: "Rotherham" })).toEqual(Result.succeed("training"))
  expect(asked({ SLACK_BOT_TOKEN: "xoxb-synthetic" })).toEqual(Result.succeed("real"))
})

test("a workspace that is demanded is the one that opens, whatever else is set or lost", () => {
  expect(asked({ SAFE_RETURN_WORKSPACE: "real" })).toEqual(Result.succeed("real"))
  expect(asked({ SAFE_RETURN_WORKSPACE: "\uFEFFreal\r\n" })).toEqual(Result.succeed("real"))
  expect(asked({ SAFE_RETURN_WORKSPACE: "real", SLACK_BOT_TOKEN: "\u200B" })).toEqual(Result.succeed("real"))
  expect(asked({ SAFE_RETURN_WORKSPACE: "training", SLACK_BOT_TOKEN: "xoxb-synthetic" })).toEqual(
    Result.succeed("training")
  )
})

test("a lost token opens no training workspace while anything else of a real one is set", () => {
  for (const name of ["SLACK_SIGNING_SECRET", "SLACK_APP_TOKEN", "SAFE_RETURN_INTAKE_TOKEN"]) {
    expect(asked({ SLACK_BOT_TOKEN: " ", [name]: "something" })).toEqual(Result.succeed("real"))
  }
})

test("a workspace that is neither is refused by name", () => {
  const refused = asked({ SAFE_RETURN_WORKSPACE: "production" })
  expect(Result.isFailure(refused) && refused.failure.message).toContain(
    "SAFE_RETURN_WORKSPACE must be real or training"
  )
})

test("a misspelt name of a setting opens no training workspace", () => {
  for (const name of ["SLACK_BOT_TOKN", "SAFE_RETURN_WORKSPCE"]) {
    const refused = asked({ [name]: "xoxb-synthetic" })
    expect(Result.isFailure(refused) && refused.failure.message).toContain(`${name} is no setting`)
  }
})

test("with the real workspace demanded, each credential that is missing is named", () => {
  const refused = Effect.runSync(Effect.result(settingsFrom({ SAFE_RETURN_WORKSPACE: "real" })))
  if (!Result.isFailure(refused)) throw new Error("should be refused")
  const needed = ["SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "SAFE_RETURN_MISSING_CHANNEL", "SAFE_RETURN_INTAKE_TOKEN"]
  for (const name of needed) expect(refused.failure.message).toContain(`${name} must be set`)
})

test("the bot itself does not start where training is demanded", () => {
  const refused = Effect.runSync(Effect.result(settingsFrom({ SAFE_RETURN_WORKSPACE: "training" })))
  expect(Result.isFailure(refused) && refused.failure.message).toContain("SAFE_RETURN_WORKSPACE must be real")
})

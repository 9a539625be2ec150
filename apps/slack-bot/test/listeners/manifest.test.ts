import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import type { AppsManifestCreateArguments } from "@slack/web-api"
import { describe, expect, it } from "vitest"
import { families } from "../../src/listeners/commands/index.ts"
import { cmeWords } from "../../src/listeners/commands/parseCme.ts"
import { rhiForms } from "../../src/listeners/commands/parseRhi.ts"
import { channelEvents } from "../../src/listeners/events/index.ts"
import { shortcuts } from "../../src/listeners/shortcuts/index.ts"

const manifest: AppsManifestCreateArguments["manifest"] = JSON.parse(
  readFileSync(new URL("../../manifest.json", import.meta.url), "utf8")
)

/**
 * The scope each Web API method asks of a bot token. Source: docs.slack.dev/reference/methods; conversations here
 * are private channels and direct messages.
 */
const scopesOf: Readonly<Record<string, ReadonlyArray<string>>> = {
  // With the app-level token, whose scope no manifest names.
  "apps.connections.open": [],
  "auth.test": [],
  "bots.info": ["users:read"],
  "chat.delete": ["chat:write"],
  "chat.postEphemeral": ["chat:write"],
  "chat.postMessage": ["chat:write"],
  "chat.update": ["chat:write"],
  "conversations.history": ["groups:history", "im:history"],
  "conversations.info": ["groups:read"],
  "conversations.open": ["im:write"],
  "conversations.replies": ["groups:history", "im:history"],
  "usergroups.users.list": ["usergroups:read"],
  "users.info": ["users:read"],
  "views.open": [],
  "views.publish": [],
  "views.push": [],
  "views.update": []
}

const methodsCalled = (): ReadonlyArray<string> => {
  const source = fileURLToPath(new URL("../../src", import.meta.url))
  const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"))
  return files.flatMap((file) =>
    [...readFileSync(join(source, file), "utf8").matchAll(/\bclient\.([a-z]+(?:\.[a-zA-Z]+)+)\(/g)].map(
      ([, method = ""]) => method
    )
  )
}

describe("the manifest", () => {
  it("declares the commands, shortcuts and events that are listened to, and no others", () => {
    expect(manifest.features?.slash_commands?.map(({ command }) => command)).toEqual([...families.keys()])
    expect(manifest.features?.shortcuts?.map(({ callback_id }) => callback_id)).toEqual([...shortcuts.keys()])
    expect(manifest.settings?.event_subscriptions?.bot_events).toEqual(["app_home_opened", ...channelEvents])
  })

  it("is held against every Web API method the bot calls", () => {
    expect([...new Set(methodsCalled())].sort()).toEqual(Object.keys(scopesOf).sort())
  })

  it("asks for the scopes of the methods that are called, and no others", () => {
    const scopes = new Set([...Object.values(scopesOf).flat(), "commands"])
    expect([...(manifest.oauth_config?.scopes?.bot ?? [])].sort()).toEqual([...scopes].sort())
  })

  it("has people arrive in commands as ids, and hints at every subcommand", () => {
    const commands = manifest.features?.slash_commands ?? []
    for (const { should_escape } of commands) expect(should_escape).toBe(true)
    const hintOf = (name: string) => commands.find(({ command }) => command === name)?.usage_hint
    for (const word of [
      "assign",
      "queue",
      "mine",
      "overdue",
      "handover",
      "away",
      "back",
      "hours",
      ...rhiForms.keys(),
      "help"
    ])
      expect(hintOf("/rhi")).toContain(word)
    const missingWords = [
      "report",
      "found",
      "returned",
      "status",
      "open",
      "screen",
      "worker",
      "whereabouts",
      "placement",
      "absence",
      "death",
      "correct",
      "close",
      "reopen",
      "help"
    ]
    for (const word of missingWords) expect(hintOf("/missing")).toContain(word)
    for (const word of cmeWords) expect(hintOf("/cme")).toContain(word)
  })

  it("keeps to Slack's lengths", () => {
    const { display_information: shown, features } = manifest
    expect(shown.name.length).toBeLessThanOrEqual(35)
    expect(shown.description?.length).toBeLessThanOrEqual(140)
    for (const { name, description } of features?.shortcuts ?? []) {
      expect(name.length).toBeLessThanOrEqual(24)
      expect(description.length).toBeLessThanOrEqual(150)
    }
  })

  it("is for one workspace, with forms, direct messages and a home", () => {
    expect(manifest.settings).toMatchObject({
      interactivity: { is_enabled: true },
      org_deploy_enabled: false,
      token_rotation_enabled: false
    })
    expect(manifest.features?.app_home).toMatchObject({ home_tab_enabled: true, messages_tab_enabled: true })
  })
})

import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { settingKinds } from "../src/settingKind.ts"

const documentOf = (name: string): string => readFileSync(new URL(`../../../docs/${name}`, import.meta.url), "utf8")

/** The first cell of every row, where it is a name in code. */
const namesIn = (document: string): ReadonlyArray<string> =>
  [...document.matchAll(/^\| `([^`|]+)` +\| [^|\n]*\w[^|\n]*\|$/gm)].map(([, name = ""]) => name)

const sectionOf = (document: string, title: string): string =>
  document.split(/^## /m).find((section) => section.startsWith(`${title}\n`)) ?? ""

const page = documentOf("permissions-and-settings.md")

test("every setting that the code reads has a row with its reason, and no other has", () => {
  expect(namesIn(sectionOf(page, "Settings")).toSorted()).toEqual(Object.keys(settingKinds).toSorted())
})

test("every scope and event of the manifest has a row with its reason, and no other has", () => {
  const manifest: {
    readonly oauth_config: { readonly scopes: Readonly<Record<string, ReadonlyArray<string>>> }
    readonly settings: { readonly event_subscriptions: { readonly bot_events: ReadonlyArray<string> } }
  } = JSON.parse(readFileSync(new URL("../../../apps/slack-bot/manifest.json", import.meta.url), "utf8"))
  const { scopes } = manifest.oauth_config
  expect(Object.keys(scopes)).toEqual(["bot"])
  expect(namesIn(sectionOf(page, "Scopes"))).toEqual(scopes["bot"])
  expect(namesIn(sectionOf(page, "Events"))).toEqual(manifest.settings.event_subscriptions.bot_events)
})

test("the page on a real workspace names every setting, or the page of its own part does", () => {
  const pages = [
    "slack-setup.md",
    "watchdog.md",
    "observability.md",
    "training-caseload.md",
    "training.md",
    "postgresql.md"
  ]
  const text = pages.map(documentOf).join("\n")
  expect(Object.keys(settingKinds).filter((name) => !text.includes(name))).toEqual([])
})

import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, it } from "vitest"
import { everyMethod, methodRows, notSent, payloadRows, type Row } from "../scripts/coverage.ts"
import { coveragePage } from "../scripts/coveragePage.ts"
import { startSlackWorkspace } from "../src/index.ts"
import { tierOf } from "../src/rateLimits/tiers.ts"
import { isThere, playedAs } from "../src/webApi/methods.ts"
import { quietClient } from "./fixtures/quietClient.ts"
import { options } from "./fixtures/training.ts"

/** The text of a test, from its title to the next test. */
const textOf = ({ test }: Row): string | undefined => {
  if (test === undefined) return undefined
  const file = readFileSync(join(import.meta.dirname, test.file), "utf8")
  const start = file.indexOf(JSON.stringify(test.title))
  if (start < 0) return undefined
  const end = file.slice(start).search(/\n\s*it[.(]/)
  return file.slice(start, end < 0 ? undefined : start + end)
}

it("COVERAGE.md says what there is; packages/slack-testkit/scripts/writeCoverage.ts writes it", () => {
  expect(readFileSync(join(import.meta.dirname, "..", "COVERAGE.md"), "utf8")).toBe(coveragePage())
})

it("has a test for every row, and the test of a method calls it", () => {
  const rows = [...methodRows(), ...payloadRows()]
  expect(rows.filter((row) => textOf(row) === undefined).map(({ what }) => what)).toEqual([])
  const uncalled = methodRows()
    .filter(({ what }) => isThere(what))
    .filter((row) => {
      const text = textOf(row) ?? ""
      return !text.includes(`.${row.what}(`) && !text.includes(`"${row.what}"`)
    })
  expect(uncalled.map(({ what }) => what)).toEqual([])
})

it("answers every other method of Slack's as unknown", async () => {
  await using workspace = await startSlackWorkspace(options())
  const client = quietClient(workspace.slackApiUrl)
  const errorOf = (method: string) =>
    client.apiCall(method).then(
      () => "ok",
      (cause) => cause.data.error
    )
  const methods = [...new Set([...everyMethod(), ...playedAs.keys()])]
  expect(methods.length).toBeGreaterThan(250)
  const unknown: Array<string> = []
  for (const method of methods) if ((await errorOf(method)) === "unknown_method") unknown.push(method)
  expect(unknown).toEqual(methods.filter((method) => !isThere(method)))
})

it("sends none of the payloads it says it does not", () => {
  const source = join(import.meta.dirname, "..", "src")
  const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"))
  const text = files.map((file) => readFileSync(join(source, file), "utf8")).join("\n")
  expect(text).toContain('"block_suggestion"')
  expect(notSent.filter((kind) => text.includes(`"${kind}"`))).toEqual([])
})

it("knows how often each method may be called, but for the three that have limits of their own", () => {
  const without = [...playedAs.keys()].filter((method) => isThere(method) && !tierOf.has(method))
  expect(without.toSorted()).toEqual(["auth.test", "chat.getPermalink", "chat.postMessage"])
})

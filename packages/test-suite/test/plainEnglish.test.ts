/** The language of the sources, the tests and the documents. */
import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, it } from "vitest"

const root = join(import.meta.dirname, "../../..")

const code = globSync("{packages,apps}/*/{src,test,testing,bench,trials,scripts,examples}/**/*.{ts,tsx}", { cwd: root })
const documents = globSync(["*.md", "docs/**/*.md", "{packages,apps}/*/*.md"], { cwd: root }).filter(
  (file) => !file.startsWith("docs/api/") && file !== "CHANGELOG.md"
)

/** These have to hold such a word: a migration that has run, a word that people type, and this list. */
const excepted = (file: string) =>
  file.includes("/postgres/migrations/") ||
  ["apps/slack-bot/src/listeners/commands/parseRhi.ts", "packages/test-suite/test/plainEnglish.test.ts"].includes(file)

const archaic =
  /\b(whoever|whomever|whom|anew|somebody|lest|whereof|wherein|whereupon|hence|therefore|thus|hitherto|thereof|shall|in vain|(?:is|are|was|were) to be)\b/i

const textOf = (file: string) => readFileSync(join(root, file), "utf8")

const found = (files: ReadonlyArray<string>, faultsIn: (text: string) => ReadonlyArray<string>) =>
  files.flatMap((file) => faultsIn(textOf(file)).map((fault) => `${file}: ${fault.trim()}`))

it("sources, tests and documents are written in plain modern English", () => {
  expect(code.length + documents.length).toBeGreaterThan(2000)
  const files = [...code, ...documents].filter((file) => !excepted(file))
  expect(found(files, (text) => text.split("\n").filter((line) => archaic.test(line)))).toEqual([])
})

/** The first text that a test's call is given, plain or a template. */
const title =
  /(?:\b(?:it|test|describe)[\w.]*\(|\)\()\s*(?:"(?<plain>(?:[^"\\]|\\.)*)"|`(?<template>(?:[^`\\]|\\.)*)`)/g

const titlesIn = (text: string) =>
  [...text.matchAll(title)].map(({ groups }) => groups?.["plain"] ?? groups?.["template"] ?? "")

it("a test's title is at most ninety characters long", () => {
  const tests = code.filter((file) => /test\.tsx?$|Contract\.ts$/.test(file))
  expect(tests.flatMap((file) => titlesIn(textOf(file))).length).toBeGreaterThan(3000)
  expect(found(tests, (text) => titlesIn(text).filter((words) => words.length > 90))).toEqual([])
})

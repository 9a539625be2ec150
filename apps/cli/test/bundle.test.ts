import { execFileSync } from "node:child_process"
import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"
import { bundleCommandLine } from "../scripts/bundleCommandLine.ts"
import { bundledFile, freshBundle, manifestIn } from "../src/bundle.ts"

const SOURCES = join(import.meta.dirname, "../src/runCommandLine.ts")

const answerOf = (program: string, args: ReadonlyArray<string>): string =>
  execFileSync(process.execPath, [program, ...args], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] })

test("the bundle of the command line answers as its sources do", async () => {
  const folder = join(mkdtempSync(join(tmpdir(), "bundle-")), "command-line")
  await bundleCommandLine(folder)
  const entry = freshBundle(folder)
  if (entry === undefined) throw new Error("The bundle is not used.")
  for (const args of [["deadline", "2026-12-23T20:00:00Z", "--json"], ["policy", "check", "derbyshire"], ["--help"]]) {
    expect(answerOf(fileURLToPath(entry), args)).toBe(answerOf(SOURCES, args))
  }
})

test("a bundle is passed over once a file it was made of has changed or gone", () => {
  const folder = mkdtempSync(join(tmpdir(), "bundle-"))
  expect(freshBundle(folder)).toBeUndefined()
  const source = join(folder, "source.ts")
  writeFileSync(source, "1")
  const file = bundledFile(source)
  const said = (files: ReadonlyArray<typeof file>) =>
    writeFileSync(manifestIn(folder), JSON.stringify({ entry: join(folder, "entry.js"), files }))
  said([file])
  expect(freshBundle(folder)).toMatch(/entry\.js$/)
  writeFileSync(source, "22")
  expect(freshBundle(folder)).toBeUndefined()
  said([{ ...file, path: join(folder, "gone.ts") }])
  expect(freshBundle(folder)).toBeUndefined()
})

import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { expect, test } from "vitest"
import { bundledFile, folderOf, freshBundle, manifestIn, programAt, ROOT } from "../src/programAt.ts"

const COMMAND_LINE = join(ROOT, "apps/cli/src/runCommandLine.ts")

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

test("a program that was never bundled is run from its sources, and each has a place of its own", () => {
  const entry = join(import.meta.dirname, "programAt.test.ts")
  expect(programAt(entry)).toBe(pathToFileURL(entry).href)
  expect(folderOf(entry)).not.toBe(folderOf(COMMAND_LINE))
})

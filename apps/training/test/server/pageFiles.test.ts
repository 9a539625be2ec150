import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, it } from "vitest"
import { pageFile } from "../../src/server/pageFiles.ts"

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "page-files-"))
  await mkdir(join(directory, "page", "assets"), { recursive: true })
  await writeFile(join(directory, "page", "index.html"), "<p>page</p>")
  await writeFile(join(directory, "page", "assets", "index-abc.js"), "1")
  await writeFile(join(directory, "secret.json"), "{}")
})
afterAll(() => rm(directory, { recursive: true }))

const file = (path: string) => pageFile(join(directory, "page"), path)

it("gives the page at its address and at any address the page itself reads", async () => {
  for (const path of ["/", "/C0MISSING"]) {
    const page = await file(path)
    expect(page?.content.toString()).toBe("<p>page</p>")
    expect(page?.headers).toMatchObject({ "content-type": "text/html; charset=utf-8", "cache-control": "no-store" })
  }
})

it("gives scripts their content type and lets the browser keep them", async () => {
  expect((await file("/assets/index-abc.js"))?.headers).toMatchObject({
    "content-type": "text/javascript; charset=utf-8",
    "cache-control": expect.stringContaining("immutable")
  })
})

it.for(["/../secret.json", "/assets/../../secret.json", "/missing.js", "/index.exe"])(
  "gives nothing for %s",
  async (path) => {
    expect(await file(path)).toBeUndefined()
  }
)

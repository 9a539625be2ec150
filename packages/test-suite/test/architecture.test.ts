import { existsSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { expect, it } from "vitest"
import { drawnAgain, pagePath } from "../src/architecture/page.ts"

const page = readFileSync(pagePath, "utf8")

it("the pictures of the rooms and of an episode's stages are what the code does", () => {
  expect(page).toContain("missing --> found")
  expect(page, "write it again: node packages/test-suite/src/architecture/page.ts").toBe(drawnAgain(page))
})

it("every file that the page of the architecture names is there", () => {
  const named = [...page.matchAll(/\]\(([^)#]+)\)/g)].map(([, path = ""]) => path).filter((path) => !path.includes(":"))
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter((path) => !existsSync(join(dirname(pagePath), path)))).toEqual([])
})

/** The pages of decisions, which others name by their numbers. */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, it } from "vitest"

const folder = join(import.meta.dirname, "../../../docs/decisions")

it("the pages of decisions are numbered from one without a gap, each by its title too", () => {
  const pages = readdirSync(folder).toSorted()
  expect(pages.map((page) => Number(page.slice(0, 4)))).toEqual(pages.map((_, index) => index + 1))
  const titles = pages.map((page) => readFileSync(join(folder, page), "utf8").split(".", 1)[0])
  expect(titles).toEqual(pages.map((_, index) => `# ${index + 1}`))
})

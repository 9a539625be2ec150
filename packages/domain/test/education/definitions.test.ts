import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { educationDefinitions } from "../../src/education/index.ts"
import { scorecard } from "./caseTexts.ts"

const page = join(import.meta.dirname, "../../../../docs/education.md")

test("every field of the education scorecard is defined, once and in its order", () => {
  const fieldsOf = ([key, field]: readonly [string, object]): ReadonlyArray<string> =>
    ["new", "open", "closed"].includes(key) ? Object.keys(field).map((inner) => `${key}.${inner}`) : [key]
  expect(educationDefinitions.map(({ field }) => field)).toEqual(
    Object.entries(scorecard([], "2018-19-Q4", "2019-12-31")).flatMap(fieldsOf)
  )
})

// `vitest run packages/domain/test/education/definitions.test.ts --update` renews the page.
test("the page about children missing education prints the definitions", async () => {
  const rows = educationDefinitions.map(({ field, counts, source }) => `- \`${field}\`: ${counts} _${source}._`)
  const renewed = readFileSync(page, "utf8").replace(
    /<!-- definitions -->[\s\S]*?<!-- end -->/,
    `<!-- definitions -->\n\n${rows.join("\n")}\n\n<!-- end -->`
  )
  await expect(renewed).toMatchFileSnapshot(page)
})

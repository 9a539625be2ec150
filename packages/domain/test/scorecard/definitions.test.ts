import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { scorecardDefinitions } from "../../src/scorecard/index.ts"
import { scorecard } from "./madeUpTable.ts"

const page = join(import.meta.dirname, "../../../../docs/scorecard.md")

/** The fields of a scorecard, as deep as they are defined. */
const fieldsOf = (value: object, under = ""): ReadonlyArray<string> =>
  Object.entries(value).flatMap(
    ([key, field]): ReadonlyArray<string> =>
      under === "" && ["episodes", "repeat", "rhi"].includes(key) ? fieldsOf(field, `${key}.`) : [`${under}${key}`]
  )

test("every field of a scorecard is defined, once and in its order", () => {
  expect(scorecardDefinitions.map(({ field }) => field)).toEqual(fieldsOf(scorecard([])))
})

// `vitest run packages/domain/test/scorecard/definitions.test.ts --update` renews the page.
test("the page about the scorecard prints the definitions", async () => {
  const rows = scorecardDefinitions.map(({ field, counts, source }) => `- \`${field}\`: ${counts} _${source}._`)
  const renewed = readFileSync(page, "utf8").replace(
    /<!-- definitions -->[\s\S]*?<!-- end -->/,
    `<!-- definitions -->\n\n${rows.join("\n")}\n\n<!-- end -->`
  )
  await expect(renewed).toMatchFileSnapshot(page)
})

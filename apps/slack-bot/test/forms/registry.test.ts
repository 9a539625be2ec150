import { expect, it } from "vitest"
import { buttons, formSlices, formsOpenedBy, submissions } from "../../src/forms/registry.ts"

it("no two forms share a button, a callback id or a word of a command", () => {
  const count = (of: (slice: (typeof formSlices)[number]) => object | undefined) =>
    formSlices.reduce((sum, slice) => sum + Object.keys(of(slice) ?? {}).length, 0)
  expect(buttons.size).toBe(count((slice) => slice.buttons))
  expect(submissions.size).toBe(count((slice) => slice.submissions))
  expect(formsOpenedBy("/missing").size + formsOpenedBy("/rhi").size).toBe(count((slice) => slice.commands))
})

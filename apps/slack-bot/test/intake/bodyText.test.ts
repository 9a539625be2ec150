import { Result } from "effect"
import { expect, it } from "vitest"
import { bodyText } from "../../src/intake/bodyText.ts"

it.each([
  ["with the least byte first", Buffer.from("\uFEFF{}", "utf16le")],
  ["with the greatest byte first", Buffer.from("\uFEFF{}", "utf16le").swap16()],
  ["without a mark", Buffer.from("{}", "utf16le")]
])("a sender whose body is in UTF-16 %s reads that it is", (_, body) => {
  expect(bodyText(body)).toEqual(Result.fail("must be JSON in UTF-8, and is in UTF-16"))
})

it("a body in UTF-8 is its text without the mark, and one in another encoding is none", () => {
  expect(bodyText(Buffer.from("\uFEFF{}"))).toEqual(Result.succeed("{}"))
  expect(bodyText(Buffer.from([0x7b, 0x22, 0xe9, 0x22, 0x7d]))).toEqual(Result.fail("must be JSON in UTF-8"))
})

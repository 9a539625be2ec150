import { expect, expectTypeOf, it } from "vitest"
import { definedFields } from "../src/definedFields.ts"

it("a field that is undefined is left out, and every other value stays", () => {
  expect(definedFields({ reason: undefined, count: 0, note: "", isLate: false, none: null })).toEqual({
    count: 0,
    note: "",
    isLate: false,
    none: null
  })
  expect(Object.keys(definedFields({ reason: undefined }))).toEqual([])
})

it("a field that may be undefined becomes an optional one", () => {
  const reason = ["other"].at(1)
  expectTypeOf(definedFields({ reason, count: 1 })).toEqualTypeOf<
    { readonly count: number } & { readonly reason?: string }
  >()
})

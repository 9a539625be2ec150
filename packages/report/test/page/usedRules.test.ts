import { expect, test } from "vitest"
import { usedRules } from "../../src/page/usedRules.ts"

const used = new Set(["a", "b"])

test("a style sheet keeps the rules of the classes that are used, and those of no class", () => {
  expect(usedRules(".a{x:1}.c{x:2}html{x:3}.a .c{x:4}.b,.c{x:5}", used)).toBe(".a{x:1}html{x:3}.b{x:5}")
})

test("a condition is kept with the rules inside that are, and a font is not", () => {
  const css = '@charset "UTF-8";/*! note */@media print{.a{x:1}.c{x:2}}@media x{.c{x:1}}\n@font-face{src:url(y)}'
  expect(usedRules(css, used)).toBe("@media print{.a{x:1}}")
})

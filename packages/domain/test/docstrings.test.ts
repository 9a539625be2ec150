import { join } from "node:path"
import { afterAll, expect, it } from "vitest"
import { openCompiler } from "../../test-suite/src/docstrings/openCompiler.ts"
import { entriesOf, publicFunctions } from "../../test-suite/src/docstrings/publicFunctions.ts"
import { runExample } from "../../test-suite/src/docstrings/runExample.ts"

const domain = join(import.meta.dirname, "..")

const entries = entriesOf(domain)

const compiler = openCompiler(domain)
afterAll(() => compiler[Symbol.dispose]())

const functions = publicFunctions(compiler.programOf([...entries.values()]), entries)
const examples = functions.flatMap((one) => one.examples)

const fileOf = (name: string) => join(domain, `${name}.example.ts`)

const { program } = compiler.programOf([], Object.fromEntries(examples.map(({ name, code }) => [fileOf(name), code])))

it("every public function has an example in its docstring that calls it", () => {
  expect(functions.length).toBeGreaterThan(200)
  const isShown = ({ name, examples }: (typeof functions)[number]) =>
    examples.some(({ code }) => new RegExp(`\\b${name.split(".")[1]}\\b(?!.* from )`).test(code))
  expect(functions.filter((one) => !isShown(one)).map(({ name }) => name)).toEqual([])
})

it("every example has right types and imports what a reader can import", () => {
  const faults = examples.flatMap(({ name, code }) => [
    ...program.getSyntacticDiagnostics(fileOf(name)).map(({ text }) => `${name}: ${text}`),
    ...program.getSemanticDiagnostics(fileOf(name)).map(({ text }) => `${name}: ${text}`),
    ...[...code.matchAll(/ from "(.*)"/g)].flatMap(([, from = ""]) =>
      /^(?:@safe-return\/domain\/\w+|effect)$/.test(from) ? [] : [`${name}: ${from} is not public`]
    )
  ])
  expect(faults).toEqual([])
})

it.each(examples)("the example of $name gives what it says", async ({ name }) => {
  const source = program.getSourceFile(fileOf(name))
  const outcomes = source === undefined ? [] : await runExample(source)
  expect(outcomes.map(({ expression, gives }) => `${expression} // ${gives}`)).toEqual(
    outcomes.map(({ expression, says }) => `${expression} // ${says}`)
  )
  expect(outcomes.length).toBeGreaterThan(0)
})

import { stripTypeScriptTypes } from "node:module"
import { compileFunction } from "node:vm"
import * as Formatter from "effect/Formatter"
import { getTokenPosOfNode, type SourceFile } from "typescript/unstable/ast"
import { isExpressionStatement } from "typescript/unstable/ast/is"

/** An expression of an example with what its comment says that it gives. */
interface Claim {
  readonly expression: string
  readonly says: string
}

export interface Outcome extends Claim {
  readonly gives: string
}

const imported = /^import\s*(\{[^}]*\})\s*from\s*"([^"]+)"/gm

/** The statements that are an expression alone, each with the comment that ends its line. */
const claimsIn = (source: SourceFile) =>
  source.statements.filter(isExpressionStatement).map(({ expression }) => {
    const [start, end] = [getTokenPosOfNode(expression, source), expression.end]
    const [, says = ""] = /^[^\S\n]*\/\/ (.*)/.exec(source.text.slice(end)) ?? []
    return { start, end, expression: source.text.slice(start, end), says }
  })

/** What each expression of an example gives beside what its comment says. */
export const runExample = async (source: SourceFile): Promise<ReadonlyArray<Outcome>> => {
  const claims = claimsIn(source)
  let code = stripTypeScriptTypes(source.text)
  // From the last to the first, because each edit moves what is after it.
  for (const { start, end } of claims.toReversed())
    code = `${code.slice(0, start)};$given.push(${code.slice(start, end)})${code.slice(end)}`
  const modules: Record<string, unknown> = {}
  for (const [, , name = ""] of code.matchAll(imported)) modules[name] = await import(name)
  code = code.replace(
    imported,
    (_, names: string, name) => `const ${names.replaceAll(" as ", ": ")} = $modules["${name}"]`
  )
  const given: Array<unknown> = []
  compileFunction(code, ["$modules", "$given"], { filename: source.fileName })(modules, given)
  return claims
    .map(({ expression, says }, index) => ({ expression, says, gives: Formatter.format(given[index]) }))
    .filter(({ says, gives }) => says !== "" || gives !== "undefined")
}

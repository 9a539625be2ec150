import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Symbol as CompilerSymbol, Project } from "typescript/unstable/sync"
import { SignatureKind, SymbolFlags } from "./compilerApi.ts"

export interface Example {
  readonly name: string
  readonly code: string
}

export interface PublicFunction {
  /** With its entry, as in `deadlines.clocksFor`. */
  readonly name: string
  readonly examples: ReadonlyArray<Example>
}

/** The source file of each entry of a package by its name, as its `exports` have them; the root has none. */
export const entriesOf = (folder: string): ReadonlyMap<string, string> => {
  const manifest: { readonly exports: Readonly<Record<string, string>> } = JSON.parse(
    readFileSync(join(folder, "package.json"), "utf8")
  )
  return new Map(Object.entries(manifest.exports).map(([entry, file]) => [entry.slice(2), join(folder, file)]))
}

const fenced = /^```ts\n(.*)\n```$/s

const isFunction = ({ checker }: Project, symbol: CompilerSymbol): boolean => {
  const type = checker.getTypeOfSymbol(symbol)
  return type !== undefined && checker.getSignaturesOfType(type, SignatureKind.Call).length > 0
}

const examplesOf = ({ checker }: Project, symbol: CompilerSymbol, name: string): ReadonlyArray<Example> =>
  symbol
    .getJsDocTags(checker)
    .filter((tag) => tag.name === "example")
    .flatMap(({ text = "" }) => fenced.exec(text.trim())?.slice(1) ?? [])
    .map((code, index) => ({ name: index === 0 ? name : `${name} ${index + 1}`, code }))

/** Every function that an entry exports, once, with the examples of its docstring. */
export const publicFunctions = (
  project: Project,
  entries: ReadonlyMap<string, string>
): ReadonlyArray<PublicFunction> => {
  const { program, checker } = project
  const functions = new Map<CompilerSymbol, PublicFunction>()
  // The root, whose name is empty, exports again what the others do.
  for (const [entry, file] of [...entries].toSorted(([one], [other]) => Number(one === "") - Number(other === ""))) {
    const source = program.getSourceFile(file)
    const module = source && checker.getSymbolAtLocation(source)
    if (module === undefined) throw new Error(`The entry ${entry} exports nothing.`)
    for (const exported of checker.getExportsOfModule(module)) {
      const symbol = exported.flags & SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported
      if (functions.has(symbol) || !isFunction(project, symbol)) continue
      const name = `${entry}.${exported.name}`
      functions.set(symbol, { name, examples: examplesOf(project, symbol, name) })
    }
  }
  return [...functions.values()]
}

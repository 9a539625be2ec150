import { join } from "node:path"
import type { Project } from "typescript/unstable/sync"
import { API } from "./compilerApi.ts"

/** Files of the package that exist for the compiler alone, by their paths. */
type UnwrittenFiles = Readonly<Record<string, string>>

export interface Compiler extends Disposable {
  /** The program of these files of the package, which is checked as strictly as the package itself. */
  readonly programOf: (files: ReadonlyArray<string>, unwritten?: UnwrittenFiles) => Project
}

/** The compiler of one package, in a process of its own until it is disposed of. */
export const openCompiler = (folder: string): Compiler => {
  const held = new Map<string, string>()
  const api = new API({
    cwd: folder,
    fs: { readFile: (name) => held.get(name), fileExists: (name) => (held.has(name) ? true : undefined) }
  })
  let programs = 0
  return {
    programOf: (files, unwritten = {}) => {
      programs += 1
      const config = join(folder, `unwritten${programs}.tsconfig.json`)
      for (const [name, text] of Object.entries(unwritten)) held.set(name, text)
      const roots = [...files, ...Object.keys(unwritten)]
      held.set(config, JSON.stringify({ extends: "./tsconfig.json", include: [], files: roots }))
      const project = api.updateSnapshot({ openProjects: [config] }).getProject(config)
      if (project === undefined) throw new Error(`The compiler cannot open ${folder}.`)
      return project
    },
    [Symbol.dispose]: () => api.close()
  }
}

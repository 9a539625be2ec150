import { globSync, readFileSync } from "node:fs"
import { dirname, join, relative } from "node:path"

/** What each file imports, by path from the root. */
type ImportGraph = ReadonlyMap<string, ReadonlyArray<string>>

/** Types too: a circle of types is as hard to read and to move as one of values. */
const imported = /^(?:import|export)\s(?:[^;"]*?\sfrom\s*)?"(?<specifier>[^"]+)"/gm

/** Their examples import what the package exports, and so themselves. */
const docstring = /^[ \t]*\/\*\*.*?\*\//gms

/** Loaded when it is asked for. */
const importedLater = /\bimport\("(?<specifier>[^"]+)"\)/g

const packageFolders = (root: string): ReadonlyArray<string> => globSync("{packages,apps}/*", { cwd: root }).toSorted()

/** The file behind each name that one package offers to another. */
const packageEntries = (root: string): ReadonlyMap<string, string> => {
  const entries = new Map<string, string>()
  for (const manifest of globSync("{packages,apps}/*/package.json", { cwd: root })) {
    const { name, exports = {} } = JSON.parse(readFileSync(join(root, manifest), "utf8"))
    for (const [entry, file] of Object.entries<string>(exports)) {
      const files = entry.includes("*")
        ? globSync(join(dirname(manifest), file), { cwd: root })
        : [join(dirname(manifest), file)]
      const [before = "", after = ""] = file.split("*")
      for (const one of files) {
        const part = relative(join(root, dirname(manifest), before), join(root, one)).slice(
          0,
          after === "" ? undefined : -after.length
        )
        entries.set(join(name, entry.replace("*", part)), one)
      }
    }
  }
  return entries
}

/** Each file in these folders of every package and app, with the files of the same folders that it imports. */
export const importGraph = (root: string, folders = "src"): ImportGraph => {
  const entries = packageEntries(root)
  const files = packageFolders(root).flatMap((folder) =>
    globSync(`${folder}/${folders}/**/*.{js,ts,tsx}`, { cwd: root })
  )
  const known = new Set(files)
  return new Map(
    files.map((file) => {
      const source = readFileSync(join(root, file), "utf8").replace(docstring, "")
      const targets = [...source.matchAll(imported), ...source.matchAll(importedLater)].flatMap(({ groups }) => {
        const specifier = groups?.["specifier"] ?? ""
        const target = specifier.startsWith(".")
          ? relative(root, join(root, dirname(file), specifier))
          : entries.get(specifier)
        return target !== undefined && known.has(target) ? [target] : []
      })
      return [file, targets]
    })
  )
}

/** The sets of files that reach each other (Tarjan's strongly connected components of two files or more). */
export const circlesIn = (graph: ImportGraph): ReadonlyArray<ReadonlyArray<string>> => {
  const circles: Array<ReadonlyArray<string>> = []
  const order = new Map<string, number>()
  const earliest = new Map<string, number>()
  const open: Array<string> = []
  const visit = (file: string): number => {
    const number = order.size
    order.set(file, number)
    earliest.set(file, number)
    open.push(file)
    for (const target of graph.get(file) ?? []) {
      const reached = order.has(target)
        ? open.includes(target)
          ? (order.get(target) ?? number)
          : number
        : visit(target)
      earliest.set(file, Math.min(earliest.get(file) ?? number, reached))
    }
    if (earliest.get(file) === number) {
      const members = open.splice(open.indexOf(file))
      if (members.length > 1) circles.push(members.toSorted())
    }
    return earliest.get(file) ?? number
  }
  for (const file of graph.keys()) if (!order.has(file)) visit(file)
  return circles
}

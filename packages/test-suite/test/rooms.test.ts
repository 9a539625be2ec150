/** What each room of the house may know of the others. */
import { join } from "node:path"
import { expect, it } from "vitest"
import { mayImport } from "../src/architecture/rooms.ts"
import { importGraph } from "../src/importCircles.ts"

const graph = importGraph(join(import.meta.dirname, "../../.."))

/** Every file that loads with this one. */
const loadedWith = (file: string): ReadonlyArray<string> => {
  const loaded = new Set<string>()
  const visit = (one: string): void => {
    if (loaded.has(one)) return
    loaded.add(one)
    for (const next of graph.get(one) ?? []) visit(next)
  }
  visit(file)
  return [...loaded]
}

const outside = (entry: string, folders: RegExp) => loadedWith(entry).filter((file) => folders.test(file))

it("the journal's ports load neither the files' layer nor PostgreSQL's", () => {
  expect(outside("packages/journal/src/index.ts", /^packages\/journal\/src\/(lowdb|postgres)\//)).toEqual([])
})

it("records kept in files load without PostgreSQL", () => {
  expect(outside("packages/journal/src/files.ts", /^packages\/journal\/src\/postgres\//)).toEqual([])
})

/** What is run by hand and holds no rule of the pathway: it may import any room. */
const workshops = ["packages/bench", "packages/test-suite"]

const roomOf = (file: string): string => file.split("/").slice(0, 2).join("/")

it("no room imports another than the house's drawing lets it", () => {
  const arrows = [...graph].flatMap(([file, imports]) =>
    imports.flatMap((imported) => {
      const [from, to] = [roomOf(file), roomOf(imported)]
      const isDrawn = from === to || workshops.includes(from) || mayImport[from]?.includes(to)
      return isDrawn ? [] : [`${file} imports ${imported}`]
    })
  )
  expect(arrows).toEqual([])
})

it("the training workspace alone imports another app: the bot, by its entries", () => {
  const isApp = (room: string) => room.startsWith("apps/")
  const arrows = [...graph].flatMap(([file, imports]) =>
    imports
      .filter((imported) => isApp(roomOf(file)) && isApp(roomOf(imported)) && roomOf(file) !== roomOf(imported))
      .map((imported) => `${roomOf(file)} imports ${imported}`)
  )
  expect(new Set(arrows)).toEqual(
    new Set(["index", "loadProgram"].map((entry) => `apps/training imports apps/slack-bot/src/${entry}.ts`))
  )
})

it("every arrow that the house draws is one that a file needs", () => {
  const needed = new Set(
    [...graph].flatMap(([file, imports]) => imports.map((one) => `${roomOf(file)} ${roomOf(one)}`))
  )
  const drawn = Object.entries(mayImport).flatMap(([from, tos]) => tos.map((to) => `${from} ${to}`))
  expect(drawn.filter((arrow) => !needed.has(arrow))).toEqual([])
})

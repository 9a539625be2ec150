import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { describe, expect, it } from "@effect/vitest"
import { Effect } from "effect"
import { clearLeftovers, makeFolder, replaceFile } from "../../src/documents/durableFile.ts"
import { watchFlushes } from "../flushes.ts"
import { freshDirectory } from "../freshDirectory.ts"

const inDirectory = (test: (directory: string) => Promise<void>) =>
  Effect.scoped(Effect.flatMap(freshDirectory, (directory) => Effect.promise(() => test(directory))))

describe("replacing a file", () => {
  it.live("keeps the new text and leaves nothing else behind", () =>
    inDirectory(async (directory) => {
      const path = join(directory, "1.json")
      await replaceFile(path, "old")
      await replaceFile(path, "new")
      expect(await readFile(path, "utf8")).toBe("new")
      expect(await readdir(directory)).toEqual(["1.json"])
    })
  )

  it.live("flushes the text before it takes the file's place, and the folder after", () =>
    Effect.gen(function* () {
      const path = join(yield* freshDirectory, "1.json")
      yield* Effect.promise(() => replaceFile(path, "old"))
      const flushed: Array<string> = []
      yield* watchFlushes(async (isFolder) => {
        flushed.push(`${isFolder ? "folder" : "file"} with ${await readFile(path, "utf8")} in place`)
      })
      yield* Effect.promise(() => replaceFile(path, "new"))
      expect(flushed).toEqual(["file with old in place", "folder with new in place"])
    }).pipe(Effect.scoped)
  )

  it.live("is for the owner's eyes alone", () =>
    inDirectory(async (directory) => {
      await makeFolder(join(directory, "made", "deeper"))
      const path = join(directory, "made", "deeper", "1.json")
      await replaceFile(path, "text")
      expect((await stat(path)).mode & 0o777).toBe(0o600)
      expect((await stat(join(directory, "made"))).mode & 0o777).toBe(0o700)
    })
  )

  it.live("leaves one whole text when several write at once, and no half one to a reader meanwhile", () =>
    inDirectory(async (directory) => {
      const path = join(directory, "1.json")
      const texts = Array.from({ length: 30 }, (_, number) => String(number % 10).repeat(20_000 + number))
      await replaceFile(path, texts[0] ?? "")
      const reads = texts.map(() => readFile(path, "utf8"))
      await Promise.all(texts.map((text) => replaceFile(path, text)))
      for (const read of [...(await Promise.all(reads)), await readFile(path, "utf8")]) expect(texts).toContain(read)
    })
  )

  it.live("leaves no temporary file when it fails", () =>
    inDirectory(async (directory) => {
      await mkdir(join(directory, "1.json", "inside"), { recursive: true })
      await expect(replaceFile(join(directory, "1.json"), "text")).rejects.toMatchObject({ code: "EISDIR" })
      expect(await readdir(directory)).toEqual(["1.json"])
    })
  )
})

it.live("leftovers of a killed process are cleared away, and nothing else", () =>
  inDirectory(async (directory) => {
    const others = [".journal.lock", "1.tmp.json", "lcs-1.json", "notes.tmp"]
    const leftovers = ["lcs-1.json.0b0e7a36-8f0c-4a53-9b0a-0d6b9a2f7c11.tmp"]
    await Promise.all([...others, ...leftovers].map((name) => writeFile(join(directory, name), "text")))
    await clearLeftovers(directory)
    expect((await readdir(directory)).sort()).toEqual(others)
  })
)

it.live("making folders flushes every folder that got a new one in it", () =>
  Effect.gen(function* () {
    const directory = yield* freshDirectory
    let flushed = 0
    yield* watchFlushes(async (isFolder) => {
      if (isFolder) flushed += 1
    })
    yield* Effect.promise(() => makeFolder(join(directory, "a", "b", "c")))
    expect(flushed).toBe(3)
    yield* Effect.promise(() => makeFolder(join(directory, "a", "b", "c")))
    expect(flushed).toBe(3)
  }).pipe(Effect.scoped)
)

it.live("making a folder where a file stands is refused and leaves the file", () =>
  inDirectory(async (directory) => {
    await writeFile(join(directory, "taken"), "text")
    await expect(makeFolder(join(directory, "taken", "deeper"))).rejects.toMatchObject({ code: "ENOTDIR" })
    expect(await readFile(join(directory, "taken"), "utf8")).toBe("text")
  })
)

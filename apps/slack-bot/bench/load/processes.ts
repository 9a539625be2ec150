/** The processes of a benchmark: servers that say where they listen, and the one that sends load. */
import { type ChildProcess, fork } from "node:child_process"
import { join } from "node:path"
import type { Load, LoadResult } from "./Load.ts"

const nextMessage = <A>(child: ChildProcess) =>
  new Promise<A>((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`${child.spawnargs.at(1)} ended by itself with ${code}`))
    child.once("exit", ended)
    child.once("message", (message) => {
      child.off("exit", ended)
      resolve(message as A)
    })
  })

const start = (file: string, args: ReadonlyArray<string>) => {
  const child = fork(join(import.meta.dirname, file), [...args], { stdio: ["ignore", "inherit", "inherit", "ipc"] })
  const stop = () => {
    const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()))
    child.kill("SIGKILL")
    return ended
  }
  return { child, [Symbol.asyncDispose]: stop }
}

/** A server that listens; `url` is where. */
export const startServer = async (file: "bareBolt.ts" | "botProcess.ts", args: ReadonlyArray<string>) => {
  const { child, ...server } = start(`../${file}`, args)
  const { url } = await nextMessage<{ readonly url: string }>(child)
  return { url, ...server }
}

export const startGenerator = async () => {
  const { child, ...generator } = start("generateLoad.ts", [])
  await nextMessage(child)
  return {
    ...generator,
    /** Throws where an answer is wrong: how fast a wrong answer comes is nothing to know. */
    send: async (load: Load): Promise<LoadResult> => {
      const seen = nextMessage<LoadResult>(child)
      child.send(load)
      const { wrong, ...rest } = await seen
      if (wrong !== undefined) throw new Error(`A request was answered: ${wrong.slice(0, 400)}`)
      return rest
    }
  }
}

/** Writes to the disk and nothing else, in a process of its own; see `bareWrites.ts`. */
export const startBareWrites = async (folder: string, bytes: number) => {
  const { child, ...writer } = start("../bareWrites.ts", [folder, String(bytes)])
  await nextMessage(child)
  return {
    ...writer,
    write: async (asked: { readonly writes: number; readonly atOnce: number }): Promise<LoadResult> => {
      const seen = nextMessage<LoadResult>(child)
      child.send(asked)
      return seen
    }
  }
}

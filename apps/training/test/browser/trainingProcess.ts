/** The training workspace as `start` runs it, in a process and a folder of its own. */
import { type ChildProcess, spawn } from "node:child_process"
import { mkdtempSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { bundledOnce } from "../../../../packages/test-suite/src/bundledOnce.ts"

/** A port nobody has, so that several runs on one machine do not meet. */
export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer()
    server.once("error", reject)
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      server.close(() =>
        typeof address === "object" && address !== null ? resolve(address.port) : reject(new Error("no port"))
      )
    })
  })

export const freshFolder = () => mkdtempSync(join(tmpdir(), "safe-return-training-"))

const source = (path: string) => join(import.meta.dirname, "../../..", path)

/** Resolves once the workspace has printed its address and answers there. */
export const startTraining = async (folder: string, port: number) => {
  for (const program of ["slack-bot/src/program.ts", "training/src/serveWorkspace.ts"]) bundledOnce(source(program))
  const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("SLACK_")))
  const child: ChildProcess = spawn(process.execPath, [source("training/src/start.ts")], {
    cwd: folder,
    env: { ...environment, PORT: String(port) },
    stdio: ["ignore", "pipe", "inherit"]
  })
  const url = await new Promise<string>((resolve, reject) => {
    let printed = ""
    child.stdout?.on("data", (chunk: Buffer) => {
      printed += String(chunk)
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0]
      if (address !== undefined) resolve(address)
    })
    child.once("exit", () => reject(new Error(`the training workspace ended by itself: ${printed}`)))
  })
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()))
  return {
    url,
    end: async (signal: "SIGKILL" | "SIGTERM") => {
      child.kill(signal)
      await ended
    }
  }
}

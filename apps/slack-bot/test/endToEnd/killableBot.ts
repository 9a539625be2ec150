/** The bot in a process of its own, ready to be killed. */
import { type ChildProcess, fork } from "node:child_process"
import { createWriteStream } from "node:fs"
import { join } from "node:path"
import type { Instant } from "@safe-return/domain/calendar"
import { bundledOnce } from "../../../../packages/test-suite/src/bundledOnce.ts"

export interface KillableBot {
  /** Where it listens, once it does; fails when it ended first. */
  readonly url: Promise<string>
  /** Sets its clock, as a step of the machine's would. */
  readonly setClock: (now: Instant) => void
  /** SIGSTOP: it is there and does nothing. */
  readonly freeze: () => void
  /** SIGKILL; returns once it is gone. */
  readonly kill: () => Promise<void>
  /** Once it is gone without having been killed or stopped by us; never otherwise. */
  readonly endedByItself: Promise<void>
  /** SIGTERM; returns its exit code once it is gone. */
  readonly stop: () => Promise<number | null>
}

const alive = new Set<ChildProcess>()

/** A test that fails in the middle must not leave a process that keeps the whole run open. */
export const killAllBots = (): void => {
  for (const bot of alive) bot.kill("SIGKILL")
}

/**
 * `journal` is a folder, or the address of a database; what the bot logs goes to the file `log`. With a port of its own it
 * listens there, and is reached over Socket Mode. Its heartbeat is heard at the address `heartbeat`.
 */
export const startKillableBot = (
  slackApiUrl: string,
  journal: string,
  now: Instant,
  log: string,
  socketPort?: number,
  heartbeat?: string
): KillableBot => {
  const socket = socketPort === undefined ? [] : ["socket", String(socketPort)]
  const bot = fork(
    bundledOnce(join(import.meta.dirname, "botProcess.ts")),
    [slackApiUrl, journal, String(now), ...socket],
    {
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      ...(heartbeat === undefined ? {} : { env: { ...process.env, HEARTBEAT: heartbeat } })
    }
  )
  let isOurs = false
  for (const said of [bot.stdout, bot.stderr]) said?.pipe(createWriteStream(log, { flags: "a" }))
  alive.add(bot)
  const ended = new Promise<void>((resolve) =>
    bot.once("exit", () => {
      alive.delete(bot)
      resolve()
    })
  )
  const url = new Promise<string>((resolve, reject) => {
    bot.once("message", (message: { readonly url: string }) => resolve(message.url))
    bot.once("exit", (code, signal) => reject(new Error(`the bot ended by itself with ${code ?? signal}`)))
  })
  // Who kills it before it listens does not wait for the address.
  url.catch(() => {})
  const endedByItself = new Promise<void>((resolve) => bot.once("exit", () => (isOurs ? undefined : resolve())))
  return {
    url,
    endedByItself,
    setClock: (now) => {
      if (bot.connected) bot.send({ now })
    },
    freeze: () => void bot.kill("SIGSTOP"),
    kill: () => {
      isOurs = true
      bot.kill("SIGKILL")
      return ended
    },
    stop: async () => {
      isOurs = true
      bot.kill("SIGTERM")
      await ended
      return bot.exitCode
    }
  }
}
